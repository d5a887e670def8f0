import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.ts';
import type { Language } from '../../src/language/language.ts';
import { findCutWarnings } from '../../src/quotes/find-cut-warnings.ts';
import { findSpeaker } from '../../src/quotes/find-speaker.ts';
import { placeSentences } from '../../src/quotes/select-sentences.ts';
import { buildArticle } from '../fixtures/build-article.ts';
import { articleIn, loadTestArticles } from './corpus.ts';

const articles = await loadTestArticles();

/** The sentence that begins so. @throws where there is none, or more than one. */
function sentence(article: Article, beginning: string) {
  const found = placeSentences(article).filter(({ sentence: { start } }) =>
    article.text.startsWith(beginning, start),
  );
  if (found.length !== 1) throw new Error(`${found.length} sentences begin with "${beginning}"`);
  return found[0]!.sentence;
}

/** `kind «word» ← dropped words` for every warning about those sentences. */
function warn(article: Article, beginnings: readonly string[]): string[] {
  const spans = beginnings.map((beginning) => sentence(article, beginning));
  return findCutWarnings(article, spans).map(({ kind, word, dropped }) => {
    const cut =
      dropped === undefined ? '' : ` ← ${article.text.slice(dropped.start, dropped.end).slice(0, 28)}`;
    return `${kind} «${article.text.slice(word.start, word.end)}»${cut}`;
  });
}

/** The middle of three sentences is left out. */
const warnOfMiddle = (language: Language, middle: string) => {
  const outer =
    language === 'id' ? ['Bank Lestari tutup.', 'Nasabah antre.'] : ['The bank closed.', 'Customers queued.'];
  const article = buildArticle({ id: 'a', language, blocks: [`${outer[0]} ${middle} ${outer[1]}`] });
  const spans = placeSentences(article).map((each) => each.sentence);
  return findCutWarnings(article, [spans[0]!, spans[2]!]).map(
    ({ kind, word }) => `${kind} ${article.text.slice(word.start, word.end)}`,
  );
};

describe('cut warnings in real articles', () => {
  test.for([
    ['igor', ['Igor Babuschkin, salah satu'], []],
    ['igor', ["'Saya belajar 2 pelajaran"], []],
    ['igor', ["Dalam postingannya, Babuschkin menulis, 'Hari"], []],
    ['igor', ['Saya masih ingat'], ['speaker «Babuschkin menulis,» ← Babuschkin menulis,']],
    ['igor', ['Dia mencatat bahwa'], ['pronoun «Dia» ← Dalam postingannya, Babuschk']],
    ['igor', ['Misalnya, Grok'], ['connective «Misalnya» ← Kepergian Babuschkin terjadi']],
    ['igor', ['Meski demikian, Babuschkin'], ['connective «Meski demikian» ← xAI mampu membangun superkom']],
    ['sidang', ['Suryo membantah semua'], []],
    ['sidang', ['Leonard diadili terpisah'], ['negation «tidak» ← Ia tidak mengajukan banding.']],
    ['sidang', ['Ia tidak mengajukan'], ['pronoun «Ia» ← Leonard diadili terpisah dan']],
    ['sidang', ['Sejak itu ia berada'], ['connective «Sejak itu» ← Perkara ini terbongkar setel']],
    ['sidang', ['"Satu durian artinya'], ['speaker «ujarnya» ← Dalam kesaksiannya, Nurul me']],
    ['kelder', ['"If he had kept quiet'], []],
    ['kelder', ['"Nobody has shouted'], ['speaker «he said» ← Tom Abara, who owns the larg']],
    ['kelder', ['He rejected calls'], ['pronoun «He» ← Transport minister Gareth Pe']],
    [
      'meridian',
      ['They appear to have entered'],
      ['pronoun «They» ← By then the attackers had be', 'hedge «believe» ← By then the attackers had be'],
    ],
    ['meridian', ['Free credit monitoring'], []],
    ['layar', ['Layar memahami perintah'], []],
  ] as const)('%s %j: %j', ([prefix, beginnings, wanted]) => {
    const article = articles.find(({ id }) => id.startsWith(prefix))!;
    expect(warn(article, beginnings).toSorted()).toEqual(wanted.toSorted());
  });

  test('dropping a middle sentence shows what it takes away', () => {
    const article = articleIn(articles, 'transfer-rendra-mahaputra');
    const around = ['Rendra diikat kontrak', 'Laskar Samudra tidak mengumumkan'];
    expect(warn(article, around)).toEqual([]);
    const gap = buildArticle({
      id: 'a',
      blocks: ['Andi membeli kapal. Kabarnya ia belum membayar. Kapal itu berlayar ke Ambon.'],
    });
    expect(warn(gap, ['Andi membeli', 'Kapal itu'])).toEqual([
      'hedge «Kabarnya» ← Kabarnya ia belum membayar.',
      'negation «belum» ← Kabarnya ia belum membayar.',
      'pronoun «Kapal itu» ← Kabarnya ia belum membayar.',
    ]);
  });
});

