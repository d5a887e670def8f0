/** What `/gaps` shows: the questions that wait, one of them with the passages near it, what was decided, and votes. */
import type { PassageFeedback, VoteCounts } from '../guilds/feedback.ts';
import { pageOf, type DecidedGap, type Gap } from '../guilds/gaps.ts';
import { choiceName } from './article-option.ts';
import { gapViews, type GapView } from './custom-id.ts';
import { choicesMax } from './limits.ts';
import { describePassage, passageValue } from './passage-option.ts';
import type { Passage, PassageIndex } from '../retrieval/passage.ts';
import { renderInline } from './render/cut-text.ts';
import type { Reply, ReplyButton, ReplyRow } from './reply.ts';
import type { Services } from './services.ts';
import type { Texts } from './texts/texts.ts';

const gapsPerPage = 6;
const wordingLengthMax = 140;
const wordingsShownMax = 5;
/** Passages offered for teaching. */
const passagesOfferedMax = 12;

/** One page of a view, with the ways to the others. */
export function gapsPage(
  view: { readonly open: readonly Gap[]; readonly page: number; readonly note?: string },
  texts: Texts,
): Reply {
  const { gaps: words } = texts;
  const { entries, page, pageCount } = pageOf(view.open, view.page, gapsPerPage);
  const lines = entries.map((gap, place) => {
    const number = (page - 1) * gapsPerPage + place + 1;
    return `**${number}.** ${renderInline(gap.wordings[0] ?? '', wordingLengthMax)}\n-# ${describeGap(gap, texts)}`;
  });
  const title = view.open.length === 0 ? words.none : words.title(view.open.length);
  const select: ReplyRow = {
    kind: 'choice',
    meaning: { kind: 'gap', act: 'show' },
    placeholder: words.chooseGap,
    options: entries.map(({ gapId, wordings }) => ({ label: choiceName(wordings[0] ?? ''), value: gapId })),
  };
  return {
    content: [...(view.note === undefined ? [] : [view.note, '']), title, ...lines].join('\n'),
    rows: [
      ...(entries.length > 0 ? [select] : []),
      ...(pageCount > 1 ? [pageRow({ view: 'open', page, pageCount, texts })] : []),
      viewRow('open', texts),
    ],
  };
}

function describeGap(gap: Gap, texts: Texts): string {
  const votes = describeVotes(gap.votes, texts);
  const parts = [
    texts.gaps.asked(gap.askedCount),
    `<t:${Math.floor(gap.lastAskedAtMs / 1000)}:R>`,
    ...(votes === '' ? [] : [votes]),
    ...(gap.again === undefined ? [] : [texts.gaps.again]),
  ];
  return parts.join(' · ');
}

/** Counts and reasons; empty where nobody voted. */
function describeVotes({ up, down, reasons }: VoteCounts, { votes }: Texts): string {
  const why = Object.entries(votes.reasons).flatMap(([reason, name]) => {
    const count = Object.entries(reasons).find(([known]) => known === reason)?.[1] ?? 0;
    return count > 0 ? [`${name}: ${count}`] : [];
  });
  const counts = [...(up > 0 ? [`👍 ${up}`] : []), ...(down > 0 ? [`👎 ${down}`] : [])].join(' ');
  return why.length === 0 ? counts : `${counts} (${why.join(', ')})`;
}

/**
 * What a moderator may teach, likeliest first: what is found for `searched`; else what is found for
 * the gap's own wordings, which may be little, and then the rest of that article in its order.
 */
function passagesToTeach(gap: Gap, searched: string | undefined, index: PassageIndex): readonly Passage[] {
  const found = index
    .search(searched ?? gap.wordings.join('\n'), passagesOfferedMax)
    .map(({ passage }) => passage);
  if (searched !== undefined) return found;
  const [only] = index.articles.size === 1 ? index.articles.keys() : [];
  const articleId = found[0]?.articleId ?? only;
  const rest = index.passages.filter(
    (passage) => passage.articleId === articleId && found.every(({ id }) => id !== passage.id),
  );
  return [...found, ...rest].slice(0, choicesMax);
}

