/**
 * A question enters, spans of articles leave, or the deliberate outcome that no article says it.
 * Nothing here makes text of its own, and the same question on the same corpus gives the same spans.
 */
import { analyseText, questionAnalysis } from '../language/analyse-text.ts';
import type { ExaminedPassage, Examination, PassageIndex, QueryTerm } from '../retrieval/passage.ts';
import { citationsMax, type Answer, type Citation, type NoAnswer, type Question } from './answer.ts';
import { chooseHighlight } from './choose-highlight.ts';
import { chooseSentence, type ChosenSentence } from './choose-sentence.ts';
import { readExpectedAnswer, type ExpectedAnswer } from './expected-answer.ts';
import { gatherQuestion } from './gather-question.ts';
import { readVerdict, weighEvidence, weighTerm } from './weigh-evidence.ts';

/** Passages looked at for one question. */
const examinedMax = 30;
/** Passage IDs given for *More*, at most. */
export const furtherPassagesMax = 12;
/** How much the expected kind of answer in a passage's best sentence adds to its score. */
const expectedKindBonus = 0.1;

/** What the articles of the index say to the question. Never throws, whatever the text. */
export function answerQuestion(index: PassageIndex, question: Question): Answer | NoAnswer {
  const scope = question.articleId === undefined ? {} : { articleId: question.articleId };
  const examination = index.examine(gatherQuestion(question), examinedMax, scope);
  if (examination.terms.length === 0) return withoutCitations('no-terms');
  if (examination.candidates.length === 0) return withoutCitations('nothing-found');

  const expected = readExpectedAnswer(question.text);
  const reading = readingOf(index, { question, examination, expected });
  const ranked = rankReadings(examination.candidates.flatMap(reading));
  const best = ranked[0];
  if (best === undefined) return withoutCitations('nothing-found');

  const confidence = weighReading(best, { terms: examination.terms, expected });
  const citations = ranked.slice(0, citationsMax).map((read, place) => read.cite(place + 1));
  const furtherPassageIds = ranked
    .slice(citationsMax, citationsMax + furtherPassagesMax)
    .map((read) => read.candidate.passage.id);
  const verdict = readVerdict(confidence);
  return verdict === 'does-not-say'
    ? { kind: 'no-answer', verdict, reason: 'not-covered', confidence, citations, furtherPassageIds }
    : { kind: 'answer', verdict, confidence, citations, furtherPassageIds };
}

function withoutCitations(reason: 'no-terms' | 'nothing-found'): NoAnswer {
  return {
    kind: 'no-answer',
    verdict: 'does-not-say',
    reason,
    confidence: 0,
    citations: [],
    furtherPassageIds: [],
  };
}

/** A candidate passage with its best sentence. */
interface Reading {
  readonly candidate: ExaminedPassage;
  readonly chosen: ChosenSentence;
  readonly cite: (number: number) => Citation;
}

interface ReadingContext {
  readonly question: Question;
  readonly examination: Examination;
  readonly expected: ExpectedAnswer;
}

/** Reads candidates: gives each with its best sentence, or nothing where its article is not in the index. */
function readingOf(index: PassageIndex, context: ReadingContext): (candidate: ExaminedPassage) => Reading[] {
  const { examination, expected } = context;
  const { terms } = examination;
  const questionForms = formsOfQuestion(context.question.text, terms);
  return (candidate) => {
    const { passage } = candidate;
    const article = index.articles.get(passage.articleId);
    if (article === undefined) return [];
    const chosen = chooseSentence(candidate, terms, { article, expected, questionForms });
    const { sentence } = chosen;
    const cite = (number: number): Citation => {
      const text = article.text.slice(sentence.start, sentence.end);
      const task = {
        sentence: text,
        articleText: article.text,
        language: passage.language,
        terms,
        expected,
        questionForms,
      };
      const highlight = chooseHighlight(task);
      return {
        number,
        passageId: passage.id,
        articleId: passage.articleId,
        version: passage.version,
        paragraph: passage.paragraph,
        start: passage.start,
        end: passage.end,
        sentence,
        highlight: highlight && {
          start: sentence.start + highlight.start,
          end: sentence.start + highlight.end,
        },
      };
    };
    return [{ candidate, chosen, cite }];
  };
}

/** Every form of every word that the asker knows already. */
function formsOfQuestion(text: string, terms: readonly QueryTerm[]): Set<string> {
  const forms = new Set(terms.flatMap((term) => [...term.forms.keys()]));
  for (const token of analyseText(text, questionAnalysis)) for (const form of token.forms) forms.add(form);
  return forms;
}

function rankReadings(readings: readonly Reading[]): Reading[] {
  const scoreOf = ({ candidate, chosen }: Reading): number =>
    candidate.score + (chosen.hasExpected ? expectedKindBonus : 0);
  return [...readings].sort((a, b) => scoreOf(b) - scoreOf(a) || a.candidate.rank - b.candidate.rank);
}

function weighReading(
  { candidate, chosen }: Reading,
  { terms, expected }: { terms: readonly QueryTerm[]; expected: ExpectedAnswer },
): number {
  let weightSum = 0;
  let inSentence = 0;
  let inPassage = 0;
  let missingNames = 0;
  for (const [place, term] of terms.entries()) {
    const weight = weighTerm(term);
    const match = candidate.sentenceMatches.reduce(
      (most, matches) => Math.max(most, matches[place] ?? 0),
      candidate.contextMatches[place] ?? 0,
    );
    weightSum += weight;
    inSentence += weight * (chosen.matches[place] ?? 0);
    inPassage += weight * match;
    if (term.isName || term.isNumber) missingNames += weight * (1 - match);
  }
  const hasShape = expected !== 'reason' && expected !== 'yes-no' && expected !== 'other';
  return weighEvidence({
    sentenceCoverage: inSentence / weightSum,
    passageCoverage: inPassage / weightSum,
    missingNames: missingNames / weightSum,
    hasExpected: hasShape ? chosen.hasExpected : undefined,
  });
}
