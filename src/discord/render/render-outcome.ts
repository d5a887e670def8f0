/**
 * An answer, or the deliberate lack of one, enters; the reply a member reads leaves. Every quoted word
 * is cut from the index's snapshot here, and only where the citation still fits that snapshot.
 */
import type { Article, Block, Span } from '../../articles/article.ts';
import type { Answer, Citation, NoAnswer } from '../../answers/answer.ts';
import type { Passage, PassageIndex } from '../../retrieval/passage.ts';
import { messageLengthMax } from '../limits.ts';
import { referToPassage } from '../passage-reference.ts';
import type { Reply, ReplyButton } from '../reply.ts';
import type { Texts } from '../texts/texts.ts';
import { renderCitationLine } from './citation-line.ts';
import { renderInline } from './cut-text.ts';
import { renderQuote } from './render-quote.ts';

/** A reply, or the citation that no longer fits the index: then nothing may be shown as a quote. */
export type RenderedOutcome =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'stale'; readonly citation: Citation };

export interface OutcomeRequest {
  readonly outcome: Answer | NoAnswer;
  /** As asked; shown on top, so that a reader in the channel knows what was asked. */
  readonly question: string;
  readonly index: PassageIndex;
  readonly texts: Texts;
}

/** Citations shown at once by how sure the bot is: a clear answer needs no third opinion on a phone. */
const citationsShown = { answers: 2, 'may-answer': 3, 'does-not-say': 3 } as const;
const questionLengthMax = 240;

/** From the most generous to one that always fits: 240 + 200 + 420 + 1,000 at most. */
const layouts = [
  { first: 640, other: 280, citations: 3, links: true },
  { first: 420, other: 180, citations: 3, links: true },
  { first: 420, other: 180, citations: 3, links: false },
  { first: 420, other: 180, citations: 2, links: true },
  { first: 420, other: 0, citations: 1, links: true },
] as const;

interface Quoted {
  readonly citation: Citation;
  readonly article: Article;
  readonly passage: Passage;
  readonly block: Block;
}

/** The reply for that outcome. Deterministic; at most 2,000 UTF-16 units. */
export function renderOutcome(request: OutcomeRequest): RenderedOutcome {
  const { outcome, index } = request;
  const quotes: Quoted[] = [];
  for (const citation of outcome.citations) {
    const quoted = locate(index, citation);
    if (!quoted) {
      return { kind: 'stale', citation };
    }
    quotes.push(quoted);
  }
  for (const layout of layouts) {
    const shown = quotes.slice(0, Math.min(layout.citations, citationsShown[outcome.verdict]));
    const content = renderContent(request, shown, layout);
    if (content.length <= messageLengthMax) {
      return { kind: 'reply', reply: { content, buttons: renderButtons(request, quotes, shown.length) } };
    }
  }
  throw new RangeError('No layout of the answer fits one message');
}

/** The question on one line, escaped and bounded. */
function renderQuestion(question: string, texts: Texts): string {
  return `${texts.questionLabel} ${renderInline(question, questionLengthMax)}`;
}

/** The places a citation points to, or undefined where the index holds another text now. */
function locate(index: PassageIndex, citation: Citation): Quoted | undefined {
  const article = index.articles.get(citation.articleId);
  const passage = index.passage(citation.passageId);
  const block = passage && article?.blocks[passage.blockIndex];
  const fits =
    article?.version === citation.version &&
    passage?.articleId === article.id &&
    passage.version === article.version &&
    block !== undefined &&
    isInside(citation, block) &&
    isInside(citation.sentence, citation) &&
    (citation.highlight === null || isInside(citation.highlight, citation.sentence));
  return fits ? { citation, article, passage, block } : undefined;
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && inner.start < inner.end;
}

function renderContent(
  { outcome, question, texts }: OutcomeRequest,
  shown: readonly Quoted[],
  layout: (typeof layouts)[number],
): string {
  const parts = shown.map((quoted, rank) => renderCited(quoted, { rank, outcome, texts, layout }));
  const head = `${renderQuestion(question, texts)}\n${renderVerdict(outcome, shown.length > 0, texts)}`;
  return [head, ...parts].join('\n');
}

/** The verdict in words. */
function renderVerdict(outcome: Answer | NoAnswer, hasQuotes: boolean, texts: Texts): string {
  if (outcome.kind === 'answer') {
    return `**${outcome.verdict === 'answers' ? texts.answers : texts.mayAnswer}**`;
  }
  return outcome.reason === 'no-terms'
    ? `**${texts.noTerms}**`
    : `**${texts.doesNotSay}** ${hasQuotes ? texts.nearest : texts.nothingFoundHint}`;
}

function renderCited(
  { citation, article, block }: Quoted,
  how: { rank: number; outcome: Answer | NoAnswer; texts: Texts; layout: (typeof layouts)[number] },
): string {
  const leads = how.rank === 0 && how.outcome.kind === 'answer';
  const quote = renderQuote({
    text: article.text,
    span: citation,
    block,
    sentences: block.sentences,
    focus: citation.sentence,
    // The nearest words are no answer: nothing in them is marked as one.
    bold: how.outcome.kind === 'answer' && citation.highlight ? [citation.highlight] : [],
    lengthMax: leads ? how.layout.first : Math.max(how.layout.other, 60),
    focusOnly: !leads,
  });
  const place = {
    article,
    block,
    words: citation.sentence,
    sentenceNumber: citation.sentence.number,
    number: citation.number,
  };
  return `${quote}\n${renderCitationLine(place, how.texts, how.layout.links)}`;
}

/** In context for every quote shown, and More where anything is left. */
function renderButtons(
  { outcome, index, texts }: OutcomeRequest,
  quotes: readonly Quoted[],
  shown: number,
): ReplyButton[] {
  const inContext = quotes.slice(0, shown).map(({ citation, passage }): ReplyButton => {
    const answering = outcome.kind === 'answer' ? (citation.highlight ?? citation.sentence) : undefined;
    return {
      label: texts.contextButton(shown === 1 ? undefined : citation.number),
      meaning: {
        kind: 'context',
        passage: referToPassage(passage),
        ...(answering && { highlight: { start: answering.start, end: answering.end } }),
      },
    };
  });
  const further = [
    ...quotes.slice(shown).map(({ passage }) => passage),
    ...outcome.furtherPassageIds.flatMap((id) => index.passage(id) ?? []),
  ];
  const more = further.map(referToPassage);
  return more.length === 0
    ? inContext
    : [
        ...inContext,
        { label: texts.moreButton, meaning: { kind: 'more', firstNumber: shown + 1, passages: more } },
      ];
}
