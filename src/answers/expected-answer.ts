import { analyseText, questionAnalysis } from '../language/analyse-text.ts';

/** What kind of words would answer a question; `other` where nothing in it tells. */
export type ExpectedAnswer = 'person' | 'date' | 'number' | 'place' | 'reason' | 'yes-no' | 'other';

/** Signs in the question's words, the first that fits deciding: "tahun berapa" asks for a date, not a number. */
const signs: readonly (readonly [ExpectedAnswer, RegExp])[] = [
  [
    'date',
    /\b(?:kapan(?:kah)?|kpn|bilamana|when|(?:tahun|tanggal|tgl|bulan|jam|pukul|abad|thn|hari) (?:berapa(?:kah)?|brp|apa(?:kah)?)|(?:what|which) (?:year|date|day|month|time|century|decade))\b/,
  ],
  [
    'reason',
    /\b(?:kenapa|knp|mengapa(?:kah)?|why|apa (?:alasan|sebab|penyebab)\w*|what (?:reason|cause)\w*)\b/,
  ],
  ['person', /\b(?:siapa(?:kah)?|sapa|sp|who|whom|whose)\b/],
  [
    'place',
    /\b(?:dimana(?:kah)?|di mana(?:kah)?|dmn|di mn|kemana(?:kah)?|ke mana|darimana|dari mana|where|(?:negara|kota|provinsi|pulau|daerah|desa|kabupaten|benua) (?:mana|apa)(?:kah)?|(?:what|which|in what|in which) (?:country|city|state|town|place|province|continent|island))\b/,
  ],
  [
    'number',
    /\b(?:berapa(?:kah)?|brp|seberapa|how (?:many|much|long|far|old|big|large|tall|high|deep|often|fast)|what (?:percentage|number|amount))\b/,
  ],
  [
    'yes-no',
    /^(?:apakah|apa (?:benar|bener|betul)|benarkah|bener(?:an)?|emang(?:nya)?|is|are|was|were|did|does|do|has|have|had|can|could|will|would)\b/,
  ],
];

/** What the question asks for, by its question words; Indonesian and English, formal and colloquial. */
export function readExpectedAnswer(question: string): ExpectedAnswer {
  const words = analyseText(question, questionAnalysis)
    .map((token) => token.folded)
    .join(' ');
  return signs.find(([, sign]) => sign.test(words))?.[0] ?? 'other';
}
