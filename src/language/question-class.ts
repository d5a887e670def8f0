/** What a question asks for, as far as its question words alone tell. */
export type QuestionClass = 'who' | 'when' | 'where' | 'why' | 'count' | 'how';

const classes: readonly (readonly [QuestionClass, RegExp])[] = [
  [
    'why',
    /(?<!\p{L})(?:kenapa|knp|knapa|napa|mengapa|ngapain|alasan\p{L}*|penyebab\p{L}*|sebab\p{L}*|motif\p{L}*|why|reasons?|how come|what for|what (?:made|caused)|(?:kok|ko) bisa|gara[- ]?(?:gara|2) apa|(?:karena|karna|krn|buat|untuk) apa)(?!\p{L})/u,
  ],
  [
    'when',
    /(?<!\p{L})(?:kapan\p{L}*|kpn|when|(?:hari|tanggal|tgl|tahun|thn|bulan|jam|pukul) (?:apa|berapa|brp)|(?:what|which) (?:day|date|year|month|time))(?!\p{L})/u,
  ],
  ['where', /(?<!\p{L})(?:(?:di|ke|dari) ?mana|dmn|kmn|drmn|where|tempat\p{L}* apa)(?!\p{L})/u],
  ['who', /(?<!\p{L})(?:siapa\p{L}*|sapa|sp|who(?:m|se)?|who['’]?s)(?!\p{L})/u],
  ['count', /(?<!\p{L})(?:berapa\p{L}*|brp|brapa|how (?:many|much|long|old|far))(?!\p{L})/u],
  ['how', /(?<!\p{L})(?:bagaimana|gimana|gmn|gmna|caranya|how)(?!\p{L})/u],
];

/** The class of a question in Indonesian or English; undefined where its words do not tell. */
export function questionClassOf(text: string): QuestionClass | undefined {
  const lower = text.toLowerCase();
  return classes.find(([, pattern]) => pattern.test(lower))?.[0];
}