describe('cut warnings, word by word', () => {
  test.for([
    ['id', 'Direktur tidak ditahan.', 'negation tidak'],
    ['id', 'Direktur bukan tersangka.', 'negation bukan'],
    ['id', 'Uang belum kembali.', 'negation belum'],
    ['id', 'Jangan panik dahulu.', 'negation Jangan'],
    ['id', 'Uang tak kembali.', 'negation tak'],
    ['id', 'Direktur diduga kabur.', 'hedge diduga'],
    ['id', 'Menurut polisi, direktur kabur.', 'hedge Menurut'],
    ['id', 'Kabarnya direktur kabur.', 'hedge Kabarnya'],
    ['id', 'Konon direktur kabur.', 'hedge Konon'],
    ['id', 'Direktur disebut kabur.', 'hedge disebut'],
    ['id', 'Bank akan dijual.', 'hedge akan'],
    ['id', 'Bank mungkin dijual.', 'hedge mungkin'],
    ['en', 'The director was not held.', 'negation not'],
    ['en', 'The director wasn’t held.', 'negation wasn’t'],
    ['en', "The director wasn't held.", "negation wasn't"],
    ['en', 'The director never left.', 'negation never'],
    ['en', 'The director allegedly fled.', 'hedge allegedly'],
    ['en', 'The director reportedly fled.', 'hedge reportedly'],
    ['en', 'Police said the director fled.', 'hedge said'],
  ] as const)('%s: %s gives %s', ([language, middle, wanted]) => {
    expect(warnOfMiddle(language, middle)).toEqual([wanted]);
  });

  test.for([
    ['id', 'Direktur ditahan polisi.'],
    ['id', 'Ketidakhadiran direktur dicatat.'],
    ['en', 'The director was held.'],
    ['en', 'A notable director stayed.'],
  ] as const)('%s: %s gives none', ([language, middle]) => {
    expect(warnOfMiddle(language, middle)).toEqual([]);
  });

  test.for([
    ['id', 'Ia pergi ke Solo.', 'pronoun Ia'],
    ['id', 'Dia pergi ke Solo.', 'pronoun Dia'],
    ['id', 'Mereka pergi ke Solo.', 'pronoun Mereka'],
    ['id', 'Hal itu mengejutkan warga.', 'pronoun Hal itu'],
    ['id', 'Namun warga pulang.', 'connective Namun'],
    ['id', '"Dia cepat sekali berlari di lapangan itu," kata Vilhena.', 'pronoun Dia'],
    ['en', 'He went to Solo.', 'pronoun He'],
    ['en', 'She went to Solo.', 'pronoun She'],
    ['en', 'This surprised residents.', 'pronoun This'],
    ['en', 'However, residents stayed.', 'connective However'],
  ] as const)('%s: a quote that begins "%s" gives %s', ([language, text, wanted]) => {
    const article = buildArticle({ id: 'a', language, blocks: [text] });
    const found = findCutWarnings(article, [article.blocks[0]!]);
    expect(found.map(({ kind, word }) => `${kind} ${article.text.slice(word.start, word.end)}`)).toEqual([
      wanted,
    ]);
    expect(found[0]?.dropped).toBeUndefined();
  });

  test.for([
    'Hanya warga yang pulang.',
    'Biasanya warga pulang.',
    'Inilah daftar warga.',
    'Iapetus mengorbit Saturnus.',
  ])('"%s" leans on nothing', (text) => {
    const article = buildArticle({ id: 'a', blocks: [text] });
    expect(findCutWarnings(article, [article.blocks[0]!])).toEqual([]);
  });

  test('a part of a sentence is warned of what the rest of it says', () => {
    const article = buildArticle({
      id: 'a',
      blocks: ['Menurut polisi, direktur kabur, tetapi itu belum pasti.'],
    });
    const start = article.text.indexOf('direktur');
    const found = findCutWarnings(article, [{ start, end: start + 'direktur kabur'.length }]);
    expect(
      found.map(({ kind, dropped }) => [kind, article.text.slice(dropped!.start, dropped!.end)]),
    ).toEqual([
      ['hedge', 'Menurut polisi, '],
      ['negation', ', tetapi itu belum pasti.'],
    ]);
  });

  test('what follows and takes it back is shown', () => {
    const article = buildArticle({ id: 'a', blocks: ['Andi membeli kapal. Namun kapal tenggelam.'] });
    expect(warn(article, ['Andi'])).toEqual(['contrast «Namun» ← Namun kapal tenggelam.']);
    expect(warn(article, ['Andi', 'Namun'])).toEqual([]);
  });
});

