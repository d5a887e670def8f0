/** What a word contributes to a number. */
export type NumberWord =
  | { readonly role: 'unit'; readonly value: number }
  | { readonly role: 'ten'; readonly value: number }
  /** Multiplies what stands right before it: belas aside, "puluh" 10, "ratus" and "hundred" 100. */
  | { readonly role: 'multiplier'; readonly value: number }
  /** "belas": adds ten to the unit before it. */
  | { readonly role: 'teen' }
  /** Closes a group: thousand and up. */
  | { readonly role: 'scale'; readonly value: number }
  /** Ten to nineteen in one word. */
  | { readonly role: 'whole'; readonly value: number }
  /** "seratus": one hundred, to which smaller parts are added. */
  | { readonly role: 'one-hundred' }
  /** "seribu", "sejuta": one of a scale. */
  | { readonly role: 'one-scale'; readonly value: number }
  | { readonly role: 'half' };

const unit = (value: number): NumberWord => ({ role: 'unit', value });
const ten = (value: number): NumberWord => ({ role: 'ten', value });
const scale = (value: number): NumberWord => ({ role: 'scale', value });
const whole = (value: number): NumberWord => ({ role: 'whole', value });
const oneScale = (value: number): NumberWord => ({ role: 'one-scale', value });

const unitNames: readonly (readonly string[])[] = [
  ['nol', 'zero'],
  ['satu', 'one'],
  ['dua', 'two'],
  ['tiga', 'three'],
  ['empat', 'four'],
  ['lima', 'five'],
  ['enam', 'six'],
  ['tujuh', 'seven'],
  ['delapan', 'eight'],
  ['sembilan', 'nine'],
];
const teenNames = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
  ' ',
);
const tenNames = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Number words of both languages, lower case: they do not collide, and texts mix them. */
export const numberWords: ReadonlyMap<string, NumberWord> = new Map<string, NumberWord>([
  ...unitNames.flatMap((names, value) => names.map((name): [string, NumberWord] => [name, unit(value)])),
  ...teenNames.map((name, index): [string, NumberWord] => [name, whole(10 + index)]),
  ...tenNames.map((name, index): [string, NumberWord] => [name, ten(20 + 10 * index)]),
  ['sepuluh', whole(10)],
  ['sebelas', whole(11)],
  ['seratus', { role: 'one-hundred' }],
  ['seribu', oneScale(1e3)],
  ['sejuta', oneScale(1e6)],
  ['semiliar', oneScale(1e9)],
  ['setriliun', oneScale(1e12)],
  ['belas', { role: 'teen' }],
  ['puluh', { role: 'multiplier', value: 10 }],
  ['ratus', { role: 'multiplier', value: 100 }],
  ['hundred', { role: 'multiplier', value: 100 }],
  ['ribu', scale(1e3)],
  ['thousand', scale(1e3)],
  ['juta', scale(1e6)],
  ['million', scale(1e6)],
  ['miliar', scale(1e9)],
  ['milyar', scale(1e9)],
  ['billion', scale(1e9)],
  ['triliun', scale(1e12)],
  ['trilyun', scale(1e12)],
  ['trillion', scale(1e12)],
  ['setengah', { role: 'half' }],
  ['separuh', { role: 'half' }],
  ['half', { role: 'half' }],
]);

/** Short for scales, only right behind a figure: "250rb", "1,5 jt", "10k", "2.75bn". */
export const scaleAbbreviations: ReadonlyMap<string, number> = new Map([
  ['rb', 1e3],
  ['rbu', 1e3],
  ['k', 1e3],
  ['jt', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mil', 1e6],
  ['mlr', 1e9],
  ['bn', 1e9],
  ['tn', 1e12],
]);

/** Ordinal words of both languages that are not formed by rule. */
export const ordinalWords: ReadonlyMap<string, number> = new Map([
  ['pertama', 1],
  ['perdana', 1],
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['eleventh', 11],
  ['twelfth', 12],
  ['thirteenth', 13],
  ['fourteenth', 14],
  ['fifteenth', 15],
  ['sixteenth', 16],
  ['seventeenth', 17],
  ['eighteenth', 18],
  ['nineteenth', 19],
  ['twentieth', 20],
  ['thirtieth', 30],
  ['fortieth', 40],
  ['fiftieth', 50],
  ['sixtieth', 60],
  ['seventieth', 70],
  ['eightieth', 80],
  ['ninetieth', 90],
  ['hundredth', 100],
  ['thousandth', 1000],
]);

/** Fractions that are one word. */
export const fractionWords: ReadonlyMap<string, number> = new Map([
  ['sepertiga', 1 / 3],
  ['seperempat', 1 / 4],
  ['seperlima', 1 / 5],
  ['sepersepuluh', 1 / 10],
]);
