/**
 * Words of which one is said where the other is not true: first and last, rise and fall, open and close. Indonesian and
 * English together, because a question may be in either. Written by hand; forms are told by their stems.
 */
import { analyseText, questionAnalysis } from './analyse-text.ts';

/** Two sides, the words of each of like meaning. A word may stand in several lines. */
const lines = `
naik menaikkan kenaikan meningkat peningkatan bertambah melonjak menguat menanjak rise rose risen rising increase increased gain climb climbed grow grew growth | turun menurunkan penurunan menurun berkurang anjlok melemah merosot menyusut fall fell fallen drop dropped decrease decreased decline declined shrink shrank lose lost
menambah ditambah menambahkan add added adding | mengurangi dikurangi memotong remove removed reduce reduced cut subtract
datang tiba masuk memasuki arrive arrived come came enter entered | pergi berangkat keluar meninggalkan ditinggalkan leave left depart departed exit exited abandon abandoned
pertama perdana awal permulaan mula first earliest initial | terakhir akhir final penghabisan terbaru last latest final
sulung tertua eldest oldest | bungsu termuda muda youngest
terbesar besar terluas luas largest biggest greatest large big major | terkecil kecil tersempit sempit smallest small minor tiny
terpanjang panjang longest long | terpendek pendek singkat shortest short
tertinggi tinggi teratas highest tallest high tall top upper | terendah rendah terbawah lowest low bottom lower
terdalam dalam deepest deep | terdangkal dangkal shallowest shallow
tertua tua lama kuno purba oldest old ancient | termuda muda baru modern terbaru youngest young newest new
terbaik baik best good better | terburuk buruk jelek jahat worst bad worse
terbanyak banyak most many mayoritas majority | sedikit tersedikit minoritas least fewest few minority
lebih more | kurang less fewer
terkaya kaya richest rich wealthy | termiskin miskin poorest poor
tercepat cepat fastest fast quick quickest | terlambat lambat pelan slowest slow
terkuat kuat strongest strong strength kekuatan | terlemah lemah weakest weak weakness kelemahan
terberat berat heaviest heavy | teringan ringan lightest light
terdekat dekat nearest near closest close | terjauh jauh farthest far furthest
termahal mahal expensive | termurah murah cheapest cheap
terpanas panas hangat hottest hot warm | terdingin dingin coldest cold cool
tersulit sulit sukar susah hardest hard difficult | termudah mudah gampang easiest easy
maksimum maksimal maximum | minimum minimal
sering selalu biasanya often always usually frequently | jarang tidak-pernah rarely seldom never
umum biasa common general normal | khusus langka istimewa tertentu rare special specific unusual abnormal
terkenal dikenal populer famous popular known | asing unknown unpopular obscure
menang memenangkan pemenang kemenangan juara mengalahkan win won winner victory defeated beat | kalah kekalahan dikalahkan runner-up lose lost loser defeat
buka membuka dibuka terbuka pembukaan open opened opening | tutup menutup ditutup tertutup penutupan close closed closing shut
lahir dilahirkan kelahiran born birth birthplace | meninggal wafat mati tewas mangkat gugur meninggalnya kematian dimakamkan died die death dead killed buried
hidup menghidupkan dihidupkan alive live lived living | mati meninggal wafat tewas mematikan dimatikan dead died death killed
selamat survive survived | tewas meninggal korban died killed perished
mulai dimulai memulai bermula permulaan dibuka start started begin began begun beginning commenced | berakhir diakhiri mengakhiri selesai usai berhenti dihentikan menghentikan penghentian end ended ending finish finished stop stopped ceased concluded
dibangun membangun pembangunan bangun didirikan build built constructed construction | dihancurkan menghancurkan hancur runtuh dirobohkan roboh dibongkar penghancur penghancuran keruntuhan destroy destroyed demolished collapse collapsed ruined
berdiri didirikan mendirikan pendirian pendiri dibentuk membentuk pembentukan terbentuk found founded founder founding established formed | bubar dibubarkan membubarkan pembubaran runtuh keruntuhan ditutup hancur dihancurkan penghancur tumbang digulingkan dissolved disbanded abolished collapsed fell
menciptakan diciptakan pencipta penciptaan ciptaan create created creator creation | menghancurkan dihancurkan penghancur memusnahkan dimusnahkan menghapus dihapus destroy destroyed destroyer destruction deleted
ditemukan menemukan penemu penemuan temukan discover discovered discovery find found | hilang dihilangkan menghilangkan kehilangan lost lose missing
muncul kemunculan tampil appear appeared emerge emerged | hilang lenyap menghilang punah disappear disappeared vanished extinct
menikah nikah kawin pernikahan married marry marriage wedding | cerai bercerai perceraian divorce divorced
menjual dijual jual penjual penjualan sell sold seller selling sale | membeli dibeli beli pembeli pembelian buy bought buyer purchase purchased
mengekspor ekspor export exports exported | mengimpor impor import imports imported
meminjam pinjam borrow borrowed | meminjamkan mengembalikan lend lent returned
mengirim mengirimkan dikirim pengirim send sent sender | menerima diterima penerima receive received recipient
memberi memberikan diberikan give gave given | mengambil diambil merebut take took taken
utara north northern | selatan south southern
timur east eastern | barat west western
tenggara southeast | timur-laut barat-laut barat-daya northeast northwest southwest
kiri left | kanan right
atas above upper | bawah below lower
depan front | belakang back rear
dalam internal inside inner | luar eksternal outside external outer
pusat central | cabang daerah regional branch
ayah bapak father dad | ibu mother mom
suami husband | istri isteri wife
kakak older elder | adik younger
putra putera son sons | putri puteri daughter daughters
kakek grandfather | nenek grandmother
paman uncle | bibi tante aunt
pria laki-laki lelaki cowok man men male males boys | wanita perempuan cewek woman women female females girls
raja kaisar king emperor | ratu permaisuri queen empress
orang-tua ayah ibu parents | anak putra putri child children
menerima diterima penerimaan menyetujui disetujui setuju persetujuan accept accepted approve approved agree agreed | menolak ditolak penolakan tolak reject rejected refuse refused deny denied disagree
mendukung didukung pendukung dukungan support supported supporter | menentang ditentang menolak penentang melawan oppose opposed opponent against
mengizinkan diizinkan izin membolehkan dibolehkan boleh diperbolehkan halal allow allowed permit permitted legal legalised legalized lawful | melarang dilarang larangan terlarang haram forbid forbidden ban banned prohibit prohibited illegal outlawed unlawful
diwajibkan wajib mandatory required compulsory | sukarela sunah optional voluntary
diangkat mengangkat dilantik menjabat ditunjuk appointed elected hired inaugurated | diberhentikan dipecat memecat mundur dicopot lengser turun pensiun dismissed fired resigned removed retired sacked
bergabung join joined | keluar mundur berpisah bercerai leave left quit withdrew
bersatu menyatukan disatukan penyatuan unite united unified merge merged | berpisah memisahkan dipisahkan terpisah pemisahan pecah separate separated split divided
ditangkap menangkap ditahan penangkapan arrested captured imprisoned detained | dibebaskan bebas membebaskan pembebasan released freed liberated acquitted
bersalah guilty convicted | bebas tak-bersalah innocent acquitted
merdeka kemerdekaan independent independence | dijajah penjajahan terjajah colonised colonized occupied
menaklukkan menguasai menduduki conquer conquered | kehilangan dikuasai lost surrendered
menyerang diserang serangan penyerang attack attacked offensive | bertahan mempertahankan pertahanan membela dibela defend defended defence defense defensive
musuh lawan enemy enemies rival | sekutu kawan teman ally allies friend friends
perang peperangan war | damai perdamaian peace
menyebabkan memicu penyebab cause caused causes trigger | mencegah dicegah pencegahan prevent prevented prevention
untung laba keuntungan menguntungkan profit profits profitable | rugi kerugian merugikan loss losses unprofitable
kelebihan keunggulan advantage advantages benefit benefits | kekurangan kelemahan disadvantage disadvantages drawback
manfaat bermanfaat berguna kegunaan useful beneficial | bahaya berbahaya merugikan harmful useless
aman keamanan safe safely | bahaya berbahaya dangerous unsafe risky
berhasil sukses keberhasilan kesuksesan succeed succeeded success successful | gagal kegagalan fail failed failure unsuccessful
maju memajukan advanced developed progress | mundur tertinggal terbelakang undeveloped backward
memperluas diperluas perluasan meluas expand expanded expansion | mempersempit dipersempit menyempit menciut shrink reduced contraction
aktif active | pasif inactive passive dormant
siang pagi day daytime morning | malam night nighttime evening
sembuh menyembuhkan sehat healthy cured recover recovered | sakit penyakit sick ill unhealthy
positif positive | negatif negative
benar true correct right | salah keliru palsu false wrong incorrect
asli tulen genuine real original | palsu tiruan fake counterfeit copy
kering dry | basah lembap lembab wet humid
terang bright light | gelap dark
keras hard | lunak lembut empuk soft
padat solid | cair gas liquid
bersih clean | kotor dirty polluted
penuh full | kosong empty
ramai padat crowded busy | sepi lengang quiet sparse
langsung direct directly | tak-langsung indirect indirectly
sementara temporary | tetap permanen permanent
sederhana simple | rumit kompleks complex complicated
sama same equal similar | berbeda beda lain different unequal
resmi formal official | informal tidak-resmi unofficial
negeri publik negara public state | swasta pribadi private
dewasa adult adults | anak anak-anak remaja bayi child children teenager
darat daratan land ground | laut lautan udara sea ocean air
matahari sun | bulan moon
mencintai cinta menyukai suka love loved like liked | membenci benci hate hated dislike disliked
tersebut mengingat remember remembered | melupakan dilupakan lupa forget forgot
memuji dipuji praise praised | mengkritik dikritik mencela criticise criticised criticize criticized
berani brave | takut penakut afraid coward
diterbitkan menerbitkan terbit dirilis merilis rilis diluncurkan meluncurkan dikeluarkan release released publish published launched | ditarik dihentikan dibatalkan withdrawn recalled cancelled canceled discontinued
memproduksi diproduksi produce produced | menghentikan dihentikan mengonsumsi consume consumed discontinued
digunakan menggunakan dipakai memakai used use | dibuang membuang unused discarded
dilakukan melakukan dilaksanakan diadakan diselenggarakan held done carried | dibatalkan dilarang dihentikan ditunda cancelled canceled banned postponed
dihuni menghuni inhabited | ditinggalkan abandoned uninhabited
mengajar guru pengajar teach taught teacher | belajar murid siswa pelajar learn learned student pupil
presiden president | wakil vice
calon candidate | mantan bekas former ex
sebelum before prior | setelah sesudah after
hulu upstream | hilir downstream
permintaan demand | penawaran pasokan supply
tuan-rumah kandang home host | tandang tamu away guest visitor
katolik catholic | protestan protestant
ujung pinggir edge | tengah middle centre center
`;

/** By form, the forms of the other side of every line that has it. */
type Opposites = ReadonlyMap<string, readonly ReadonlySet<string>[]>;

function readSide(words: string): Set<string> {
  return new Set(analyseText(words, questionAnalysis).flatMap(({ forms }) => forms));
}

function readOpposites(): Opposites {
  const byForm = new Map<string, ReadonlySet<string>[]>();
  for (const line of lines.trim().split('\n')) {
    const [one, two] = line.split(' | ').map(readSide);
    if (one === undefined || two === undefined) throw new Error(`No two sides: "${line}"`);
    // A stem of both sides tells nothing.
    const left = one.difference(two);
    const right = two.difference(one);
    for (const form of left) byForm.set(form, [...(byForm.get(form) ?? []), right]);
    for (const form of right) byForm.set(form, [...(byForm.get(form) ?? []), left]);
  }
  return byForm;
}

const opposites = readOpposites();

/** Forms of words that say the opposite of a word with these forms, a set for each of its senses; none for most words. */
export function oppositesOf(forms: readonly string[]): readonly ReadonlySet<string>[] {
  return forms.flatMap((form) => opposites.get(form) ?? []);
}
