/**
 * A question about the article as a whole ("loh kok bisa gitu sih, ceritanya gimana?") has no word to look for: what
 * answers it is how the article begins.
 */
import { analyseText, questionAnalysis } from '../language/analyse-text.ts';
import { isLightWord } from '../language/stop-words.ts';
import type { Passage, PassageIndex } from '../retrieval/passage.ts';
import { citationsMax, type Question } from './answer.ts';

/** Words for the article as such, and for telling it in short. */
const storyWord =
  /^(?:ce?rita|kisah|be?rita|artikel|isi|inti|ringkas(?:an)?|rangkum(?:an)?|kesimpulan|topik|kronologi|kejadian|peristiwa|(?:nge)?bahas|membahas|ceritain|jelasin|rangkumin|ringkasin|simpulkan|story|article|news|summary|summari[sz]e|gist|tldr|overview|recap|topic|topics)(?:nya|ny|kan)?$/;
/** Other ways to ask the same: "what is it about", "apa yang terjadi", and wonder alone: "kok bisa gitu sih". */
const asksAbout =
  /\b(?:(?:apa(?:an)?|ap) (?:\S+ ){0,2}(?:tentang|ttg|soal|terjadi)|(?:tentang|ttg|soal|mengenai) (?:apa(?:an)?|ap)|what (?:\S+ ){0,3}about|what(?:s| is| has)? ?happen(?:ed|ing)?|(?:kok|ko) (?:bisa|bs))\b/;

/** Whether the question asks about the article as a whole: it has words for that, and no others of its own. */
export function asksOverview({ text, previous }: Question): boolean {
  if (previous.length > 0) return false;
  const tokens = analyseText(text, questionAnalysis);
  const own = tokens.filter(({ folded, isStop }) => !isStop && !isLightWord(folded));
  if (own.some(({ folded }) => !storyWord.test(folded))) return false;
  return own.length > 0 || asksAbout.test(tokens.map(({ folded }) => folded).join(' '));
}

/**
 * What answers a question about the whole: how the article begins, at most `citationsMax` passages in reading order and
 * without its title: the summary where it has one, then the first paragraphs. Empty for any other question, and where
 * several articles could be meant.
 */
export function readOpening(index: PassageIndex, question: Question): readonly Passage[] {
  const only = index.articles.size === 1 ? index.articles.keys().next().value : undefined;
  const meant = question.articleId ?? only;
  if (meant === undefined || !asksOverview(question)) return [];
  return index.passages
    .filter((passage) => passage.articleId === meant && opens(passage))
    .slice(0, citationsMax);
}

function opens({ kind }: Passage): boolean {
  return kind === 'summary' || kind === 'paragraph';
}
