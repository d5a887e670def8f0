import { expect, test } from 'vitest';
import type { Language } from '../../src/language/language.ts';
import { enclosureWholeMax, splitSentences } from '../../src/language/sentences.ts';

/** The only place that touches the splitter: a text with `|` where its sentences part. */
function check(marked: string, language: Language): void {
  const text = marked.replaceAll('|', ' ');
  const found = splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(marked.split('|'));
}

const indonesian: readonly (readonly [string, string])[] = [
  ['two plain sentences', 'Presiden tiba di Bandung.|Ia disambut gubernur.'],
  ['one sentence without a full stop', 'Babuschkin Ventures dan Misi Baru'],
  ['a quotation with its attribution', "'Mustahil.' kata Babuschkin.|Ia tertawa."],
  ['a quoted question with its attribution', '"Kenapa?" tanya Budi.|Wati diam.'],
  ['a quoted question and a capitalised name before the verb', '"Mau ke mana?" Budi bertanya.|Wati diam.'],
  [
    'a quotation that ends its sentence',
    "Chatbot itu menyebut dirinya 'Mechahitler.'|Baru-baru ini, xAI berubah.",
  ],
  ['a full stop behind the quotation mark', "Ia menyebutnya 'mustahil'.|Dia pergi."],
  ['a full stop before a curly mark', 'Ia berkata, “Kami siap.”|Dia lalu pergi.'],
  ['a full stop behind a curly mark', 'Ia menyebutnya “gila”.|Dia lalu pergi.'],
  ['a short quotation of two sentences', "'Saya setuju. Tapi nanti saja,' kata Wati.|Ia pergi."],
  [
    'a colon and numbered points inside a quotation',
    "'Saya belajar 2 pelajaran dari Elon: #1 berani, #2 memiliki rasa urgensi,' kata Babuschkin.|Selesai.",
  ],
  ['a dash before the attribution', '"Kita menang!" – Budi Santoso, pelatih.|Tim pulang.'],
  ['an apostrophe as a letter', "Salat Jum'at ditiadakan.|Warga pulang."],
  ['a lone opening mark', "Lagu '90-an kembali.|Penonton bersorak."],
  ['a decimal comma', 'Nilainya Rp2,75 miliar.|Proyek itu selesai.'],
  ['thousands', 'Ada 1.000.000 orang.|Mereka datang.'],
  ['a price with letters', 'Harganya Rp 1.250.000,00.|Murah sekali.'],
  ['groups of a number carelessly typed', 'Anggaran Rp 913.179. 000 turun.|Warga protes.'],
  ['a time', 'Rapat pukul 09.30 WIB dimulai.|Semua hadir.'],
  ['a time at the end', 'Rapat mulai pukul 09.30 WIB.|Semua hadir.'],
  ['a date', 'Ditandatangani 13.08.2025 di Jakarta.|Semua hadir.'],
  ['a year at the end', 'Didirikan bersama Elon Musk pada tahun 2023.|Saya masih ingat.'],
  ['a year, then a number', 'Gempa terjadi pada 2023.|15 orang tewas.'],
  ['a company', 'CV. Tiga Saudara menang.|PT. Maju kalah.'],
  ['a dentist', 'Ia diperiksa drg. Wayan Putra.|Giginya sehat.'],
  ['a doctor in small letters', 'Menurut dr. Reisa, vaksin aman.|Warga lega.'],
  ['a doctorate', 'Dr. Budi dan Prof. Ani hadir.|Acara dimulai.'],
  ['a haji', 'Bapak H. Syukur dan Ibu Hj. Aminah hadir.|Acara dimulai.'],
  ['degrees behind a name', 'Dipimpin oleh Wayan, S.H., M.Hum. di Denpasar.|Sidang selesai.'],
  ['a degree at the end', 'Dipimpin oleh Wayan S.H., M.Hum.|Dia hadir pagi itu.'],
  ['a street and a number', 'Kantornya di Jl. Sudirman No. 5 Jakarta.|Datanglah.'],
  ['on behalf of', 'Surat a.n. Budi diterima u.p. Kepala Dinas d.a. Jl. Merdeka.|Selesai.'],
  ['a date abbreviation', 'Surat tgl. 5 Mei itu hilang.|Warga mencari.'],
  ['and so on, going on', 'Beras, gula, dll. dijual murah.|Warga antre.'],
  ['and so on, at the end', 'Dijual beras, gula, dll.|Warga antre panjang.'],
  ['and others', 'Penelitian Sutrisno dkk. menunjukkan hal lain.|Hasilnya dsb.|Kami menunggu.'],
  ['initials of a foreign name', 'Buku J.K. Rowling laris.|Penjualnya senang.'],
  ['initials of a president', 'B.J. Habibie lahir di Parepare.|Ia insinyur.'],
  ['a middle initial', 'Jenderal Ahmad H. Nasution selamat.|Ia sembunyi.'],
  ['a single letter that is a name', 'Ia mengumumkannya di X.|Babuschkin memimpin tim.'],
  ['a vitamin', 'Jeruk kaya vitamin C.|Makanlah tiap hari.'],
  ['an amount in a letter', 'Utangnya Rp2 M.|Bank menagih.'],
  ['an ellipsis going on', 'Ia diam... lalu pergi.|Wati menangis.'],
  ['an ellipsis character', 'Ia diam… lalu pergi.|Wati menangis.'],
  ['an ellipsis at the end', 'Ia menunggu...|Tidak ada yang datang.'],
  ['words left out in brackets', 'Kami [...] Setuju penuh.|Selesai.'],
  ['two marks', 'Serius?!|Ya.'],
  ['many marks', 'Hebat!!!|Kita menang.'],
  ['a bracket with a full stop inside', 'Ia menang (lihat hal. 5. Bagus).|Tim pulang.'],
  ['a bracket of its own', 'Ia menang.|(Tim kami hadir.)|Semua senang.'],
  ['a name that begins small', 'Ia pergi.|xAI mampu membangun superkomputer.|iPhone laku.'],
  ['a sentence carelessly begun small', 'Saya pulang.|dia menyusul.'],
  ['a web address', 'Baca di https://contoh.co.id/berita.html?a=1.|Isinya lengkap.'],
  ['a domain', 'Laman example.com.|Next itu bukan milik kami.'],
  ['a domain in the middle', 'Menurut Detik.com banjir surut.|Warga pulang.'],
  ['a hyphenated term', 'Model itu state-of-the-art.|Semua kagum.'],
  ['a numbered point', '1. Bawa KTP.|2. Isi formulir.'],
  ['an agency that looks like an abbreviation', 'Uang itu mengalir ke BPK.|Uang lain hilang.'],
  ['an article of a law', 'Ia dijerat pasal 5 ayat (1) UU No. 11 Tahun 2008.|Sidang ditunda.'],
  ['a noun that is also an abbreviation', 'Itu dua hal.|Kami memilih satu.'],
  ['Yth', 'Kepada Yth. Bapak Bupati di tempat.|Dengan hormat.'],
  ['a reporter’s sign-off', 'Ia pulang, ujarnya.|(AFP/OTW)'],
  ['a company with an exclamation mark', 'Ia membeli Yahoo! Inc. pada 2016.|Harganya turun.'],
  ['a monsignor', 'Gereja dipimpin Mgr. Andreas.|Umat datang.'],
  ['a footnote', 'Kota itu terbakar.[12]|Warga mengungsi.'],
];

