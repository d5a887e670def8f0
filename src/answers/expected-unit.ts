/** A question that asks for a figure enters; of which unit it must be leaves. */

import { monthNames, weekdayNames } from './answer-spans.ts';

/** What is counted or measured, where the question tells. */
export type ExpectedUnit =
  | 'money'
  | 'duration'
  | 'percent'
  | 'people'
  | 'age'
  | 'clock'
  | 'year'
  | 'month'
  | 'weekday'
  | 'day'
  | 'distance';

const howMany = '(?:berapa|brp|brapa|brpa|how (?:many|mny|mnay)|jumlah|number of)';
const people =
  'orang|org|jiwa|warga|korban|penduduk|pengungsi|karyawan|pegawai|pekerja|buruh|siswa|murid|pelajar|mahasiswa|guru|anak|bayi|' +
  'penumpang|penonton|pelanggan|pengguna|anggota|pemain|peserta|tersangka|saksi|polisi|tentara|prajurit|petugas|relawan|' +
  'pedagang|nelayan|petani|dokter|pasien|pengunjung|pemilih|pengikut|laki-laki|perempuan|pria|wanita|' +
  'people|ppl|persons?|men|women|children|kids|passengers|residents|workers|employees|staff|students|teachers|customers|users|' +
  'members|players|participants|victims|suspects|witnesses|soldiers|troops|officers|volunteers|villagers|refugees|fans|' +
  'patients|visitors|voters|followers|inhabitants|crew';

/** How a question asks for the unit, in the order in which they are tried. */
const askings: readonly (readonly [ExpectedUnit, RegExp])[] = [
  ['percent', /\b(?:persen|persentase|prosentase|percent(?:age)?|per cent)\b|%/iu],
  ['age', /\b(?:umur|usia|umurnya|usianya|how old|what age)\b/iu],
  ['clock', /\b(?:(?:jam|pukul) (?:berapa|brp|brapa)|what time)\b/iu],
  ['year', /\b(?:(?:tahun|thn|th) (?:berapa|brp|apa)|(?:what|which) year)\b/iu],
  ['month', /\b(?:bulan (?:apa|ap|berapa|brp)|(?:what|which) month)\b/iu],
  ['weekday', /\b(?:hari (?:apa|ap|apaan)|(?:what|which) (?:day|weekday))\b/iu],
  ['day', /\b(?:(?:tanggal|tgl) (?:berapa|brp|brapa)|(?:what|which) date)\b/iu],
  [
    'duration',
    /\b(?:(?:berapa|brp|brapa|seberapa) (?:lama|hari|minggu|bulan|bln|tahun|thn|jam|menit|detik)|lamanya|how long|how many (?:days|weeks|months|years|hours|minutes|seconds|decades))\b/iu,
  ],
  [
    'distance',
    /\b(?:(?:berapa|brp|brapa|seberapa) (?:jauh|tinggi|dalam|panjang|lebar|luas|kilometer|km|meter)|(?:tinggi|panjang|luas|lebar|jarak|kedalaman|ketinggian)nya (?:berapa|brp)|jarak|how (?:far|tall|high|deep|wide))\b/iu,
  ],
  [
    'money',
    /\b(?:uang|duit|duitnya|harga|harganya|biaya|biayanya|bayar|bayarnya|bayaran|dibayar|gaji|gajinya|modal|modalnya|dana|dananya|denda|dendanya|tarif|ongkos|untung|untungnya|rugi|kerugian|laba|pendapatan|omzet|omset|hutang|utang|tebusan|nilai transfer|anggaran|money|cash|cost|costs|price|pay|paid|paying|salary|wage|fee|fees|fine|fined|spend|spent|spending|worth|invest|invested|raised?|budget|earn|revenue|profit|ransom|bribe|debt|loan|ticket)\b/iu,
  ],
  ['people', new RegExp(String.raw`\b${howMany}\b(?: \p{L}+)? (?:${people})\b`, 'iu')],
];

const figure = String.raw`(?:\d[\d.,]*|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|(?:se|dua |tiga |empat |lima |enam |tujuh |delapan |sembilan )(?:belas|puluh|ratus|ribu)|beberapa|setengah|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|dozens?|several|half an?|an?)`;
const scale = String.raw`(?:[- ](?:belas|puluh|ratus|ribu|juta|miliar|triliun|hundred|thousand|million|billion|trillion))*`;

/** What a text must have to give the unit. */
const shapes: Readonly<Record<ExpectedUnit, RegExp>> = {
  percent: /\d\s?%|\b(?:persen|percent|per cent)\b/iu,
  age: new RegExp(
    String.raw`\b${figure}${scale}[- ](?:tahun|year)|\b(?:berusia|berumur|usia|umur|aged) |\(\d{1,2}\)|, \d{1,2},`,
    'iu',
  ),
  clock:
    /\b(?:pukul|jam) \d|\b\d{1,2}[.:]\d{2}\b|\b\d{1,2} ?(?:a\.?m|p\.?m)\b|\b(?:noon|midnight|tengah malam)\b/iu,
  year: /\b(?:1[5-9]|20)\d{2}\b/u,
  month: new RegExp(String.raw`\b(?:${monthNames})\b`, 'iu'),
  weekday: new RegExp(String.raw`\b(?:${weekdayNames})\b`, 'iu'),
  day: new RegExp(
    String.raw`\b\d{1,2} (?:${monthNames})\b|\b(?:${monthNames}) \d{1,2}\b|\b\d{1,2}/\d{1,2}\b`,
    'iu',
  ),
  duration: new RegExp(
    String.raw`\b${figure}${scale}[- ](?:\p{L}+ )?(?:detik|menit|jam|hari|pekan|minggu|bulan|tahun|dekade|seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)\b|\b(?:sehari|seminggu|sepekan|sebulan|setahun|semalam|sejam|selama \p{L}+)\b`,
    'iu',
  ),
  distance: new RegExp(
    String.raw`\b${figure}${scale}[- ](?:\p{L}+ )?(?:kilometer|km|meter|m|sentimeter|cm|mm|hektare|hektar|ha|mil|kaki|miles?|feet|foot|inch(?:es)?|metres?|kilometres?|acres?|hectares?)\b`,
    'iu',
  ),
  money:
    /(?:\bRp|\bIDR|\bUSD|\bUS\$|[$€£¥])\s?\.?\d|\b(?:rupiah|dolar|dollars?|euro|euros|pounds|ringgit|yen|yuan|cents)\b/iu,
  people: new RegExp(
    String.raw`\b${figure}${scale}(?: (?:di antara|lebih|dari|of|the|more|other|\p{L}+)){0,2} (?:${people})\b`,
    'iu',
  ),
};

/** The unit that the question asks for; undefined where it does not tell. */
export function readExpectedUnit(question: string): ExpectedUnit | undefined {
  return askings.find(([, pattern]) => pattern.test(question))?.[0];
}

/** Whether the text has a figure of that unit. */
export function hasUnit(text: string, unit: ExpectedUnit): boolean {
  return shapes[unit].test(text);
}
