/**
 * Any text enters; what leaves reads on Discord exactly as that text reads, as plain characters:
 * no Markdown, mention, emoji code, timestamp, link or invitation comes alive. Only what could come
 * alive is escaped, because phone notifications show some backslashes.
 */

/** Embeddings, overrides and isolates (UAX #9): they could reorder what stands after them. */
const bidiControls = /[\u202A-\u202E\u2066-\u2069]/gu;
/** Control characters show nothing; tab and the line breaks are white space and stay. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/gu;
const lineBreaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/gu;
const rightToLeft = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const invisible = /^[\s\p{Cf}]$/u;

/** The visible characters of a text: control characters dropped, line breaks as `\n`, lone surrogates as U+FFFD. */
export function toVisibleText(text: string): string {
  return text.toWellFormed().replace(lineBreaks, '\n').replace(controls, '').replace(bidiControls, '');
}

/**
 * What stands beside a piece in the source, from the beginning of what is shown and to its end: empty
 * where the piece itself is the beginning or the end. Left out, anything could stand there.
 */
export interface Beside {
  readonly before?: string;
  readonly after?: string;
}

/**
 * Discord Markdown that shows `text` as it is, line breaks as `\n`. Pieces may be joined freely, with
 * `**` between them too.
 */
export function escapeMarkdown(text: string, beside: Beside = {}): string {
  const preceding = toVisibleText(beside.before ?? '')
    .split('\n')
    .at(-1);
  const from = preceding?.length ?? 0;
  const piece = toVisibleText(text);
  const visible = `${preceding}${piece}${toVisibleText(beside.after?.slice(0, 24) ?? '')}`;
  let lineStart = 0;
  let onlyInvisibleSoFar = true;
  let escaped = '';
  let at = 0;
  for (const character of visible.slice(0, from + piece.length)) {
    if (character === '\n') {
      lineStart = at + 1;
      onlyInvisibleSoFar = true;
    } else {
      const place = { visible, at, lineStart, onlyInvisibleSoFar, beside };
      escaped += at >= from && comesAlive(character, place) ? '\\' : '';
      onlyInvisibleSoFar &&= invisible.test(character);
    }
    escaped += at >= from ? character : '';
    at += character.length;
  }
  return escaped;
}

/**
 * One line of somebody else's words for a line of ours: escaped, white space collapsed, and isolated
 * where it holds right-to-left letters, so that it cannot reorder the words around it.
 */
export function escapeInline(text: string): string {
  const line = toVisibleText(text).replace(/\s+/gu, ' ').trim();
  const escaped = escapeMarkdown(line, { before: '', after: '' });
  return rightToLeft.test(line) ? `\u2068${escaped}\u2069` : escaped;
}

interface Place {
  readonly visible: string;
  readonly at: number;
  readonly lineStart: number;
  readonly onlyInvisibleSoFar: boolean;
  readonly beside: Beside;
}

/** Whether an unescaped `character` could begin or complete any of Discord's rules at that place. */
function comesAlive(character: string, place: Place): boolean {
  const { visible, at, lineStart, onlyInvisibleSoFar, beside } = place;
  const rest = visible.slice(at + 1, at + 10);
  const next = rest[0];
  const beforeSpace = next === undefined || /\s/u.test(next);
  switch (character) {
    case '\\':
    case '*':
    case '_':
    case '~':
    case '`':
    case '|':
    case '[':
    case ']':
      return true;
    // The second half of a masked link.
    case '(':
      return at === 0 ? beside.before === undefined : visible[at - 1] === ']';
    // Mentions, custom emoji, timestamps, commands, angle-bracket links (which may span lines): not
    // before a space, unless that could be trimmed away at the end of a line.
    case '<':
      return !/^ +\S/u.test(rest);
    case '>':
      return onlyInvisibleSoFar;
    // Headings and, after a hyphen, small print.
    case '#':
      return beforeSpace || next === '#';
    case '-':
    case '+':
      return onlyInvisibleSoFar && (beforeSpace || next === '#');
    // An escape inside a bare link would show: breaking the scheme keeps it from being one.
    // Also `:emoji:`.
    case ':':
      return next === undefined ? beside.after === undefined : !beforeSpace;
    case '@':
      return ['everyone', 'here'].some((name) => name.startsWith(rest) || rest.startsWith(name));
    case '.':
      return at === 0
        ? beside.before === undefined
        : endsNumberOrInvitationHost(visible.slice(lineStart, at), beforeSpace);
    default:
      return false;
  }
}

/** Numbered lists count by themselves, and `discord.gg/…` shows an invitation even without a scheme. */
function endsNumberOrInvitationHost(lineSoFar: string, beforeSpace: boolean): boolean {
  const before = lineSoFar.slice(-20);
  return (
    /discord(?:app)?$/iu.test(before) ||
    (beforeSpace && before.length < 20 && /^[\s\p{Cf}]*\d+$/u.test(before))
  );
}