/** Warnings about the sentences with those ordinals, as `kind «word»`. */
function warnOf(blocks: readonly string[], ordinals: readonly number[], language: Language = 'id'): string[] {
  const article = buildArticle({ id: 'a', language, blocks });
  const sentences = placeSentences(article);
  const spans = ordinals.map((ordinal) => sentences[ordinal]!.sentence);
  return findCutWarnings(article, spans).map(
    ({ kind, word }) => `${kind} «${article.text.slice(word.start, word.end)}»`,
  );
}

describe('cut warnings over the ends of paragraphs', () => {
  const arrest = 'Polisi menangkap Andi kemarin sore.';
  const verdict = 'Hakim memutus hukuman besok pagi.';
  test.for([
    ['a dropped paragraph', [arrest, 'Andi tidak bersalah.', verdict], [0, 2], ['negation «tidak»']],
    [
      'the rest of the paragraph',
      [`${arrest} Tuduhan itu diduga palsu.`, verdict],
      [0, 2],
      ['hedge «diduga»', 'contrast «palsu»'],
    ],
    [
      'one of each kind for a dropped paragraph',
      [arrest, 'Andi tidak bersalah. Ia belum makan. Ia konon lapar.', verdict],
      [0, 4],
      ['negation «tidak»', 'hedge «konon»'],
    ],
    ['nothing where nothing is dropped', [arrest, verdict], [0, 1], []],
    [
      'the next paragraph, where it takes it back',
      ['Perusahaan itu bangkrut.', 'Namun kabar itu tidak benar.'],
      [0],
      ['pronoun «Perusahaan itu»', 'contrast «Namun»'],
    ],
    [
      'the next paragraph, where it denies it',
      ['Budi mencuri kas desa.', 'Kabar itu tidak benar, kata polisi.'],
      [0],
      ['contrast «tidak benar»'],
    ],
    [
      'the next sentence, where it denies it',
      ['Budi mencuri kas desa. Tuduhan itu dibantah pengacaranya.'],
      [0],
      ['contrast «dibantah»'],
    ],
    [
      'a source named in the sentence before',
      ['Menurut jaksa, Budi masuk lewat jendela. Budi lalu mengambil kas desa.'],
      [1],
      ['hedge «Menurut»'],
    ],
    [
      'no source of the sentence before where it has its own',
      ['Menurut jaksa, Budi kabur. Polisi mengatakan Budi bersembunyi.'],
      [1],
      [],
    ],
  ] as const)('tell of %s', ([, blocks, ordinals, wanted]) => {
    expect(warnOf(blocks, ordinals).toSorted()).toEqual([...wanted].toSorted());
  });

  test.for([
    ['However, the report was not true.', 'contrast «However»'],
    ['The director denied the report.', 'contrast «denied»'],
    ['Police called the report false.', 'contrast «false»'],
  ] as const)('in English: %s', ([next, wanted]) => {
    expect(warnOf(['The company went bankrupt on Monday.', next], [0], 'en')).toEqual([wanted]);
  });

  const first = 'Saya tidak pernah mengambil uang kas desa sepeser pun.';
  const second = 'Saya hanya menjaga kantor desa malam itu.';
  const said = 'Malam itu tidak ada siapa-siapa,” kata Budi kepada wartawan.';
  test.for([
    ['without a mark of its own', [`“${first}`, `${second} ${said}`], 'kata Budi kepada wartawan'],
    ['with a mark of its own', [`“${first}`, `“${second} ${said}`], 'kata Budi kepada wartawan'],
    [
      'with straight marks',
      [`"${first}`, `${second} ${said.replace('”', '"')}`],
      'kata Budi kepada wartawan',
    ],
    ['with one between', [`“${first}`, second, said], 'kata Budi kepada wartawan'],
  ] as const)('show who speaks in the next paragraph %s', ([, blocks, speaker]) => {
    const warning = `speaker «${speaker}»`;
    expect(warnOf(blocks, [0])).toContain(warning);
    const { length } = placeSentences(buildArticle({ id: 'a', blocks }));
    const all = Array.from({ length }, (_, ordinal) => ordinal);
    expect(warnOf(blocks, all)).not.toContain(warning);
  });

  test('show who speaks behind the middle of a quotation', () => {
    expect(warnOf([`“${first}`, `${second} ${said}`], [1])).toContain('speaker «kata Budi kepada wartawan»');
  });

  test('show who spoke before the first mark', () => {
    const blocks = [`Budi berkata: “${first} ${second}`, 'Malam itu tidak ada siapa-siapa.”'];
    expect(warnOf(blocks, [1])).toContain('speaker «Budi berkata»');
    expect(warnOf(blocks, [0])).not.toContain('speaker «Budi berkata»');
  });

  test('take a lone mark for no quotation', () => {
    const blocks = [`"${first}`, second, second, second, second, `${arrest}" ${verdict}`];
    expect(warnOf(blocks, [0])).toEqual([]);
  });
});