const english: readonly (readonly [string, string])[] = [
  ['two plain sentences', 'The president arrived.|She was welcomed.'],
  ['Mr and Mrs', 'Mr. Smith met Mrs. Jones.|They talked.'],
  ['U.S. before a noun', 'The U.S. Senate voted.|It passed.'],
  ['U.S. at the end', 'He moved to the U.S.|The family followed.'],
  ['Inc. before a title', 'Apple Inc. CEO Tim Cook resigned.|Shares fell.'],
  ['Inc. at the end', 'He works for Apple Inc.|He likes it.'],
  ['a.m. in the middle', 'It opens at 9 a.m. Monday.|Come early.'],
  ['p.m. at the end', 'It closes at 5 p.m.|The staff goes home.'],
  ['e.g.', 'Use a tool, e.g. Git, daily.|It helps.'],
  ['vs.', 'It was Smith vs. Jones.|Smith won.'],
  ['St.', 'They met in St. Louis.|It rained.'],
  ['initials', 'J. K. Rowling and John F. Kennedy met.|They talked.'],
  ['a spoken question', '"Why?" she asked.|He was silent.'],
  ['a spoken question and a name', '“Why?” Smith asked.|He was silent.'],
  ['a quotation at the end', 'She said, "We won."|The crowd cheered.'],
  ['a contraction', "It isn't over.|We don't know."],
  ['a decimal', 'Growth was 3.5 percent.|Analysts cheered.'],
  ['dollars', 'It cost $1,200.50.|Nobody paid.'],
  ['a month', 'It began on Aug. 13, 2025.|It ended soon.'],
  ['No. with a number', 'He is No. 5 on the list.|She leads.'],
  ['No as an answer', 'Will you go?|No.|We will stay.'],
  ['a file name', 'Open main.ts.|Then run it.'],
  ['etc. at the end', 'Pens, paper, etc.|We have it all.'],
  ['a title with a surname', 'Sen. Warren and Gov. Newsom agreed.|It was late.'],
  ['Ph.D.', 'She holds a Ph.D. in physics.|It took years.'],
  ['Jr.', 'Martin Luther King Jr. Day is a holiday.|Offices close.'],
  ['plan B', 'We have a plan B.|Nobody knows it.'],
  ['et al.', 'Smith et al. found it.|It was new.'],
];

