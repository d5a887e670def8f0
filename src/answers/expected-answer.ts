/** A question enters; what kind of words would answer it leaves. Indonesian and English, formal, casual and abbreviated. */
import { analyseText, questionAnalysis, type Token } from '../language/analyse-text.ts';
import { isStopWord } from '../language/stop-words.ts';

/** What kind of words would answer a question; `other` where nothing in it tells. */
export type AnswerKind =
  | 'person'
  | 'organisation'
  | 'name'
  | 'date'
  | 'number'
  | 'place'
  | 'reason'
  | 'manner'
  | 'list'
  | 'definition'
  | 'quote'
  | 'yes-no'
  | 'other';

/** What a question asks for. */
export interface ExpectedAnswer {
  readonly kind: AnswerKind;
  /** Words that name the thing asked for, as folded and as stems: `penyakit` of "penyakit apa", `houses` of "how many houses". */
  readonly focus: ReadonlySet<string>;
}

const what = String.raw`(?:apa(?:kah|an|kh|nya)?|ap|mana(?:kah)?|mn)`;
const howMuch = String.raw`(?:berapa(?:kah|an)?|brp(?:a|an)?|brapa|berpa|brpa|seberapa|pira)`;

const signs: readonly (readonly [AnswerKind, RegExp])[] = [
  [
    'date',
    new RegExp(
      String.raw`\b(?:kapan(?:kah|nya)?|kpn|bilamana|when|wen|whens|(?:tahun|tanggal|tgl|bulan|jam|pukul|abad|thn|th|hari) (?:ke )?(?:${howMuch}|${what})|(?:what|which|wat) (?:\w+ )?(?:year|date|day|month|time|century|decade))\b`,
    ),
  ],
  [
    'reason',
    new RegExp(
      String.raw`\b(?:kenapa|knp|knapa|knpa|napa|ngapa(?:in)?|mengapa(?:kah)?|mngapa|why|whys|how come|what for|(?:kok|ko) (?:\S+ ){0,3}?(?:bisa|bs|ga|gak|nggak|ngga|tidak|malah|dia|dy|bisa2nya|mau|jadi|gitu|sampe|sampai|tiba)|(?<=^(?:(?:lah|loh|lho|eh|terus|trus) )?)kok \S+ \S+|apa(?:kah)? (?:yang |yg )?(?:\w+ )?(?:alasan|sebab|penyebab|menyebabkan|memicu|pemicu|membuat|tujuan|motif|maksud)\w*|(?:alasan|penyebab|sebab|tujuan|motif|alasannya|penyebabnya|sebabnya|tujuannya) ?(?:\w+ ){0,4}${what}|gara2 ap\w*|gara gara ap\w*|(?:what|wat) (?:\w+ )?(?:reason|caused?|triggered|led|made|purpose)\w*|buat ap\w*|untuk ap\w*|karena ap\w*|karna ap\w*|krn ap\w*)\b`,
    ),
  ],
  [
    'quote',
    /\b(?:(?:apa|ap) (?:yang |yg )?(?:kata|ujar|pesan|ucapan|tanggapan|komentar|pernyataan|dikatakan|diucapkan|disampaikan|diungkapkan|pesannya|katanya)|(?:kata|pesan|ucapan|tanggapan|komentar)(?:nya)? (?:\S+ ){0,4}apa(?:an)?|(?:ngomong|bilang|ngmg|blg|mengatakan|berkata|berpesan|berkomentar)(?:nya)? (?:apa(?:an)?|ap|gimana|gmn)|what (?:did|does|do|has|have) (?:\S+ ){1,5}?(?:say|said|tell|comment|respond)|whatd (?:\S+ ){1,5}say)\b/,
  ],
  ['person', /\b(?:siapa+(?:kah|nya)?|sapa|sp|spa|siapa2|who|whom|whose|whos|wo)\b/],
  [
    'place',
    new RegExp(
      String.raw`\b(?:di ?mana(?:kah)?|dmn|dimna|dmna|di mn|ke ?mana(?:kah)?|kmn|dari ?mana(?:kah)?|drmn|diamna|where|wheres|whereabouts|(?:negara|kota|provinsi|pulau|daerah|desa|kabupaten|benua|kecamatan|kec|kab|kelurahan|wilayah|tempat|lokasi|stadion|gedung|pelabuhan|bandara) ${what}|(?:what|which) (?:country|city|state|town|place|province|continent|island|village|district|port|location|venue|stadium)|(?:apa(?:kah)? )?(?:letak|lokasi) \w+)\b`,
    ),
  ],
  [
    'number',
    new RegExp(
      String.raw`\b(?:${howMuch}|(?:how|hw) (?:many|mnay|mny|much|mch|mutch|long|lng|far|old|big|large|tall|high|deep|often|fast|wide|heavy|hot|cold|late|early|soon)|(?:what|whats|wat) (?:\S+ ){0,3}?(?:percentage|number|amount|price|cost|population|length|age|size|share|salary|fee|height|weight|distance|speed|valuation|revenue|turnout))\b`,
    ),
  ],
  [
    'list',
    new RegExp(
      String.raw`\b(?:(?:${what}|sp|siapa|mana) (?:saja|aja|aj|sj|ja)|apa2|sebutkan|(?:what|which) (?:are|were) (?:the|some|their|his|her|its|two|three|four|five|\d)|(?:list|name) (?:the|all|some))\b`,
    ),
  ],
  [
    'organisation',
    new RegExp(
      String.raw`\b(?:(?:perusahaan|pt|lembaga|badan|organisasi|partai|klub|tim|universitas|kampus|sekolah|maskapai|bank|institusi|kementerian|departemen|perkumpulan|kelompok|band|grup|media|komunitas|yayasan|instansi|penerbit|stasiun) (?:\S+ )?${what}|(?:what|which|wich) (?:\w+ )?(?:company|organi[sz]ation|agency|club|team|party|university|school|bank|airline|institution|ministry|department|group|band|firm|newspaper|publisher|network))\b`,
    ),
  ],
  [
    'name',
    new RegExp(
      String.raw`\b(?:(?:apa(?:kah|an)?|ap) (?:nama|judul|sebutan|julukan|gelar|merek|merk|ibu ?kota)\w*|(?:nama|namanya|judul|judulnya|julukan|julukannya|merek|sebutannya|disebut|dijuluki|dinamakan|bernama|berjudul|dinamai) (?:\S+ ){0,5}?(?:apa(?:kah|an)?|ap)|(?:what|whats|wat) (?:\S+ ){0,2}(?:name|title|nickname|capital)|(?:called|named|titled) what|what (?:\S+ ){1,5}(?:called|named|titled))\b`,
    ),
  ],
  [
    'definition',
    new RegExp(
      String.raw`\b(?:(?:apa(?:kah|an)?|ap) (?:itu|sih itu|yang dimaksud|yg dimaksud|pengertian|definisi|arti|makna|artinya|maksudnya)|(?:itu|tuh|artinya|maksudnya|maksud) (?:apa(?:an)?|ap)(?: (?:sih|ya|yah|kak|min|bang|emang|emangnya))*$|^\S+(?: \S+)? apaan(?: (?:sih|ya|tuh|kak|min))*$|(?:apa(?:an)?) (?:tuh|sih) \S+$|what does \S+(?: \S+)? mean|define)\b|^(?:what|whats) (?:is|are|was)? ?(?:an? )?(?:\S+ ?){1,2}$`,
    ),
  ],
  [
    'manner',
    /\b(?:bagaimana(?:kah)?|gimana(?:kah)?|gmn|gmna|gimna|bgmn|bgaimana|dengan cara apa|caranya|cara apa|how|hows)\b/,
  ],
];

