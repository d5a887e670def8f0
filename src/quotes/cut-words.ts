/** Words of our own whose loss changes what a sentence says, and words that lean on what stands before them. */
import type { Language } from '../language/language.ts';

export interface CutWords {
  /** Anywhere in a text. */
  readonly negation: RegExp;
  /** Anywhere: what makes a claim somebody's, or uncertain. */
  readonly hedge: RegExp;
  /** At the beginning: stands for something named before. */
  readonly pronoun: RegExp;
  /** At the beginning: goes on from something said before. */
  readonly connective: RegExp;
  /** At the beginning: takes back some of what was said before. */
  readonly contrast: RegExp;
  /** Anywhere: says of something said before that it is not so. */
  readonly denial: RegExp;
  /** At the beginning: names a source that may hold for what follows too. */
  readonly frame: RegExp;
}

/** The lists for one language; both hold only function words and words of reporting. */
export function cutWords(language: Language): CutWords {
  const lists = language === 'id' ? indonesian : english;
  return {
    negation: anywhere(lists.negation),
    hedge: anywhere(lists.hedge),
    pronoun: atStart(lists.pronoun),
    connective: atStart(lists.connective),
    contrast: atStart(lists.contrast),
    denial: anywhere(lists.denial),
    frame: atStart(lists.frame),
  };
}

function anywhere(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})(?![\p{L}\p{N}])`, 'iu');
}

/** Opening marks may stand before the first word. */
function atStart(words: string): RegExp {
  return new RegExp(String.raw`(?<=^["'“‘«(\[*_\s]*)(?:${words})(?![\p{L}\p{N}])`, 'iu');
}

const idContrast =
  'namun|tetapi|tapi|akan tetapi|(?:meski|meskipun|walau|walaupun) (?:demikian|begitu)|sebaliknya|padahal|di sisi lain|sayangnya|hanya saja|sedangkan';
const idDenial =
  'membantah|dibantah|membantahnya|dibantahnya|bantahan|menyangkal|disangkal|menampik|ditampik|menepis|ditepis|menyanggah|disanggah|mementahkan|dipatahkan|(?:tidak|tak) (?:benar|terbukti|berdasar|sesuai fakta)|tidaklah benar|bohong|hoaks|hoax|keliru|palsu|meralat|diralat|mencabut (?:pernyataan|keterangan)(?:nya)?';
const indonesian = {
  negation:
    'membantah|dibantah|bantahan|menyangkal|disangkal|menampik|ditampik|menepis|ditepis|tidak|tidaklah|bukan|bukanlah|belum|jangan|tak|tanpa|tiada|enggak|nggak|gak|ndak',
  hedge:
    'diduga|dugaan|menurut|menurutnya|kabarnya|dikabarkan|konon|disebut|disebut-sebut|akan|mungkin|kemungkinan|diperkirakan|memperkirakan|diklaim|mengklaim|katanya|tampaknya|rupanya|sepertinya|agaknya|barangkali|seolah|rencananya|direncanakan|berencana|dijanjikan|terduga|bisa jadi|dituduh|dilaporkan|dinilai|mengaku|mengatakan|menyebut|ujar|ujarnya|kata',
  pronoun:
    'ia|dia|beliau|mereka|keduanya|hal (?:itu|ini|tersebut)|ini|itu|begitu|demikian|yang (?:satunya|lain|sekarang)|(?:\\p{L}+ ){1,2}(?:itu|tersebut|ini)(?= )|(?!(?:hanya|tanya|punya|biasanya|sebenarnya|umumnya|khususnya|setidaknya|sesungguhnya|pokoknya|nyatanya|akhirnya|akibatnya|misalnya|selanjutnya|sebelumnya|sayangnya)(?!\\p{L}))\\p{L}{2,}nya',
  connective: `${idContrast}|sementara itu|selain itu|(?:oleh )?(?:karena|sebab) itu|dengan demikian|akibatnya|misalnya|selanjutnya|kemudian|lalu|lagi pula|bahkan|sehingga|maka|jadi|sejak itu|setelah itu|sesudah itu|waktu itu|sebelumnya|akhirnya|dalam kasus lain|begitu pula|demikian pula|sebagai (?:imbalan|perbandingan|contoh)|juga`,
  contrast: idContrast,
  denial: idDenial,
  frame: 'menurut|menurutnya|kata|konon|kabarnya|berdasarkan|dalam (?:dakwaan|kesaksian|keterangan)nya',
};

const enContrast =
  'but|however|yet|nevertheless|nonetheless|on the other hand|by contrast|on the contrary|still|although|even so|that said|in fact|instead';
const english = {
  negation:
    "\\p{L}+n['’]t|not|never|no|nor|neither|nobody|none|nothing|nowhere|cannot|without|hardly|barely|denied|denies|deny",
  hedge:
    'allegedly|alleged|reportedly|supposedly|apparently|according to|said|says|claims?|claimed|may|might|could|would|perhaps|possibly|probably|likely|unlikely|appears?|appeared|seems?|seemed|believe[sd]?|suspected|estimated|expected|rumou?red|accused|told|almost certainly',
  pronoun: 'he|she|they|it|this|that|these|those|him|her|his|their|its|such|both|the (?:former|latter)',
  connective: `${enContrast}|and|so|then|therefore|thus|moreover|furthermore|meanwhile|also|in addition|for (?:example|instance)|as a result|by then|afterwards|later|otherwise|besides|similarly|finally|next|hence|because of (?:this|that)`,
  contrast: enContrast,
  denial:
    "den(?:y|ies|ied|ying|ial)|dispute[sd]?|refute[sd]?|debunked|contradict(?:s|ed)|(?:not|isn['’]t|wasn['’]t) (?:true|so|correct|the case)|untrue|false|incorrect|wrong|hoax|unfounded|baseless|retract(?:s|ed)",
  frame: 'according to|reportedly|allegedly|supposedly',
};
