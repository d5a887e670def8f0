/** Places in a sentence that could be the answer to a question of a certain kind. */
import type { Span } from '../articles/article.ts';
import { isStopWord } from '../language/stop-words.ts';
import type { AnswerKind } from './expected-answer.ts';

/** Names of months and days in both languages, as alternatives of a pattern. */
export const monthNames =
  'januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|' +
  'january|february|march|may|june|july|august|october|december';
export const weekdayNames =
  "senin|selasa|rabu|kamis|jum(?:'|’)?at|sabtu|minggu|monday|tuesday|wednesday|thursday|friday|saturday|sunday";
const beforeDate = String.raw`(?:\b(?:hari\s+)?(?:${weekdayNames})\s*,?\s*(?:tanggal\s+)?)?`;
const datePattern = new RegExp(
  [
    String.raw`${beforeDate}\b\d{1,2}(?:st|nd|rd|th)?\s+(?:${monthNames})(?:,?\s+\d{4})?\b`,
    String.raw`${beforeDate}\b(?:${monthNames})\s+\d{1,2}(?:st|nd|rd|th)?(?:,\s*\d{4})?\b`,
    String.raw`\b(?:${monthNames})\s+\d{4}\b`,
    String.raw`\b\d{1,2}/\d{1,2}/\d{2,4}\b`,
    String.raw`\b(?:pukul|jam)\s+\d{1,2}[.:]\d{2}(?:\s+(?:wib|wita|wit))?\b`,
    String.raw`\b\d{1,2}:\d{2}\b`,
    String.raw`\babad\s+(?:ke-?)?\w+\b`,
    String.raw`\b(?:hari\s+)?(?:${weekdayNames})\s*(?:\(\d{1,2}/\d{1,2}(?:/\d{2,4})?\))?`,
    String.raw`\b(?:tahun\s+)?(?:1\d{3}|20\d{2})(?:-?an|s)?\b`,
    String.raw`\b(?:kuartal|triwulan|caturwulan|semester)\s+(?:[ivx]{1,4}|pertama|kedua|ketiga|keempat|ke-?\d)\b(?:[-/\s]\d{4}\b)?`,
    String.raw`\b(?:kemarin|besok|lusa|yesterday|tomorrow)\b`,
  ].join('|'),
  'giu',
);

/** Without one of these there is no date, and looking for one costs more than all else. */
const maybeDate = new RegExp(
  String.raw`\d|abad\s|kuartal|triwulan|caturwulan|semester|kemarin|besok|lusa|yesterday|tomorrow|${weekdayNames}`,
  'iu',
);

const numberWords =
  'satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|seratus|seribu|sejuta|setengah|separuh|' +
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|dozen|half';
const numberScale =
  'belas|puluh|ratus|ribu|juta|miliar|milyar|triliun|thousand|million|billion|trillion|persen|percent|%';
// What a figure counts belongs to it (300 warga); these words begin something else.
const nounless =
  'dan|atau|di|ke|dari|dalam|pada|untuk|dengan|yang|oleh|adalah|juga|akan|telah|sudah|serta|karena|hingga|sampai|' +
  'menjadi|sebagai|tidak|tak|belum|bukan|tanpa|jangan|masih|bisa|dapat|harus|saat|ketika|setelah|sebelum|rp|idr|usd|tetapi|tapi|not|no|never|but|when|after|before|and|or|of|in|on|at|by|for|from|to|with|the|a|an|was|were|is|are|has|had|which|that|who|as|per';
const figure = String.raw`\d{1,12}(?:[.,]\d{1,12}){0,6}(?:st|nd|rd|th)?`;
const scaled = String.raw`(?:\s?(?:${numberScale})\b|\s?%)*`;
const numberPattern = new RegExp(
  // Money counts itself; whatever else is counted belongs to its figure.
  String.raw`(?<![\p{L}\p{N}.,])(?:(?:Rp|IDR|USD|US\$|S\$|A\$|[$€£])\.?\s?${figure}${scaled}` +
    // "Salah satu pendiri", "one of the founders": which, not how many.
    String.raw`|(?:${figure}|(?<!\bsalah\s)\b(?!one\s+of\b)(?:${numberWords})\b)${scaled}(?:[ \u00A0](?!(?:${nounless})\b)\p{Ll}[\p{L}\p{M}²³]*(?:\s(?:persegi|kubik|AS|square|cubic)\b)?)?)`,
  'giu',
);

// A name is a run of capitalised words, joined by the small words that stand inside names. It begins where a word does:
// tried from every letter, a word of 200,000 small ones (pasted data) would take a minute.
const nameWord = String.raw`(?<![\p{L}\p{M}\p{N}])(?:\p{Lu}[\p{L}\p{M}\p{N}]*|\p{Ll}+\p{Lu}[\p{L}\p{M}\p{N}]*)(?:['’\-.](?=\p{L})[\p{L}\p{M}\p{N}]+)*(?:['’](?=\s\p{Lu}))?`;
const namePattern = new RegExp(
  String.raw`${nameWord}\.?(?:\s(?:(?:bin|binti|van|von|der|de|da|al|of|the|of the|von der|van der|van den)\s)?${nameWord}|(?<=\b(?:Negeri|Nomor|No\.?|Pasal|Rumah Sakit))\s\d{1,3}){0,8}`,
  'gu',
);

/**
 * Spans of that kind in the sentence, in reading order, offsets into the sentence. The text of its
 * article tells whether the word that begins it is a name or only begins it.
 * Empty for kinds that have no shape of their own (`reason`, `yes-no`, `other`).
 */