const yesNoOpening =
  /^(?:(?:eh|min|kak|bang|guys|so|wait|hey|lah|lho|loh|terus|trus|jadi|and|but|ok|oh) )*(?:apa (?:benar|bener|betul|iya|sudah|udah|masih|bisa|boleh|ada|memang|emang|dia|mereka)|benarkah|betulkah|bener(?:an)?|benar|emang(?:nya)?|memang(?:nya)?|adakah|bisakah|bolehkah|sudahkah|masihkah|akankah|pernahkah|haruskah|is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|isnt|arent|wasnt|didnt|doesnt|dont|cant|wont|any)\b/;
const yesNoClosing =
  /\b(?:(?:ga|gak|nggak|ngga|gk|g|tidak|enggak|kagak|blm|belum|ndak|nda|kah|bukan|tdk|gx|or not)(?: (?:sih|ya|yah|tuh|nih|kak|min|bang|gan))*|(?:aman|bisa|boleh|benar|ada|masih|sudah|udah)kah)$/;
/** Indonesian verbs by their beginnings; nouns that begin alike are left out. */
const finiteVerb =
  /^(?:(?:meng|meny|mem|men|me)(?!teri|dia|dali|sin|rek|dan|nang)[a-z]{4,}|di(?!a|nas|rektur|sebut|retorat|nding|ri)[a-z]{4,}(?<!an)|ber(?!ita|apa|as|sama|kat)[a-z]{3,}|ter(?!hadap|masuk|baru|besar|tinggi|kenal|lalu|sebut|akhir|letak)[a-z]{4,}|adalah|merupakan|termasuk|sudah|udah|bisa|akan|pernah|masih|ada|boleh|harus|mau|ikut|punya|tidak|bukan|belum|dapat|hanya|juga|mampu|sedang|telah|wajib|perlu)$/;

