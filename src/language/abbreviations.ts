/**
 * What sentence splitting knows about words: abbreviations by what may follow them, words that
 * open a sentence, and verbs that attribute a quotation. All in lower case, abbreviations without
 * their last full stop. Collected by hand from Indonesian and English news prose.
 */
import type { Language } from './language.ts';

/** The word lists one language splits sentences with. */
export interface SentenceWords {
  /** A name or more words always follow: the full stop never ends a sentence. */
  readonly neverLast: ReadonlySet<string>;
  /** The full stop belongs to the abbreviation only where a number follows. */
  readonly beforeNumber: ReadonlySet<string>;
  /** May end a sentence, and does so before any capitalised word. */
  readonly oftenLast: ReadonlySet<string>;
  /** May end a sentence, and does so only before a word of `starters`. */
  readonly seldomLast: ReadonlySet<string>;
  /** Words that open a sentence when capitalised and are hardly ever names. */
  readonly starters: ReadonlySet<string>;
  /** Verbs after a name that follows a quoted question or exclamation: `"Why?" Smith asked`. */
  readonly attributions: ReadonlySet<string>;
  /** A single letter after one of these is a name of its own, never an initial: "di X", "plan B". */
  readonly beforeLetter: ReadonlySet<string>;
}

function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(/\s+/)));
}

// Titles, ranks and street words. A word that is also a common noun of the language stays out of
// its list: Indonesian "gen" and "sen", English "ill" and "mass".
const titles = `mgr msgr letjend mayjend brigjend subsp dr drs dra prof mr mrs messrs capt kapt cmdr brig sgt insp supt amb dept ir jl jln jend kol mayjen
  letjen brigjen irjen komjen kombes kompol akbp akp ipda iptu aiptu bripka brigpol serma serka sertu serda praka`;

// English about Indonesia prints these as well.
const local = `pt drg drh hj kh k.h a.n d.a u.p`;

const inside = `vs e.g i.e eg ie cf viz a.k.a aka approx c.q q.v v`;

const companies = `inc corp ltd co llc llp plc bros tbk pte bhd gmbh s.a n.v b.v`;

const people = `jr sr ph.d m.d esq al`;

const months = `jan feb mar apr jun jul aug sep sept oct nov dec agt ags agu okt des`;

const numbered = `no nos nr fig figs pp p vol vols art sec ch par bab ps ay jil ed vers ver hal lt rt rw thn th pkl pk`;

const indonesian: SentenceWords = {
  neverLast: words(
    titles,
    local,
    inside,
    `ud fa yay kop tn ny nn sdr sdri bpk tgk tgh ust ustadz ustaz pdt rm r.a r.m r.ng gg komp blk
     kav kel ds dsn kec kab prov kpg kp no tgl hlm tlp telp u.b d.h s.d a.l y.i yi yg dgn utk ttg thd
     spt krn apt ners m.y yth yml alm almh c.n st`,
  ),
  beforeNumber: words(numbered, months),
  oftenLast: words('dll dsb dst dkk dsj dlsb etc'),
  seldomLast: words(companies, people, 'cv a.m p.m s.w.t s.a.w r.a u.s u.k u.n d.c'),
  starters: words(
    `ada adapun agar akan akibatnya akhirnya aku anda antara apa apabila apakah artinya atas awalnya
     bagaimana bagi bahkan banyak baru begitu beberapa belum berdasarkan berikut bila bukan cara dalam dan dari
     demikian dengan di dia diketahui empat enam hal hanya hari hasilnya hingga ia ini inilah itu itulah jadi
     jika juga jumlah justru kami kapan karena kata kalau ke kedua keduanya keempat ketiga kemudian kendati
     kepada ketika kini kita korban lalu lantas lebih lima maka malah masih masing-masing melalui memang
     menanggapi mengapa menurut menurutnya mereka meski meskipun mulai namun nantinya oleh pada padahal para
     pasalnya pemerintah pihak pihaknya polisi saat salah sama sampai satu saya seandainya sebab sebagai
     sebanyak sebelum sebelumnya sebuah sedangkan sehingga sejak sejumlah sekarang sekitar selain selama
     selanjutnya semua sementara seorang seperti serta sesuai setelah setiap siapa soal sudah tak tanpa tapi
     telah tentu termasuk ternyata tetapi tidak tiga untuk walau walaupun yang`,
  ),
  attributions: words('bertanya berkata berseru berteriak tanya tanyanya said asked'),
  beforeLetter: words(
    `di ke dari huruf vitamin rencana golongan kelas tipe hepatitis blok grup kelompok seri liga nilai jalur
     skenario opsi paket plan group`,
  ),
};

const english: SentenceWords = {
  neverLast: words(
    titles,
    local,
    inside,
    `ms mx mme mlle st rev fr hon gen lt col adm maj cpl pvt pres gov sen rep atty univ mt ft sens reps gens govs
     lts cols sgts`,
  ),
  beforeNumber: words(numbered, months, 'para ca circa c ext eq tab'),
  oftenLast: words('etc'),
  seldomLast: words(
    companies,
    people,
    `a.m p.m u.s u.k u.n u.s.a d.c e.u l.a n.y b.c a.d ave blvd rd fla calif conn mich minn ariz colo kan nev okla
     tenn tex wis wyo assn bldg mgr`,
  ),
  starters: words(
    `a about according after all also although among an and another any are as at back because before
     both but by can could despite did do during each earlier even ever every few finally first for from
     he hence her here his how however i if in indeed instead is it its just last later like many
     meanwhile more moreover most much my neither never nevertheless no nobody none nor not nothing now of on
     once one only or other others our over perhaps several she should since so some soon still such than
     that the their them then there therefore these they this those though three through thus to today
     two under unless until was we were what when where whether which while who why with without would yet you
     your`,
  ),
  attributions: words(
    `said says asked asks added replied replies answered wrote writes told shouted cried exclaimed
     wondered laughed joked quipped recalled bertanya berkata`,
  ),
  beforeLetter: words(
    'on to from letter vitamin plan class type hepatitis group grade option scenario series',
  ),
};

/** Names that end in an exclamation mark. */
export const exclaimedNames: ReadonlySet<string> = words('yahoo jeopardy yum');

/** The lists for a language. */
export function sentenceWords(language: Language): SentenceWords {
  return language === 'id' ? indonesian : english;
}
