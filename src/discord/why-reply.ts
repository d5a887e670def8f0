/** *Why this passage?*: how an answer came about, in a few lines for whoever looks after the server. */
import type { MessageContextMenuCommandInteraction } from 'discord.js';
import type { ExplainedCandidate, Explanation } from '../answers/explain-question.ts';
import { explainQuestion } from '../answers/explain-question.ts';
import { previousQuestionsMax, type Turn } from '../conversation/conversation-store.ts';
import type { PassageIndex, QueryTerm } from '../retrieval/passage.ts';
import { followUpWindowMs } from './answer-interaction.ts';
import { meaningsIn } from './message-meanings.ts';
import { mayModerate } from './moderators.ts';
import { renderInline } from './render/cut-text.ts';
import { problemReply, type Reply } from './reply.ts';
import type { Services } from './services.ts';
import { textsFor, type Texts } from './texts/texts.ts';

/** For moderators alone, whichever answer of Kutip's in their server they chose. */
export async function whyReply(
  interaction: MessageContextMenuCommandInteraction,
  services: Services,
): Promise<Reply> {
  const texts = textsFor(interaction.locale);
  const { guild, targetMessage } = interaction;
  if (guild === null) return problemReply(texts.settings.onlyInServers);
  const { settings } = await services.store.guilds.settings(guild.id);
  if (!mayModerate(interaction, settings)) return problemReply(texts.why.notAllowed);
  // An answer carries the ID of its question in its votes.
  const vote = meaningsIn(targetMessage).find(({ kind }) => kind === 'vote');
  if (vote?.kind !== 'vote') return problemReply(texts.why.noAnswer);
  const turn = await services.store.conversations.turnOfQuestion(vote.questionId);
  // A server reads of its own questions alone.
  if (turn === undefined || turn.guildId !== guild.id) return problemReply(texts.why.tooOld);
  const { channelId, question } = turn;
  const index = await services.knowledge.indexFor({ guildId: guild.id, channelId });
  const { explanation, isSame } = explainTurn(index, turn, await previousOf(turn, services));
  return renderWhy({ explanation, isSame, question, index, texts });
}

/** What the asker had asked shortly before. */
async function previousOf(turn: Turn, { store }: Services): Promise<readonly string[]> {
  const { threadId, channelId, askedBy, askedAtMs } = turn;
  return store.conversations.previousQuestions(
    threadId === undefined ? { channelId, askedBy } : { threadId },
    { sinceMs: askedAtMs - followUpWindowMs, beforeMs: askedAtMs, count: previousQuestionsMax },
  );
}

/** The explanation that leads to the passage shown then, or the plainest where none does any more. */
function explainTurn(
  index: PassageIndex,
  { question: text, shown }: Turn,
  previous: readonly string[],
): { explanation: Explanation; isSame: boolean } {
  const narrowed =
    shown === undefined || !index.articles.has(shown.articleId) ? {} : { articleId: shown.articleId };
  // Whether an article was named, or the conversation counted, is not remembered.
  const asked = [
    { text, previous },
    { text, previous: [] },
    { text, previous, ...narrowed },
  ];
  const explanations = asked.map((question) => explainQuestion(index, question));
  const same = explanations.find(({ outcome }) => outcome.citations[0]?.passageId === shown?.passageId);
  const explanation = same ?? explanations[0];
  if (explanation === undefined) throw new Error('A question without an explanation');
  return { explanation, isSame: same !== undefined };
}

const questionLengthMax = 240;
/** Words of the question listed, each way. */
const wordsShownMax = 12;
const wordLengthMax = 40;
/** From here on a match is the word itself or a form of it. */
const sameWordMin = 0.85;

interface WhyRequest {
  readonly explanation: Explanation;
  /** Whether it leads to the passage that was shown. */
  readonly isSame: boolean;
  readonly question: string;
  readonly index: PassageIndex;
  readonly texts: Texts;
}

