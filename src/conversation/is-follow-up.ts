/**
 * Whether a question only makes sense after what was said before: every word of it asks, points back
 * or links ("lha yang satunya lagi?", "sejak itu gimana?", "and the other one?").
 */

/** Asking, or asking on: one of them must be there. */
const asking = new Set(
  (
    'siapa sapa apa kapan kpn kenapa knp napa mengapa gimana gmn gmna bagaimana berapa brp mana dimana dmn ' +
    'kemana darimana alasannya contohnya caranya tujuannya hasilnya akibatnya dampaknya penyebabnya maksudnya ' +
    'kelanjutannya lanjutannya satunya lainnya lain kedua ketiga pertama terakhir satu dua ' +
    'who what when where why how which whose else other others another second third first last next more then'
  ).split(' '),
);

/** What stands beside it: pointing words, links, particles. */
const linking = new Set(
  (
    'yang yg itu tu tuh ini nih tadi tersebut begitu gitu gt lagi lg sih si ya yah dong deh kah nya ada adakah ' +
    'terus trus trs lalu lha lah loh lho nah dan atau tapi tp kalau kalo klo sama dengan dgn oleh dari ke di pada untuk buat ' +
    'sejak semenjak setelah stlh sesudah abis habis sebelum sblm selama waktu saat jadi jd kok ' +
    'dia ia mereka beliau nya orangnya orang sana situ sini lama banyak ' +
    'and or but so to of by from with for since after before until during about at in on ' +
    'the a an one ones that this it those these there he she they him her his them their ' +
    'is was are were did does do has have had happened happens happen be long many much again'
  ).split(' '),
);

/** Longer ones say what they are about. */
const wordsMax = 7;

/** Judged by its form alone; `words` as `readVisibleText` gives them. */
export function isFollowUp(words: string): boolean {
  const folded = words.toLowerCase().normalize('NFKC').replace(/[’'`]/gu, '');
  const tokens = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (tokens.length === 0 || tokens.length > wordsMax) return false;
  return (
    tokens.some((token) => asking.has(token)) &&
    tokens.every((token) => asking.has(token) || linking.has(token))
  );
}