/** What the question asks for, by its question words. */
export function readExpectedAnswer(question: string): ExpectedAnswer {
  const tokens = analyseText(question, questionAnalysis);
  const words = tokens.map((token) => token.folded).join(' ');
  const kind = whoIs.test(question) ? 'definition' : readKind(words);
  const isWhether = kind === 'other' && /\?["”'’)\s]*$/u.test(question) && saysAll(words);
  return { kind: isWhether ? 'yes-no' : kind, focus: readFocus(tokens) };
}

const whatWord = /\b(?:apa(?:an|aan|kah|a)?|ap|what|whats|wat|which|wich|mana|mn)\b/;

/** Whether the question has a word of its own for what it asks. */
export function asksWhat(question: string): boolean {
  return whatWord.test(foldWords(question));
}

/** Fewer words seldom are a sentence that may be true or not. */
const wholeSentenceMin = 4;

/** Whether nothing in the words asks, so that a question mark can only ask whether: "ujiannya jadi ditunda minggu ini?". */
function saysAll(words: string): boolean {
  if (words.split(' ').length < wholeSentenceMin) return false;
  return (
    !whatWord.test(words) &&
    !/^(?:yang|yg|kalau|kalo|klo|terus|trus|dan|and|what about|how about)\b/.test(words)
  );
}

function foldWords(question: string): string {
  return analyseText(question, questionAnalysis)
    .map((token) => token.folded)
    .join(' ');
}

/** Offices and relations: "Siapa Presiden Palestina?" asks for somebody, not about somebody. */
const office =
  'presiden|wakil|wapres|menteri|perdana|gubernur|bupati|wali|camat|lurah|raja|ratu|kaisar|sultan|ketua|kepala|direktur|' +
  'pemimpin|pimpinan|pendiri|penemu|pencipta|penulis|pengarang|sutradara|juara|kapten|pelatih|manajer|panglima|kapolri|' +
  'kapolda|sekretaris|jaksa|hakim|rektor|dekan|uskup|paus|duta|juru|komisaris|anggota|istri|suami|anak|putra|ibu|ayah|' +
  'president|vice|prime|minister|king|queen|emperor|chairman|chairwoman|director|governor|mayor|founder|ceo|head|chief|captain|coach|author';
/** "Siapa Igor Babuschkin?" names somebody already and asks what he is. */
const whoIs = new RegExp(
  String.raw`^\s*(?:[Ss]iapa(?:kah|\s+itu|\s+sih)?|[Ww]ho(?:['’]?s|\s+is|\s+was))\s+(?!(?:${office}|${office
    .split('|')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('|')})\b)(?:\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:bin|van|de|al)\b)?\s*){1,4}(?:itu|sih|ya|\?|$)`,
  'u',
);

function readKind(words: string): AnswerKind {
  if (yesNoOpening.test(words) || asksWhether(words)) return 'yes-no';
  const sign = signs.find(([, pattern]) => pattern.test(words))?.[0];
  if (sign !== undefined) return sign;
  return yesNoClosing.test(words) ? 'yes-no' : 'other';
}

/** Whether *apakah* asks whether, as in "Apakah banjir sudah surut?", and not what, as in "Apakah nama ibu kotanya?". */
function asksWhether(words: string): boolean {
  const rest = /^(?:\S+ ){0,2}?apakah (.+)$/.exec(words)?.[1]?.split(' ');
  if (rest === undefined || rest[0] === 'yang' || rest[0] === 'itu') return false;
  for (const [place, word] of rest.entries()) {
    // What stands behind *yang* describes a noun; the question itself has its verb before.
    if (word === 'yang' || word === 'yg') return false;
    if (finiteVerb.test(word)) return true;
    // "Apakah jembatan itu aman?"
    if (/^(?:itu|ini|tersebut|tsb)$/.test(word) && place < rest.length - 1) return true;
  }
  return false;
}

const askingBefore =
  /^(?:apa(?:kah|an)?|ap|mana(?:kah)?|mn|siapa(?:kah)?|sapa|sp|berapa(?:kah|an)?|brp|kapan(?:kah)?|kpn)$/;
const askingAfter =
  /^(?:apa(?:kah|an)?|ap|berapa(?:kah)?|brp|siapa(?:kah)?|nama|judul|jumlah|what|which|wat|wich|whats|whos|who|many|much|name|number)$/;
/** Words of the thing asked for, on either side of the question word. */
const focusWordsMax = 2;

function readFocus(tokens: readonly Token[]): Set<string> {
  const focus = new Set<string>();
  const add = (token: Token): void => {
    for (const form of token.forms) focus.add(form);
  };
  for (const [place, token] of tokens.entries()) {
    if (askingBefore.test(token.folded)) {
      for (const before of takeContent(tokens.slice(Math.max(0, place - focusWordsMax), place).toReversed()))
        add(before);
    }
    if (askingAfter.test(token.folded)) {
      const behind = tokens
        .slice(place + 1)
        .filter((next, at) => at > 2 || !skippedBeforeFocus.has(next.folded));
      for (const after of takeContent(behind.slice(0, focusWordsMax))) add(after);
    }
  }
  return focus;
}

/** Small words between the question word and the thing asked for: "what is the name of the …". */
const skippedBeforeFocus: ReadonlySet<string> = new Set([
  'is',
  'are',
  'was',
  'were',
  'the',
  'of',
  'a',
  'an',
  'nama',
  'judul',
  'name',
  'saja',
  'aja',
  'jumlah',
  'sih',
  'itu',
]);

function takeContent(tokens: readonly Token[]): Token[] {
  const end = tokens.findIndex((token) => token.isStop || isStopWord(token.folded));
  return end === -1 ? [...tokens] : tokens.slice(0, end);
}