/** The few lines; at most 2,000 UTF-16 units by the bounds of its parts. */
export function renderWhy({ explanation, isSame, question, index, texts }: WhyRequest): Reply {
  const { outcome, terms, candidates, texts: looked, expected, thresholds, isOverview } = explanation;
  const { why } = texts;
  const [first, second] = candidates;
  const hundredths = new Intl.NumberFormat(texts.locale, { minimumFractionDigits: 2 });
  const lines = [
    why.title,
    `${texts.questionLabel} ${renderInline(question, questionLengthMax)}`,
    ...(isSame ? [] : [why.otherwise]),
    isOverview ? why.overview : why.asksFor(why.kinds[expected]),
    ...(looked.some(({ isEarlier }) => isEarlier === true) ? [why.carried] : []),
    ...(first === undefined ? [] : renderFirst(first, { explanation, index, texts })),
    ...(first === undefined && !isOverview ? [why.nothingFound] : []),
    ...(second === undefined
      ? []
      : [why.runnerUp(renderPlace(second, index, texts), renderWords(found(second, terms), texts))]),
    why.sure({
      confidence: hundredths.format(outcome.confidence),
      answers: hundredths.format(thresholds.answers),
      mayAnswer: hundredths.format(thresholds.mayAnswer),
    }),
  ];
  return { content: lines.join('\n') };
}

function renderFirst(
  first: ExplainedCandidate,
  { explanation, index, texts }: { explanation: Explanation; index: PassageIndex; texts: Texts },
): string[] {
  const { terms, outcome } = explanation;
  const { why } = texts;
  const place = renderPlace(first, index, texts);
  const missing = terms.filter((_, at) => (first.matches[at] ?? 0) === 0);
  const [elsewhere, nowhere] = [
    missing.filter(({ isKnown }) => isKnown),
    missing.filter(({ isKnown }) => !isKnown),
  ];
  const list = (some: readonly QueryTerm[]) =>
    renderWords(
      some.map(({ word }) => ({ word, isSame: true })),
      texts,
    );
  return [
    outcome.kind === 'answer' ? why.chosen(place) : why.nearest(place),
    `• ${why.has(renderWords(found(first, terms), texts))}`,
    ...(elsewhere.length > 0 ? [`• ${why.lacks(list(elsewhere))}`] : []),
    ...(nowhere.length > 0 ? [`• ${why.inNoArticle(list(nowhere))}`] : []),
    ...(first.likeness === undefined ? [] : [`• ${why.writtenDown}`]),
  ];
}

interface FoundWord {
  readonly word: string;
  /** Whether the passage says it in that word. */
  readonly isSame: boolean;
}

function found({ matches }: ExplainedCandidate, terms: readonly QueryTerm[]): FoundWord[] {
  return terms.flatMap(({ word }, at) => {
    const match = matches[at] ?? 0;
    return match === 0 ? [] : [{ word, isSame: match >= sameWordMin }];
  });
}

function renderWords(words: readonly FoundWord[], { why }: Texts): string {
  const shown = words
    .slice(0, wordsShownMax)
    .map(({ word, isSame }) => `${renderInline(word, wordLengthMax)}${isSame ? '' : ` (${why.otherWord})`}`);
  const further = words.length - shown.length;
  return shown.length === 0 ? '–' : [...shown, ...(further > 0 ? [`+${further}`] : [])].join(', ');
}

const titleLengthMax = 80;

function renderPlace(
  { passage, chosen }: ExplainedCandidate,
  { articles }: PassageIndex,
  texts: Texts,
): string {
  const place =
    passage.kind === 'title'
      ? texts.titlePlace
      : passage.kind === 'summary'
        ? texts.summaryPlace
        : `${texts.paragraph(passage.paragraph)}, ${texts.sentence(chosen.sentence.number)}`;
  const article = articles.size > 1 ? articles.get(passage.articleId) : undefined;
  return article === undefined ? place : `${renderInline(article.title, titleLengthMax)} · ${place}`;
}
