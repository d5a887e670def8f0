/**
 * Whether a chat message asks something, in Indonesian, English or both, with and without a
 * question mark. Judged by its form alone: whether the article answers it is decided elsewhere.
 */

/** Words that ask wherever they stand in a short sentence ("dia keluar kapan", "ceritanya gmn"). */
const indonesianInterrogatives = new Set(
  (
    'siapa siapakah sapa spa apakah kapan kpn kapankah mengapa mengapakah kenapa knp napa ngapa ' +
    'bagaimana bagaimanakah gimana gmn gmna gimn gmana berapa brp berapakah brapa dimana dmn dimanakah ' +
    'kemana kmn darimana drmn mana manakah ngapain adakah benarkah bisakah apaan'
  ).split(' '),
);

/** Ask only at the start of what is said, or right before its end ("itu apa", "apa itu ventura"). */
const indonesianAtTheEdge = new Set([
  'apa',
  'ap',
  'emang',
  'emangnya',
  'emg',
  'memang',
  'memangnya',
  'kok',
  'ko',
  'masa',
  'masak',
  'bener',
  'beneran',
  'benar',
]);

/** Ordinary words that only look as if they carried the question suffix -kah. */
const endsInKahByNature = new Set(
  'langkah melangkah tingkah bertingkah nikah menikah berkah barokah serakah sedekah bersedekah naskah bongkah mekkah merekah'.split(
    ' ',
  ),
);

const englishInterrogatives = new Set(
  'who whos whose whom what whats when whens where wheres why whys how hows which wdym'.split(' '),
);

/** An auxiliary asks when a subject follows it: "did he leave", not "can opener". */
const englishAuxiliaries = new Set(
  (
    'is are was were am do does did has have had can could will would should may might ' +
    'isnt arent wasnt werent dont doesnt didnt hasnt havent cant couldnt wont wouldnt shouldnt'
  ).split(' '),
);
const englishSubjects = new Set(
  (
    'i you he she it we they this that these those there the a an anyone anybody somebody someone ' +
    'everyone his her its their your our my any'
  ).split(' '),
);

/** Opening words that leave the question behind them standing: "btw siapa …", "min, kapan …". */
const openings = new Set(
  (
    'eh btw min kak bang gan sis bro guys halo hai hi hey hello oi woi loh lho lah nah trus terus jadi ' +
    'jd so and but tapi tp dan ok oke okay well um hmm wait tunggu bentar sorry maaf permisi mau nanya ' +
    'tanya nanyak numpang izin ijin dong tolong pls please anyway also lalu terusnya wah anjir'
  ).split(' '),
);

/** Closing particles that do not change what is asked: "apa sih", "kenapa ya min". */
const closings = new Set(
  'sih ya yah yak y kah dong deh si nih tuh min kak bang gan bro guys gitu gt ini itu tu lagi though then again pls please'.split(
    ' ',
  ),
);

/** Fixed phrases that hold a question word and ask nothing. */
const idioms = [
  /\bapa ?(?:pun|lagi deh|aja deh|adanya|kabarnya)\b/gu,
  /\b(?:siapa|apa|mana|kapan|di ?mana|ke ?mana|bagaimana|gimana|berapa)(?:pun| ?pun| ?aja| ?saja| ?juga)\b/gu,
  /\bsiapa ?(?:tau|tahu|sangka|suruh|peduli)\b/gu,
  /\bkapan(?: |-| - )kapan\b|\bkapan2\b/gu,
  /\b(?:entah|gatau|ga ?tau|gak ?tau|nggak ?tau|ngga ?tau|tidak ?tahu|gtw|tau ?ah|terserah)\b[^,.;!?]*/gu,
  /\b(?:apa|gimana) (?:boleh|mau) (?:buat|dikata)\b/gu,
  /\bgimana gitu\b|\bmana ada\b|\bmana (?:mungkin|bisa|tahan)\b|\b(?:gak|ga|tidak|nggak) (?:apa|papa)(?: ?- ?apa|2)?\b|\bgapapa\b/gu,
  // Knowing, forgetting or saying *who* states something, unless it is asked of the room ("ada yg tau siapa …").
  /(?<!ada (?:yg|yang) |pada |kalian |kamu |lu |lo |ada )\b(?:tau|tahu|inget|ingat|lupa|ngerti|paham|bilang|cerita) (?:siapa|apa|kapan|kenapa|gimana|bagaimana|berapa|di ?mana|yang mana)\b[^,;!?]*/gu,
  /\bapa ?- ?apa\b|\bdi ?mana ?- ?mana\b|\bke ?mana ?- ?mana\b/gu,
  /\bwhat (?:a|an)\b|\bwho cares\b|\b(?:guess|that is|thats|this is|and thats|no matter|somehow|whatever|you know|no idea|idk|dunno|not sure|i know|we know|remember|see) (?:what|why|how|who|when|where|which)\b/gu,
  /\bwhen (?:i|you|we|he|she|they|it|the|my|his|her)\b(?![^.!]*\?)/gu,
  /\bwhat the\b|\bhow (?:cute|sad|nice|funny|sweet|cool|dare)\b|\bwhy not\b(?!.*\?)|\bno matter (?:what|how)\b/gu,
];

