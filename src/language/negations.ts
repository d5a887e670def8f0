/** Words that deny. Indonesian and English together. */

/** As articles write them. */
export const plainNegations =
  'tidak tak bukan belum tanpa jangan not no never without nobody none neither nor cannot';
/** As chats do. */
const spokenNegations =
  'gak ga nggak ngga enggak non didnt doesnt dont isnt wasnt arent werent wont cant couldnt wouldnt shouldnt hasnt havent hadnt';
const negations: ReadonlySet<string> = new Set(
  [plainNegations, spokenNegations].flatMap((words) => words.split(' ')),
);

/** Whether the folded word denies, in a question's spelling too. */
export function isNegation(folded: string): boolean {
  return negations.has(folded);
}