describe('who speaks', () => {
  /** By article and beginning of the sentence. */
  test.for([
    ['igor', "'Saya belajar 2", 'Babuschkin'],
    ['igor', 'Saya masih ingat', 'Babuschkin'],
    ['igor', 'Igor Babuschkin, salah', undefined],
    ['igor', 'Dia mencatat bahwa', undefined],
    ['banjir', '"Ketinggian air', 'Sutarjo'],
    ['banjir', '"Kami sudah tiga kali', 'Marsinah'],
    ['banjir', '"Kami hentikan setiap', 'Yudha'],
    ['kartu', 'Menurut Ilham, perundingan', 'Ilham'],
    ['sidang', 'Menurut dia, kliennya', undefined],
    ['sidang', 'Menurut jaksa, Suryo', undefined],
    ['sidang', '"Kami sudah setor', 'Kasmiati'],
    ['sidang', '"Isinya bukan', 'Wening'],
    ['sidang', '"Satu durian', undefined],
    ['layar', '"Di tengah laut', 'Andi Tenriawaru'],
    ['layar', '"Kami tulis besar', 'Fitriani'],
    ['transfer', '"Dia cepat', 'Vilhena'],
    ['transfer', '"Ibu saya yang melarang', undefined],
    ['kelder', '"If he had kept', 'Renwick'],
    ['kelder', '"Nobody has shouted', undefined],
    ['meridian', '"They are not geniuses', 'Lena Horvath'],
    ['meridian', '"You cannot lay off', 'Falk'],
    ['meridian', '"You can drink it', undefined],
  ] as const)('%s, %s: %s', ([prefix, beginning, wanted]) => {
    const article = articles.find(({ id }) => id.startsWith(prefix))!;
    const found = findSpeaker(article, [sentence(article, beginning)]);
    expect(found && article.text.slice(found.start, found.end)).toBe(wanted);
  });

  test.for([
    ['Ratna Wulandari said: "The bridge will open again in March this year."', 'en', 'Ratna Wulandari'],
    ['"The bridge will open again in March," the mayor said.', 'en', undefined],
    ['"The bridge will open again in March," said the mayor, Ratna Wulandari.', 'en', 'Ratna Wulandari'],
    ['According to Ratna Wulandari, the bridge opens in March.', 'en', 'Ratna Wulandari'],
    ['According to officials, the bridge opens in March.', 'en', undefined],
    ['“Jembatan dibuka lagi pada Maret nanti,” ujar Ratna bin Salim, Senin.', 'id', 'Ratna bin Salim'],
    ['«Jembatan dibuka lagi pada Maret nanti», kata Ratna.', 'id', 'Ratna'],
    ['"Jembatan dibuka lagi pada Maret nanti," kata Senin.', 'id', undefined],
    [
      '"Jembatan dibuka lagi pada Maret," kata Ratna. "Warga harus sabar menunggu," kata Joko.',
      'id',
      undefined,
    ],
    [
      '"Jembatan dibuka lagi pada Maret," kata Ratna. "Warga harus sabar menunggu," kata Ratna.',
      'id',
      'Ratna',
    ],
    ['Kemarin pengacara Budi Santoso mengatakan, "Klien saya tidak pernah mengambil uang."', 'id', undefined],
    ['Ani Lestari, istri Budi, berkata, "Kami tidak pernah mengambil uang itu."', 'id', undefined],
    ['Ani Lestari, Kasir Toko, berkata, "Kami tidak pernah mengambil uang itu."', 'id', undefined],
    ['Marsinah, warga Ngasinan, mengatakan, "Kami tidak pernah mengambil uang."', 'id', undefined],
    ['Pengacara Musk mengatakan, "Kami tidak pernah mengambil uang itu."', 'id', undefined],
    ['Juru bicara Musk mengatakan, "Kami tidak pernah mengambil uang itu."', 'id', undefined],
    ['A spokesman for Elon Musk said, "We have never taken that money at all."', 'en', undefined],
    ['Kim Lee, head of sales at Acme Corp, said, "We have never taken that money."', 'en', undefined],
    ['"We have never taken that money at all," said Musk\u2019s lawyer.', 'en', undefined],
    ['Menurut pengacara Budi Santoso, uang itu tidak pernah diambil.', 'id', undefined],
    ['Menurut Pengacara Budi, uang itu tidak pernah diambil.', 'id', undefined],
    ['Menurut UU ITE, penyebar kabar itu bisa dihukum.', 'id', undefined],
    ['Menurut Undang-Undang Perlindungan Konsumen, uangnya harus kembali.', 'id', undefined],
    ['Menurut Laporan Bank Dunia, harganya turun tahun lalu.', 'id', undefined],
    ['According to Clean Air Act, the plant has to close in March.', 'en', undefined],
    ['Menurut Bank Dunia, harganya turun tahun lalu.', 'id', 'Bank Dunia'],
    ['"We have never taken that money at all," said Jude Law.', 'en', 'Jude Law'],
    ['Di Solo, Ratna berkata, "Jembatan dibuka lagi pada Maret nanti."', 'id', 'Ratna'],
    ['Warga pulang. Ratna berkata, "Jembatan dibuka lagi pada Maret nanti."', 'id', 'Ratna'],
    ['Ia menyebut jembatan itu "mustahil" dan pergi begitu saja.', 'id', undefined],
    ['Buku "Jembatan yang Panjang Sekali" ditulis pada masa itu oleh seorang guru desa.', 'id', undefined],
  ] as const)('%s', ([text, language, wanted]) => {
    const article = buildArticle({ id: 'a', language, blocks: [text] });
    const found = findSpeaker(article, [article.blocks[0]!]);
    expect(found && article.text.slice(found.start, found.end)).toBe(wanted);
  });
});
