/** What forty members write in half an hour: chatter, questions and what goes between them. Made by hand, mixed by seed. */

/** Said to nobody in particular; some of it has the shape of a question and is none for an article. */
export const chatter = [
  'pagi semuanya',
  'wkwkwk iya juga sih',
  'gila hujan deres banget di sini',
  'gas lah nanti malem mabar',
  'siap bos',
  'otw dulu ya gais',
  'mager banget hari ini',
  'anjir lucu banget videonya',
  'udah pada makan belum nih',
  'baru bangun wkwk',
  'makasih infonya kak',
  'sama sama',
  'nanti aku kabarin lagi ya',
  'duh lupa bawa charger',
  'akhirnya selesai juga tugasnya',
  'semangat guys',
  'ok noted',
  'lol that was hilarious',
  'brb getting coffee',
  'good morning everyone',
  'haha same here',
  'nice one',
  'gn all, see you tomorrow',
  'that match was insane',
  'i am so tired today',
  'cek dm ya bang',
  'sip nanti tak kirim filenya',
  'wah keren banget hasilnya',
  'aduh wifi di kos mati lagi',
  'libur panjang enaknya ke pantai',
  'makan bakso dulu biar waras',
  'gapapa santai aja',
  'entah deh gimana nanti aja',
  'kapan kapan ikut lagi lah',
  'apa aja boleh yang penting makan',
  'siapa tau besok cerah',
  'mantap jiwa',
  'hadeh macet parah di tol',
  'baterai hp tinggal 3 persen',
  'thanks a lot mate',
  'wait let me check my notes',
  'yaudah deh kalau gitu',
  'besok jadi ya, jam tujuh di lobi',
  '😂😂😂',
  'https://example.org/lucu.gif',
  '+1',
  'setuju sama yang di atas',
  'eh salah kirim maaf',
  'lagi dengerin lagu lama, enak juga',
  'kucingku tidur di atas laptop',
] as const;

/** Questions among members: for the room, not for an article. */
export const smallTalk = [
  'siapa yang mau mabar malam ini?',
  'besok ada tugas apa?',
  'udah makan belum?',
  'jam berapa nongkrongnya?',
  'anyone up for badminton later?',
  'ada yang punya charger type c?',
  'did you guys sleep at all?',
  'mau pesan kopi apa?',
] as const;

/** For the article, clear enough to be sure. */
export const questions = [
  'xAI membangun superkomputer di kota mana?',
  'superkomputer xAI itu dibangun di kota mana sih',
  'Berapa bulan superkomputer di Memphis dibangun?',
  'Apa itu Babuschkin Ventures?',
  'Apa skandal Grok?',
  'apa itu AlphaStar',
  'What is Babuschkin Ventures?',
  'Igor kerja di mana sebelum xAI?',
  'berapa lama superkomputer dibangun?',
] as const;

/** For the article too, but nothing it says. */
export const unanswerable = [
  'Berapa harga saham xAI?',
  'Berapa gaji Igor di OpenAI per bulan?',
  'Presiden Indonesia sekarang siapa?',
  'What colour is the new Tesla?',
] as const;

/** Asked in several messages at once; the last one is answered. */
export const bursts = [
  ['min mau nanya', 'superkomputer xAI itu', 'dibangun di kota mana?'],
  ['eh', 'Babuschkin Ventures', 'Apa itu Babuschkin Ventures?'],
  ['halo kak', 'numpang tanya dong', 'Berapa bulan superkomputer di Memphis dibangun?'],
] as const;

export const followUps = [
  'terus kenapa dia keluar?',
  'lha kapan itu?',
  'lha yang satunya lagi?',
  'sejak itu gimana?',
  'sama siapa?',
  'and when was that?',
  'and the other one?',
] as const;

/** Said in a thread of the bot to those who read along. */
export const threadTalk = [
  'makasih ya',
  'udah makan belum?',
  'kamu di mana?',
  'wkwk serius?',
  'did you guys sleep at all?',
  'ok noted',
] as const;

/** A generator of numbers from 0 to below `bound`: the same for the same seed (Park and Miller's minimal standard). */
export function createDice(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
}