/** One gap, with the passages that may answer it, or those found for `searched`. */
export function gapDetail(
  gap: Gap,
  { searched, texts }: { readonly searched?: string; readonly texts: Texts },
  { index }: Services,
): Reply {
  const { gaps: words } = texts;
  const found = passagesToTeach(gap, searched, index);
  const wordings = gap.wordings
    .slice(0, wordingsShownMax)
    // Never as a Markdown quote: those are the article's words.
    .map((wording) => `• ${renderInline(wording, wordingLengthMax)}`);
  const further = gap.wordings.length - wordings.length;
  const teach: ReplyRow = {
    kind: 'choice',
    meaning: { kind: 'gap', act: 'teach', id: gap.gapId },
    placeholder: words.choosePassage,
    options: found.flatMap((passage) => {
      const article = index.articles.get(passage.articleId);
      if (article === undefined) return [];
      return [
        {
          label: describePassage(article, passage, texts),
          value: passageValue(passage),
          ...(index.articles.size > 1 && { description: choiceName(article.title) }),
        },
      ];
    }),
  };
  return {
    content: [
      words.wordings(gap.wordings.length),
      ...wordings,
      ...(further > 0 ? [texts.settings.furtherChannels(further)] : []),
      `-# ${describeGap(gap, texts)}`,
      ...(searched === undefined
        ? []
        : [words.searched(renderInline(searched, wordingLengthMax), found.length)]),
      found.length === 0 ? words.noPassages : words.teachHint,
    ].join('\n'),
    rows: [
      ...(found.length > 0 ? [teach] : []),
      {
        kind: 'buttons',
        buttons: [
          { label: words.search, meaning: { kind: 'gap-search', gapId: gap.gapId }, look: 'main' },
          { label: words.dismiss, meaning: { kind: 'gap', act: 'dismiss', id: gap.gapId } },
          { label: words.back, meaning: { kind: 'gaps', view: 'open', page: 1 } },
        ],
      },
    ],
  };
}

/** What was taught and dismissed, each to be undone. */
export function decidedPage(
  { decided, page: wanted }: { readonly decided: readonly DecidedGap[]; readonly page: number },
  texts: Texts,
): Reply {
  const { gaps: words } = texts;
  const { entries, page, pageCount } = pageOf(decided, wanted, gapsPerPage);
  const lines = entries.map(
    ({ wordings, decision }) =>
      `• ${renderInline(wordings[0] ?? '', wordingLengthMax)}\n-# ${words.decisions[decision.kind]} <t:${Math.floor(decision.decidedAtMs / 1000)}:R>`,
  );
  const undo: ReplyRow = {
    kind: 'choice',
    meaning: { kind: 'gap', act: 'undo' },
    placeholder: words.chooseUndo,
    options: entries.map(({ wordings, decision }) => ({
      label: choiceName(wordings[0] ?? ''),
      value: decision.decisionId,
      description: words.decisions[decision.kind],
    })),
  };
  return {
    content: [decided.length === 0 ? words.decidedNone : words.decidedTitle(decided.length), ...lines].join(
      '\n',
    ),
    rows: [
      ...(entries.length > 0 ? [undo] : []),
      ...(pageCount > 1 ? [pageRow({ view: 'decided', page, pageCount, texts })] : []),
      viewRow('decided', texts),
    ],
  };
}

/** Days of votes that are shown. */
export const votesShownDays = 30;

/** The passages that were voted on, worst first. */
export function votesPage(
  { feedback, page: wanted }: { readonly feedback: readonly PassageFeedback[]; readonly page: number },
  texts: Texts,
  { index }: Services,
): Reply {
  const { gaps: words } = texts;
  const { entries, page, pageCount } = pageOf(feedback, wanted, gapsPerPage);
  const lines = entries.map(({ articleId, passageId, votes }) => {
    const [article, passage] = [index.articles.get(articleId), index.passage(passageId)];
    const place = article && passage ? describePassage(article, passage, texts) : passageId;
    return `• ${renderInline(place, wordingLengthMax)}\n-# ${describeVotes(votes, texts)}`;
  });
  const title = feedback.length === 0 ? words.votesNone : words.votesTitle(votesShownDays);
  return {
    content: [title, ...lines].join('\n'),
    rows: [
      ...(pageCount > 1 ? [pageRow({ view: 'votes', page, pageCount, texts })] : []),
      viewRow('votes', texts),
    ],
  };
}

function viewRow(shown: GapView, texts: Texts): ReplyRow {
  // A page of its own number, or its ID would be that of the page buttons.
  const buttons = gapViews.map((view): ReplyButton => ({
    label: texts.gaps.views[view],
    meaning: { kind: 'gaps', view, page: 1 },
    isDisabled: view === shown,
  }));
  return { kind: 'buttons', buttons };
}

interface PageRow {
  readonly view: GapView;
  readonly page: number;
  readonly pageCount: number;
  readonly texts: Texts;
}

function pageRow({ view, page, pageCount, texts }: PageRow): ReplyRow {
  const to = (label: string, target: number): ReplyButton => ({
    label,
    meaning: { kind: 'gaps', view, page: target },
  });
  return {
    kind: 'buttons',
    buttons: [
      // The first page is where the button of the view itself leads.
      ...(page > 2 ? [to(texts.previousButton, page - 1)] : []),
      ...(page < pageCount ? [to(texts.nextButton, page + 1)] : []),
    ],
  };
}
