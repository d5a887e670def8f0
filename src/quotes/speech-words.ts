/** Words of our own by which news in Indonesian and English says who speaks. */

const idStems =
  'kata|ujar|ucap|tutur|ungkap|jelas|tegas|terang|papar|imbuh|tambah|cetus|tukas|sahut|timpal|seru|keluh|pungkas|kenang|sebut|tulis';
const idVerbs =
  'mengatakan|berkata|menyatakan|menulis|menuturkan|mengungkapkan|menjelaskan|menegaskan|menerangkan|memaparkan|menambahkan|mengucapkan|menyampaikan|menyebut|menyebutkan|mengaku|berujar|bertutur|menyimpulkan|mengeluh|membantah|menilai|mengingatkan|mengumumkan|mencatat|bertanya|menjawab|mencuit|merasa';
const enVerbs =
  'said|says|told|wrote|writes|added|explained|argued|warned|stated|claimed|tweeted|posted|noted|insisted|recalled|replied|asked|announced|admitted|conceded|declared';

export const speechWords = {
  /** Stand between a quotation and who says it: `kata X`. Alternatives of a pattern. */
  idAfter: idStems,
  /** Stand after who says it: `X menulis, '…'`. */
  idBefore: idVerbs,
  enAfter: enVerbs,
  enBefore: enVerbs,
  /** Begin a description in place of a name. */
  roles: new Set(
    'ceo cto cfo co-founder founder pendiri ketua direktur presiden menteri bupati gubernur wali walikota kepala jaksa hakim pelatih juru sekretaris analis pakar ahli aktivis warga chief president minister mayor director chairman chairwoman spokesman spokeswoman spokesperson pengacara kuasa istri suami anak ayah ibu kakak adik putra putri keluarga mantan wakil staf asisten perwakilan pihak lawyer attorney wife husband son daughter father mother brother sister former deputy the a an one'.split(
      ' ',
    ),
  ),
  /** Are in the names of texts, of which none is somebody. */
  documents: new Set(
    'uu undang uud ruu pasal ayat kuhp kuhap kuhperdata perppu perpres permen permenkes permendikbud perda peraturan keputusan putusan ketetapan konstitusi surat dokumen naskah laporan data survei riset studi penelitian jurnal sensus al quran alkitab act law bill code constitution article section regulation directive report study survey journal census paper bible quran'.split(
      ' ',
    ),
  ),
  pronouns: new Set(
    'ia dia beliau mereka saya kami kita aku he she they it we i you who keduanya yang itu ini this that'.split(
      ' ',
    ),
  ),
} as const;
