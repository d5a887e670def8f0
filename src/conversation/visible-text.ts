/**
 * What of a Discord message counts as said by its author: without blocks of code, without the lines it
 * quotes from others, and without what a mention looks like on the wire. Words between back-ticks are
 * said like any others, but name nobody.
 */

const fencedCode = /```[\s\S]*?(?:```|$)/gu;
const inlineCode = /(`{1,2})(?!`)([^\n]*?)\1/gu;
/** `>>> ` quotes everything that follows it; `> ` its own line. */
const quoteToTheEnd = /^>>> [\s\S]*$/mu;
const quotedLine = /^> .*$/gmu;
const userMention = /<@!?(\d{15,20})>/gu;
const roleMention = /<@&(\d{15,20})>/gu;
/** "@Budi" typed as text, which Discord makes no mention of; an address such as a@b.id is none. */
const typedName = /(?<![\p{L}\p{N}._%+@-])@(?!everyone|here)([\p{L}\p{N}_][\p{L}\p{N}_.]*)/giu;
const otherMarkup = /<(?:#\d+|\/[^:>\n]+:\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|id:\w+)>/gu;
const link = /https?:\/\/\S+/giu;

/** A message split into its own words and the users it speaks to. */
export interface VisibleText {
  /** Own words: no code blocks, quoted lines, mentions, custom emoji or links; white space runs folded. */
  readonly words: string;
  /** IDs of users mentioned outside code and quotes, unique, in order. */
  readonly mentionedUserIds: readonly string[];
  /** IDs of roles, as those of users. */
  readonly mentionedRoleIds: readonly string[];
  /** Names that were typed behind an @ without becoming a mention, in lower case, unique, in order. */
  readonly typedNames: readonly string[];
  /** Begins with such a name: speaks to whoever that is. */
  readonly beginsWithName: boolean;
}

/** Separates a message's own words from what it merely shows. Total: any text gives a result. */
export function readVisibleText(content: string): VisibleText {
  const said = withoutForeign(content, '$2');
  const calls = withoutForeign(content, ' ');
  const called = withoutMarkup(calls);
  return {
    words: withoutMarkup(said),
    beginsWithName: called.search(typedName) === 0,
    mentionedUserIds: found(calls, userMention),
    mentionedRoleIds: found(calls, roleMention),
    typedNames: found(called.toLowerCase(), typedName),
  };
}

/** Without code blocks and quoted lines, and with what stands in for inline code (`$2`: its words). */
function withoutForeign(content: string, inline: string): string {
  return content
    .replace(fencedCode, ' ')
    .replace(inlineCode, inline)
    .replace(quoteToTheEnd, ' ')
    .replace(quotedLine, ' ');
}

function withoutMarkup(text: string): string {
  return text
    .replace(userMention, ' ')
    .replace(roleMention, ' ')
    .replace(otherMarkup, ' ')
    .replace(link, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function found(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
}
