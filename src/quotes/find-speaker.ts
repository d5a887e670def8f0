/**
 * Who speaks in a quotation inside an article, as a span of the article: never a guess. A pronoun, two
 * speakers, or a pattern that is not certain gives nothing.
 */
import type { Article, Block, Span } from '../articles/article.ts';
import { findEnclosures } from '../language/enclosures.ts';
import { speechWords } from './speech-words.ts';

/** A quotation of a block, its marks included, with who says it. */
export interface Quotation extends Span {
  /** Undefined where it is not certain. */
  readonly speaker?: Span;
  /** The words around it that say who speaks: `kata X`, `said X`; undefined where none do. */
  readonly attribution?: Span;
}

/** Fewer UTF-16 units between the marks are a title, a nickname or irony, not speech. */
const quotationLengthMin = 20;
/** How far around a quotation its speaker is looked for. */
const reachMax = 160;

const name = String.raw`\p{Lu}[\p{L}\p{M}\p{N}'’-]*\.?`;
const fullName = String.raw`${name}(?: (?:(?:bin|binti|van|von|de|da) )?${name})*`;

/**
 * The name of who speaks in these spans: where no more of their words is narration than
 * quotation and all quotations are one person's, or where every sentence begins with `Menurut X` or
 * `According to X`.
 */
export function findSpeaker(article: Article, spans: readonly Span[]): Span | undefined {
  const quotations = article.blocks
    .filter((block) => spans.some((span) => overlaps(block, span)))
    .flatMap((block) => findQuotations(article, block))
    .filter((quotation) => spans.some((span) => overlaps(quotation, span)));
  if (quotations.length === 0) return findAccordingTo(article, spans);
  const quoted = sharedWith(spans, quotations);
  // `kata X, ketua …` is neither quoted nor the article's own narration.
  const named = sharedWith(
    spans,
    quotations.flatMap(({ attribution }) => attribution ?? []),
  );
  const narrated = spans.reduce((sum, { start, end }) => sum + end - start, 0) - quoted - named;
  const [first, ...others] = quotations.map(({ speaker }) => speaker);
  if (first === undefined || narrated > quoted) return undefined;
  const words = article.text.slice(first.start, first.end);
  const isOne = others.every(
    (other) => other !== undefined && article.text.slice(other.start, other.end) === words,
  );
  return isOne ? first : undefined;
}

/** The quotations of a block that are long enough to be speech, in order, with their speakers. */
export function findQuotations(article: Article, block: Block): readonly Quotation[] {
  const text = article.text.slice(block.start, block.end);
  const pairs = findEnclosures(text).filter(
    ({ open, close }) => !'([{'.includes(text.charAt(open)) && close - open > quotationLengthMin,
  );
  const outer = pairs.filter(
    (pair) => !pairs.some((other) => other.open < pair.open && other.close > pair.close),
  );
  return outer.map(({ open, close }, place) => {
    const after = text.slice(
      close + 1,
      Math.min(outer[place + 1]?.open ?? text.length, close + 1 + reachMax),
    );
    const floor = (outer[place - 1]?.close ?? -1) + 1;
    const before = text.slice(Math.max(floor, open - reachMax), open);
    const found = readAfter(after) ?? readBefore(before);
    const start = block.start + open;
    const end = block.start + close + 1;
    if (found === undefined) return { start, end };
    const base = found.side === 'after' ? end : start - before.length;
    return {
      start,
      end,
      attribution: shift(found.attribution, base),
      ...(found.name && { speaker: shift(found.name, base) }),
    };
  });
}

interface Attribution {
  readonly side: 'after' | 'before';
  readonly attribution: Span;
  readonly name?: Span;
}

const verbThenSubject = new RegExp(
  String.raw`^[\s,.]*(?:(?<verb>${speechWords.idAfter}|${speechWords.enAfter})) (?<subject>[^.!?;:"“]+)`,
  'du',
);
const verbWithPronoun = new RegExp(String.raw`^[\s,.]*(?:${speechWords.idAfter})nya\b`, 'u');
const subjectThenVerb = new RegExp(
  String.raw`^[\s,]*(?<subject>${fullName}|\p{Ll}+) (?:${speechWords.enAfter}|${speechWords.idBefore})\b`,
  'du',
);

/** What follows the closing mark: `, kata X`, `, said X`, `, X said`. */
function readAfter(after: string): Attribution | undefined {
  const pronoun = verbWithPronoun.exec(after);
  if (pronoun !== null) {
    return { side: 'after', attribution: trimmed(pronoun[0]) };
  }
  const match = verbThenSubject.exec(after) ?? subjectThenVerb.exec(after);
  const at = match?.indices?.groups?.['subject'];
  if (match === null || at === undefined) return undefined;
  const found = nameIn(after.slice(at[0], at[1]));
  return {
    side: 'after',
    attribution: trimmed(match[0]),
    ...(found && { name: shift(found, at[0]) }),
  };
}

