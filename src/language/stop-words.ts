/**
 * Words that carry grammar or the asking, not the subject. Short on purpose: long lists remove
 * content (measured on the public sets, tests/README.md); Indonesian and English together, because members mix them.
 */
const indonesianFunctionWords =
  'yang dan di ke dari dalam pada untuk dengan ini itu tersebut adalah ialah merupakan yaitu yakni oleh ' +
  'sebagai atau juga akan telah sudah bisa dapat karena serta para bahwa secara agar supaya hingga sampai ' +
  'tentang mengenai maka ia dia mereka kami kita saya aku anda kamu kalian beliau nya lah kah pun ' +
  'saja hanya lagi ada jadi menjadi oleh terhadap antara kepada ketika saat waktu sehingga namun tetapi tapi ' +
  'jika kalau bila bagi seperti suatu sebuah seorang seekor belum masih pernah sedang lalu kemudian begitu';
const indonesianQuestionWords =
  'apa apakah apaan siapa siapakah siapa kapan kapankah dimana dimanakah mana manakah kemana darimana ' +
  'mengapa mengapakah kenapa bagaimana bagaimanakah berapa berapakah bilamana adakah bisakah benarkah ' +
  'sebutkan jelaskan ceritakan terjadi disebut dimaksud';
const indonesianColloquialWords =
  'yg dgn dg utk krn karna kalo klo sm sama dr dlm pd jg aja aj udah udh dah gak ga nggak ngga enggak gk ' +
  'kok sih loh lho lo deh dong donk nih tuh ya yah yaa kan gitu gt gini gmn gimana gimanakah knp kenapakah ' +
  'si y sampek sampe seberapa brp sp sapa siapakah kpn dmn dimanakah mn mna apaan apanya emang emg memang banget bgt gw gue gua lu elu ' +
  'ama buat biar pas tau tahu tolong mohon coba dunk min mimin admin bang kak gan bro sis eh halo hai hi ' +
  'makasih terima kasih pls jdi jd tp trus terus abis lha lah itu tuh nah cuma cuman';
const englishFunctionWords =
  'the a an of to in on at by for from with and or but as is are was were be been being am do does did done ' +
  'has have had having will would shall should can could may might must it its this that these those there ' +
  'he she they them his her their him i you we us my your our me not no so than then if into about also';
const englishQuestionWords =
  'what who whom whose which when where why how whats whos wheres hows much many tell please does ' +
  'explain describe say says said happened happen called name named';

// Words of talk: they may be what an article says, but a question is seldom about them.
const lightIndonesianWords =
  'setelah sesudah sebelum selama sejak banyak lebih paling sangat sekali amat agak cukup hal orang punya nanya tanya ' +
  'permisi om tante tidak bukan jangan cara bikin kayak kayaknya sekarang skrg nanti tadi kemarin dulu sini situ sana ' +
  'soal kata kasih dapet dapat pakai pake mau ingin pengen bener benar betul baru meskipun walaupun padahal malah ' +
  'harus boleh perlu semua setiap tiap lain sama sendiri langsung ikut kena satu nama jumlah berbagai beberapa ' +
  'begini ginian begituan situ katanya awalnya sebenarnya sebenernya akhirnya ternyata gara gara2 serem kasian gila ' +
  'ngapain mungkin kira apalagi bahkan walau selain secara total macam jenis bentuk';
const lightEnglishWords =
  'away off up out around any some other others else besides even already still yet just really get gets got getting ' +
  'make makes made thing things way kind sort whole lot bit give giving given put let like want need know think feel ' +
  'actually again ever now after before during since while because though tho very more most less least only own all ' +
  'every each one anyone anybody someone somebody everyone people ppl guys going gonna go come came take took use ' +
  'exactly currently per between against through under over back hey hi please thanks wen wat wot u ur im dont ' +
  'didnt isnt doesnt wasnt arent hi okay ok so well too same such';

const lightWords: ReadonlySet<string> = new Set(
  [lightIndonesianWords, lightEnglishWords].flatMap((words) => words.split(' ')),
);

const stopWords: ReadonlySet<string> = new Set(
  [
    indonesianFunctionWords,
    indonesianQuestionWords,
    indonesianColloquialWords,
    englishFunctionWords,
    englishQuestionWords,
  ].flatMap((words) => words.split(' ')),
);

/** Whether the folded word is one that carries no subject of its own. */
export function isStopWord(folded: string): boolean {
  return stopWords.has(folded);
}

/** Whether the folded word says little about what a question is about, though it is no stop word. */
export function isLightWord(folded: string): boolean {
  return lightWords.has(folded);
}

/** Stop words long enough to be told apart from others by one letter. */
export const longStopWords: readonly string[] = [...stopWords].filter((word) => word.length >= 4);
