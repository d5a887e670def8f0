/**
 * Whether a question is one of people among themselves: how somebody is, where they are, whether
 * they have eaten. It has the form of a question and is none for an article.
 */

/** Speaking to somebody. "lo" and "lu" may also be the particle "lho", which opens a sentence. */
const secondPerson =
  /(?<![\p{L}\p{N}])(?:kamu|km|kmu|kalian|klian|elu|elo|loe|you|u(?!\.)|yall)(?![\p{L}\p{N}])|(?<=[\p{L}\p{N}][^\p{L}\p{N}]+)(?:lu|lo)(?![\p{L}\p{N}])/u;

/** Asking somebody for what they know, or for an answer: then it is about something else. */
const asksToTell =
  /(?<![\p{L}\p{N}])(?:tau|tahu|inget|ingat|paham|ngerti|jelasin|jelaskan|ceritain|ceritakan|menurut|know|tell|explain|remember|say)(?![\p{L}\p{N}])/u;

/** What people ask each other when they meet, with nobody named. */
const greetings = [
  /^(?:(?:eh|hai|halo|hi|hey|pagi|siang|sore|malam|guys|gais|bro|sis|kak|bang|min)\W+)*(?:lagi (?:apa|ngapain|di ?mana|sibuk)|apa kabar|gimana kabar|how are things|hows it going|whats up|wassup|sup)(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])(?:udah|udh|sudah|sdh|dah|lagi|pada|udah pada|sudah pada) (?:pada )?(?:makan|mam|tidur|mandi|pulang|bangun|ngopi|sarapan|sholat|solat)(?: (?:siang|malam|malem|pagi|sore))?(?: (?:belum|blm|blom|ya|kah|nih|kak|bang|bro|sis|guys|gais))*[?!. ]*$/u,
  /(?<![\p{L}\p{N}])(?:udah|udh|sudah|sdh) (?:pada )?(?:baca|nonton|liat|lihat)(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])(?:anyone (?:up|here|around|awake)|who wants to|siapa (?:yang|yg) (?:mau|ikut|bisa ikut)|ada (?:yang|yg) (?:mau|punya|jual|bisa|online|on|bangun))(?![\p{L}\p{N}])/u,
];

/** Judged by its form alone; `words` as `readVisibleText` gives them. */
export function isSmallTalk(words: string): boolean {
  const folded = words.toLowerCase().normalize('NFKC').replace(/[’'`]/gu, '');
  if (greetings.some((greeting) => greeting.test(folded))) return true;
  return secondPerson.test(folded) && !asksToTell.test(folded);
}