const subjectBefore = new RegExp(
  String.raw`(?<subject>${fullName}|\p{Ll}+),? (?:${speechWords.idBefore}|${speechWords.enBefore})(?: (?:bahwa|that|kepada|to)?[^.!?"'“‘]{0,60})?[,:]?\s*$`,
  'du',
);

/** A name there is whole: `pengacara Budi`, `a lawyer for Musk` and `saat itu Budi` look alike. */
const beginsClause = /(?:^|[.!?,;:…–—()"'“”‘’«»])\s*$/u;

/** What stands before the opening mark: `X menulis, `, `X said: `. */
function readBefore(before: string): Attribution | undefined {
  const match = subjectBefore.exec(before);
  const at = match?.indices?.groups?.['subject'];
  if (match === null || at === undefined) return undefined;
  // Between two commas stands who somebody is, not who speaks: `Ani, Kasir Toko, berkata`.
  const isAside = before[at[1]] === ',' && /,\s*$/u.test(before.slice(0, at[0]));
  const isWhole = beginsClause.test(before.slice(0, at[0])) && !isAside;
  const found = isWhole ? nameIn(before.slice(at[0], at[1])) : undefined;
  return {
    side: 'before',
    attribution: { start: at[0], end: before.trimEnd().length },
    ...(found && { name: shift(found, at[0]) }),
  };
}

const nameAtStart = new RegExp(String.raw`^${fullName}`, 'u');
const nameAfterRole = new RegExp(String.raw`^[^,"“]*, (?<name>${fullName})\s*$`, 'du');
/** `said Musk’s lawyer` is not said by Musk. */
const isPossessive = /['’]s(?: |$)/u;
const dayOrMonth =
  /^(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum'at|Sabtu|Minggu|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/u;

/** The name in `Babuschkin`, `Marsinah (52), warga Ngasinan`, `ketua paguyuban pedagang, Kasmiati`. */
function nameIn(subject: string): Span | undefined {
  const start = nameAtStart.exec(subject);
  const isRole = start === null || speechWords.roles.has(start[0].split(' ')[0]?.toLowerCase() ?? '');
  if (!isRole && start !== null) {
    const isNoName = speechWords.pronouns.has(start[0].toLowerCase()) || isPossessive.test(start[0]);
    const end = start[0].length - (start[0].endsWith('.') ? 1 : 0);
    return isNoName || dayOrMonth.test(start[0]) ? undefined : { start: 0, end };
  }
  const at = nameAfterRole.exec(subject)?.indices?.groups?.['name'];
  if (at === undefined || dayOrMonth.test(subject.slice(at[0]))) return undefined;
  return { start: at[0], end: at[1] };
}

const accordingTo = new RegExp(String.raw`^(?:Menurut|According to) (?<name>${fullName}),`, 'du');

/** `Menurut UU ITE`, `according to the Clean Air Act`: a text, which says nothing by itself. */
function isDocument(named: string): boolean {
  return named.split(/[ -]/u).some((word) => speechWords.documents.has(word.toLowerCase()));
}

function findAccordingTo(article: Article, spans: readonly Span[]): Span | undefined {
  const names = spans.flatMap((span) => {
    const block = article.blocks.find(({ start, end }) => span.start >= start && span.end <= end);
    const sentences = (block?.sentences ?? []).filter(
      ({ start, end }) => start >= span.start && end <= span.end,
    );
    return sentences.map(({ start, end }) => {
      const text = article.text.slice(start, end);
      const at = accordingTo.exec(text)?.indices?.groups?.['name'];
      const found = at && !isDocument(text.slice(at[0], at[1])) && nameIn(text.slice(at[0], at[1]));
      return found ? shift(found, start + (at?.[0] ?? 0)) : undefined;
    });
  });
  const [first, ...others] = names;
  if (first === undefined) return undefined;
  const words = article.text.slice(first.start, first.end);
  const isOne = others.every(
    (other) => other !== undefined && article.text.slice(other.start, other.end) === words,
  );
  return isOne ? first : undefined;
}

/** Without the comma and the space in front. */
function trimmed(words: string): Span {
  return { start: words.search(/[^\s,.]/u), end: words.trimEnd().length };
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function sharedWith(spans: readonly Span[], others: readonly Span[]): number {
  return spans.reduce(
    (sum, span) => sum + others.reduce((part, other) => part + sharedLength(other, span), 0),
    0,
  );
}

function sharedLength(one: Span, other: Span): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}