export function findAnswerSpans(sentence: string, kind: AnswerKind, articleText = sentence): Span[] {
  if (kind === 'date') return maybeDate.test(sentence) ? findAll(sentence, datePattern) : [];
  if (kind === 'number') return findAll(sentence, numberPattern);
  if (kind === 'person' || kind === 'organisation') {
    return findNames(sentence, articleText).filter(
      (name) => !isPlaceName(sentence, name) && !isCalendarOrOrigin(sentence, name),
    );
  }
  if (kind === 'quote') return findQuotes(sentence);
  if (kind === 'place') return findNames(sentence, articleText).filter((name) => isPlaceName(sentence, name));
  return [];
}

/** Quotations of at most 600 UTF-16 units; an apostrophe inside a word ends none. */
const quotePattern =
  /[“"]([^“”"]{3,600})[”"]|(?<![\p{L}\p{N}])[‘']((?:[^‘’']|(?<=\p{L})['’](?=\p{L})){8,600})[’'](?![\p{L}\p{N}])/gu;

/** What stands between quotation marks, without them. */
function findQuotes(sentence: string): Span[] {
  return [...sentence.matchAll(quotePattern)].map((match) => ({
    start: match.index + 1,
    // A comma before the closing mark belongs to who is speaking.
    end: match.index + match[0].length - (/,.$/u.test(match[0]) ? 2 : 1),
  }));
}

/** Words before a name that make it an origin, a language or a date rather than somebody. */
const notSomebodyBefore =
  /(?:^|\s)(?:asal|bahasa|bangsa|tanggal|bulan|hari|tahun|from|language)\s+(?:\d+\s+)?$/iu;
const calendarName = new RegExp(`^(?:${monthNames}|${weekdayNames})$`, 'iu');

function isCalendarOrOrigin(sentence: string, name: Span): boolean {
  if (calendarName.test(sentence.slice(name.start, name.end))) return true;
  return notSomebodyBefore.test(sentence.slice(Math.max(0, name.start - 16), name.start));
}

/** What stands before a word that begins a sentence, or one quoted within it ("X menulis, 'Hari ini …"). */
const opensSentence = /^[^\p{L}\p{N}]*$|[\s:,(]["“'‘]$/u;

/** Names in the sentence, in reading order, offsets into the sentence; an ordinary word with a capital at its beginning is none. */
export function findNames(sentence: string, articleText: string): Span[] {
  return findAll(sentence, namePattern).flatMap((name) => {
    const words = sentence.slice(name.start, name.end);
    const first = /^\S+\s*/.exec(words)?.[0] ?? '';
    const isOpening = opensSentence.test(sentence.slice(0, name.start));
    if (!isOrdinaryWord(first.trim(), isOpening ? articleText : '')) return [trimEnd(sentence, name)];
    const rest = { start: name.start + first.length, end: name.end };
    return rest.start < rest.end && /^\p{Lu}/u.test(sentence.slice(rest.start))
      ? [trimEnd(sentence, rest)]
      : [];
  });
}

/** Shorter words begin too many others for that to say anything. */
const prefixLengthMin = 5;

/** Whether the word is a function word, or the article also writes it (or a form of it) without the capital. */
function isOrdinaryWord(word: string, articleText: string): boolean {
  // AS is a name, though `as` is a function word.
  if (/^\p{Lu}{2,}$/u.test(word)) return false;
  const lower = word.toLowerCase();
  if (isStopWord(lower)) return true;
  for (let at = articleText.indexOf(lower); at >= 0; at = articleText.indexOf(lower, at + 1)) {
    if (isInsideWord(articleText, at)) continue;
    if (lower.length >= prefixLengthMin || !isInsideWord(articleText, at + lower.length)) return true;
  }
  return false;
}

function isPlaceName(sentence: string, name: Span): boolean {
  const before = sentence.slice(Math.max(0, name.start - 24), name.start);
  return /(?:^|\s)(?:di|ke|dari|kota|negara|provinsi|pulau|desa|kabupaten|kecamatan|in|at|near|to|from)\s+(?:the\s+)?(?:\p{Lu}[\p{L}-]*,\s)?$/u.test(
    before,
  );
}

function trimEnd(sentence: string, span: Span): Span {
  const trimmed = sentence
    .slice(span.start, span.end)
    .replace(/(?:\s(?:Rp|IDR|USD|US))?[\s.]+$|\s(?:Rp|IDR|USD|US)$/u, '');
  return { start: span.start, end: span.start + trimmed.length };
}

function findAll(sentence: string, pattern: RegExp): Span[] {
  return [...sentence.matchAll(pattern)]
    .map((match) => ({ start: match.index, end: match.index + match[0].trimEnd().length }))
    .filter((span) => span.end > span.start && !cutsWord(sentence, span));
}

/** Whether an end of the span stands inside a word or a number. */
export function cutsWord(text: string, span: Span): boolean {
  return isInsideWord(text, span.start) || isInsideWord(text, span.end);
}

function isInsideWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const around = text.slice(Math.max(0, offset - 3), offset + 3);
  const at = offset - Math.max(0, offset - 3);
  const before = around.slice(0, at);
  const after = around.slice(at);
  if (/[\p{L}\p{M}\p{N}]$/u.test(before) && /^[\p{L}\p{M}\p{N}]/u.test(after)) return true;
  return /\p{N}[.,:]$/u.test(before) && /^\p{N}/u.test(after)
    ? true
    : /\p{N}$/u.test(before) && /^[.,:]\p{N}/u.test(after);
}
