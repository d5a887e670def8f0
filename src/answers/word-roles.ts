/** What small words do in a sentence, for telling where an answer begins and ends. Indonesian and English together. */

import { plainNegations } from '../language/negations.ts';

/** What a word does for the words behind it. */
export type WordRole =
  | 'copula'
  | 'naming'
  | 'place'
  | 'time'
  | 'cause'
  | 'purpose'
  | 'agent'
  | 'and'
  | 'contrast'
  | 'relative'
  | 'negation'
  | 'with'
  | 'says'
  | 'about'
  | 'determiner'
  | 'auxiliary'
  | 'pronoun'
  | 'content';

const wordsOfRoles: readonly (readonly [WordRole, string])[] = [
  [
    'copula',
    'adalah ialah merupakan yaitu yakni menjadi berupa sebagai is are was were be been became become as',
  ],
  [
    'naming',
    'bernama disebut dinamakan dinamai dikenal berjudul bertajuk dijuluki called named titled known dubbed',
  ],
  ['place', 'di ke dari dalam kepada in at from near into onto inside outside across around'],
  [
    'time',
    'pada sejak hingga sampai saat ketika selama sebelum mulai on since until till during when before by within',
  ],
  ['cause', 'karena lantaran sebab akibat akibatnya sehingga setelah usai because after due thanks so'],
  ['purpose', 'untuk agar supaya demi guna bagi to for'],
  ['agent', 'oleh'],
  ['and', 'dan atau serta maupun and or plus'],
  [
    'contrast',
    'tetapi tapi namun sedangkan sementara meski meskipun walau walaupun padahal melainkan kecuali but while although though however whereas except unless jika kalau bila if',
  ],
  ['relative', 'yang which that who whom whose where'],
  ['negation', plainNegations],
  ['with', 'dengan bersama melalui lewat with through via'],
  [
    'says',
    'kata ujar tutur ungkap ucap jelas tegas katanya ujarnya tuturnya mengatakan menyatakan menegaskan menjelaskan bahwa said says told added according menurut',
  ],
  ['about', 'tentang mengenai terhadap soal antara seperti per of about over against between than'],
  [
    'determiner',
    'para sebuah seorang suatu seekor ini itu tersebut the a an this these those its his her their our my your',
  ],
  [
    'auxiliary',
    'akan telah sudah sedang masih bisa dapat harus juga hanya lagi pernah ingin has have had will would can could may might must should did does do also only just',
  ],
  ['pronoun', 'ia dia mereka kami kita saya aku anda beliau he she they it we i you him them us'],
];

const roles: ReadonlyMap<string, WordRole> = new Map(
  wordsOfRoles.flatMap(([role, words]) => words.split(' ').map((word): [string, WordRole] => [word, role])),
);

/** What the folded word does. */
export function roleOf(folded: string): WordRole {
  return roles.get(folded) ?? 'content';
}

/** Ranks and forms of address that belong to a name. */
const ranks: ReadonlySet<string> = new Set(
  (
    'jenderal letjen mayjen brigjen kolonel letkol mayor kapten lettu letda letnan sersan komjen irjen kombes akbp kompol akp iptu ipda ' +
    'aipda bripka dr prof ir hj general colonel major captain lieutenant sergeant professor'
  ).split(' '),
);

/** Whether the folded word is a rank or a form of address. */
export function isRank(folded: string): boolean {
  return ranks.has(folded);
}

const offices: ReadonlySet<string> = new Set(
  (
    'pak bu bapak ibu mr mrs ms pelatih ketua kepala direktur presiden menteri gubernur bupati walikota camat lurah kapolres kapolda kapolsek kapolri manajer ' +
    'sekretaris bendahara rektor dekan hakim jaksa pengacara juru komisaris pendiri peneliti pengamat dokter kapten ' +
    'coach president minister governor mayor director chairman manager secretary judge prosecutor founder researcher spokesman spokeswoman analyst'
  ).split(' '),
);

/** Whether the folded word is an office that a name may stand behind. */
export function isOffice(folded: string): boolean {
  return offices.has(folded);
}

const tradeWords: ReadonlySet<string> = new Set(
  (
    'wakil mantan bekas calon aktivis analis apoteker penyunting produser sutradara penulis pemain penyanyi atlet pakar ahli sopir ' +
    'pengusaha pelaut perawat guru penjaga staf anggota koordinator aktris aktor kolonel jenderal sersan letnan profesor prof dr ceo cto cfo ' +
    'insinyur wartawan pemimpin pimpinan penasihat pejabat investor leader executive engineer lawyer chief former vice deputy ' +
    'senator professor sergeant captain colonel general editor producer author actor actress player nurse doctor officer'
  ).split(' '),
);
const thingWords: ReadonlySet<string> = new Set(
  (
    'rintisan aplikasi kelompok lembaga organisasi yayasan partai koperasi chatbot fitur kapal feri pesaing ' +
    'firm company group bank app startup union ship ferry charity agency party'
  ).split(' '),
);

/** Whether the folded word is an office or a trade that a name may stand behind. */
export function isTradeWord(folded: string): boolean {
  return offices.has(folded) || tradeWords.has(folded);
}

/** Whether the folded word is a kind of thing that a name may stand behind. */
export function isThingWord(folded: string): boolean {
  return thingWords.has(folded);
}

/** Whether the folded word stands in what somebody or something is, right before a name: an office, a trade, a kind of thing. */
export function isTitleWord(folded: string): boolean {
  return isTradeWord(folded) || isThingWord(folded);
}

const smallNumbers = 'dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh';
const numberWords: ReadonlySet<string> = new Set([
  ...smallNumbers.split(' ').flatMap((word) => [word, `ke${word}`]),
  ...'ratus ribu juta miliar triliun two three four five six seven eight nine ten eleven twelve'.split(' '),
  ...'twenty thirty forty fifty sixty hundred thousand million billion'.split(' '),
  ...'second third fourth fifth sixth seventh eighth ninth tenth'.split(' '),
]);

/** Whether the folded word is a number above one, or a place in a row behind the first. */
export function isNumberWord(folded: string): boolean {
  return numberWords.has(folded);
}
