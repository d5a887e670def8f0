/** Which of the two languages a text is written in: an article, or a question of a few casual words. */
import { detect } from 'tinyld';
import type { Language } from './language.ts';

/** Only this many UTF-16 units are looked at: a language shows long before. */
const sampleLengthMax = 4000;
/** Kutip was made for Indonesian servers: a text without any evidence counts as Indonesian. */
const languageDefault: Language = 'id';

// Function words and, for questions, their casual spellings. Words both languages share are left out.
const functionWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  id: new Set(
    `yang yg dan dari di ke pada untuk utk dengan dgn dalam adalah ini itu tidak tdk nggak ngga gak ga enggak bukan
     akan telah sudah udah udh masih juga jg atau karena krn oleh saat setelah sebelum apa apakah siapa kapan kpn
     mana dimana kenapa mengapa gimana gmn bagaimana bgmn berapa brp sih dong kok loh nih tuh aja saja bisa ada
     saya aku gue gua lu kamu kalian mereka dia ia kami kita nya si para sebuah seorang seperti lebih kalo kalau
     terus trus lagi lg jadi jd biar buat banget bgt dulu emang kata tentang ttg soal menurut tahun milik antara siapakah
     dimanakah kemana kemanakah kapankah berapakah manakah bagaimanakah nama`.split(/\s+/),
  ),
  en: new Set(
    `the of and to in is was were are be been for with on by from that this these those it its he she his her they
     their what who whom whose when where why how which did does do has have had not but or as at an if than then
     about after before can could would will should there you your we our my me i'm it's didn't doesn't isn't
     wasn't don't tell many much`.split(/\s+/),
  ),
};

/** The language the text reads as; Indonesian where nothing speaks for either. Pure. */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, sampleLengthMax);
  const counts = { id: 0, en: 0 };
  // The word that opens a question is its writer's own; later ones may belong to a title or a name.
  let weight = 3;
  for (const [word] of sample.matchAll(/\p{L}[\p{L}\p{M}'’]*/gu)) {
    // Inside a text a capital speaks of a name: "The Lord of the Rings".
    if (weight === 1 && /^\p{Lu}\p{Ll}/u.test(word)) continue;
    const plain = word.toLowerCase().replace('’', "'");
    if (functionWords.id.has(plain)) counts.id += weight;
    if (functionWords.en.has(plain)) counts.en += weight;
    weight = 1;
  }
  if (counts.id !== counts.en) return counts.id > counts.en ? 'id' : 'en';
  return detect(sample.toLowerCase(), { only: ['id', 'en'] }) === 'en' ? 'en' : languageDefault;
}