test.for(indonesian)('Indonesian: %s', ([, marked]) => {
  check(marked, 'id');
});

test.for(english)('English: %s', ([, marked]) => {
  check(marked, 'en');
});

test('a full stop without the space behind it still ends the sentence', () => {
  const text = 'Rapat selesai.Gubernur pulang. Lihat kompas.Com hari ini.';
  expect(splitSentences(text, 'id').map(({ start, end }) => text.slice(start, end))).toEqual([
    'Rapat selesai.',
    'Gubernur pulang.',
    'Lihat kompas.Com hari ini.',
  ]);
});

test('a quotation is whole up to the bound and parts into its sentences beyond it', () => {
  const first = 'Kami sudah menunggu sangat lama di tempat itu.';
  for (const [inside, pieces] of [
    [enclosureWholeMax - 1, 1],
    [enclosureWholeMax, 2],
  ] as const) {
    const rest = `Hari ini ${'kami '.repeat(100)}`.slice(0, inside - first.length - 2);
    const text = `"${first} ${rest}." kata dia.`;
    expect(text.indexOf('"', 1)).toBe(inside + 1);
    expect(splitSentences(text, 'id')).toHaveLength(pieces);
  }
});

test('list markers and blank lines end a sentence, a wrapped line does not', () => {
  const text = 'Syaratnya\n- KTP\n- foto terbaru\n\nBawa semua\nke kantor';
  expect(splitSentences(text, 'id').map(({ start, end }) => text.slice(start, end))).toEqual([
    'Syaratnya',
    '- KTP',
    '- foto terbaru',
    'Bawa semua\nke kantor',
  ]);
});

test('a blank text has no sentence and a text of marks has one', () => {
  expect(splitSentences(' \n\t\u00A0', 'id')).toEqual([]);
  expect(splitSentences(' ... ', 'id')).toEqual([{ start: 1, end: 4 }]);
  expect(splitSentences('Ia pulang. "', 'id')).toEqual([{ start: 0, end: 12 }]);
  expect(splitSentences('Ia pulang. [2]', 'id')).toEqual([{ start: 0, end: 14 }]);
});
