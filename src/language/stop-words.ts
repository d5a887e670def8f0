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
  'brp sp sapa siapakah kpn dmn dimanakah mn mna apaan apanya emang emg memang banget bgt org gw gue gua lu elu ' +
  'ama buat biar pas tau tahu tolong mohon coba dunk min mimin admin bang kak gan bro sis eh halo hai hi ' +
  'makasih terima kasih pls jdi jd tp trus terus abis lha lah itu tuh nah cuma cuman';
const englishFunctionWords =
  'the a an of to in on at by for from with and or but as is are was were be been being am do does did done ' +
  'has have had having will would shall should can could may might must it its this that these those there ' +
  'he she they them his her their him i you we us my your our me not no so than then if into about also';
const englishQuestionWords =
  'what who whom whose which when where why how whats whos wheres hows much many tell please does ' +
  'explain describe say says said happened happen called name named';

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