/** Requests for an answer that have no question word: "jelasin dong soal Grok", "tell me about …". */
const requests =
  /^(?:(?:tolong|coba|min|kak|bang|pls|please|can you|could you)\s+)*(?:jelas(?:kan|in)|cerita(?:kan|in)|sebut(?:kan|in)|kasih ?tau|kasi ?tau|beritahu|tell me|explain|list|describe|summari[sz]e|rangkum(?:kan|in)?)\b/u;

/** Longest message still read as a question without a question mark, in words: longer ones are talk. */
const unmarkedWordsMax = 24;

/**
 * Whether these words, as `readVisibleText` gives them, ask something.
 * A question mark decides alone unless nothing but punctuation or laughter stands beside it.
 */
export function isQuestion(words: string): boolean {
  const folded = words.toLowerCase().normalize('NFKC').replace(/[’'`]/gu, '');
  const sentences = folded.match(/[^.!?…\n]+[.!?…]*/gu) ?? [];
  return sentences.some((sentence) => asks(sentence));
}

function asks(sentence: string): boolean {
  const marked = /\?/u.test(sentence);
  const tokens = wordsOf(sentence);
  if (marked) return tokens.some((token) => token.length > 1 && !isLaughter(token));
  const left = idioms.reduce((text, idiom) => text.replace(idiom, ' '), sentence);
  const core = trimParticles(wordsOf(left));
  if (core.length === 0 || core.length > unmarkedWordsMax) return false;
  return requests.test(core.join(' ')) || asksInIndonesian(core) || asksInEnglish(core);
}

function asksInIndonesian(tokens: readonly string[]): boolean {
  if (tokens.some((token) => indonesianInterrogatives.has(token))) return true;
  if (tokens.length < 2) return false;
  const [first = '', last = ''] = [tokens[0], tokens.at(-1)];
  if (/^\p{L}{3,}kah$/u.test(first) && !endsInKahByNature.has(first)) return true;
  return indonesianAtTheEdge.has(first) || last === 'apa' || last === 'ap';
}

function asksInEnglish(tokens: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = tokens;
  if (englishInterrogatives.has(first)) return tokens.length > 1 || first === 'why' || first === 'who';
  if (englishAuxiliaries.has(first))
    return tokens.length > 2 && (englishSubjects.has(second) || third !== '');
  const last = tokens.at(-1) ?? '';
  return tokens.length > 2 && englishInterrogatives.has(last) && last !== 'which';
}

function trimParticles(tokens: readonly string[]): readonly string[] {
  let start = 0;
  let end = tokens.length;
  while (start < end && openings.has(tokens[start] ?? '')) start += 1;
  while (end > start + 1 && closings.has(tokens[end - 1] ?? '')) end -= 1;
  return tokens.slice(start, end);
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}

function isLaughter(token: string): boolean {
  return /^(?:(?:wk)+w?k?|(?:ha|he|hi|xi){2,}h?|lo+l|lmao+|rofl|kwk+|anj(?:ir|ay)?|hmm+|hah|huh|eh)$/u.test(
    token,
  );
}
