/**
 * What is asked of MiniSearch: the passages worth a closer look, and the words that begin like one.
 * Nothing else knows how the postings are kept.
 */
import MiniSearch from 'minisearch';
import { compareTexts } from '../language/compare-texts.ts';
import type { CuratedWordings } from './curated-wordings.ts';
import type { Passage, QueryTerm, SearchScope } from './passage.ts';
import type { PackedTokens, TermTable } from './term-table.ts';

/** Passages that MiniSearch hands to the ranking: the right one is among the first 50 for 95–99 % of the public questions. */
export const candidatesMax = 60;
/** Passages that are looked at because of their curated questions. */
const askedMax = 20;
/** How much title and heading count beside the passage's own words when candidates are found. */
const contextBoost = 0.3;
/** Terms that a beginning may stand for, at most. */
const completionsMax = 20;

/** The inverted index over a corpus's passages, which are told by their positions. */
export interface Postings {
  /** The passages worth ranking, at most `candidatesMax`, in MiniSearch's corrected order. */
  findCandidates(terms: readonly QueryTerm[], scope: SearchScope): readonly number[];
  /** The passages whose curated questions are nearest, at most `askedMax`, best first. */
  findAsked(forms: readonly string[], scope: SearchScope): readonly number[];
  /** Terms of the passages that begin so, at most `completionsMax`, in alphabetical order. */
  complete(beginning: string): readonly string[];
}

interface PostingDocument {
  readonly id: number;
  readonly text: string;
  readonly context: string;
  /** Words of the questions that the article carries for it. */
  readonly asked: string;
}

/** The postings of the passages that the table describes. */
export function buildPostings(
  passages: readonly Passage[],
  table: TermTable,
  curated: CuratedWordings | undefined,
): Postings {
  const index = new MiniSearch<PostingDocument>({
    fields: ['text', 'context', 'asked'],
    // The analysis has been done: a document arrives as its terms, one per line.
    tokenize: (text) => (text === '' ? [] : text.split('\n')),
    processTerm: (term) => term,
  });
  index.addAll(writeDocuments(table, curated));
  const isInScope = (position: number, { articleId }: SearchScope): boolean =>
    articleId === undefined || passages[position]?.articleId === articleId;

  return {
    findCandidates(terms, scope) {
      const strengths = strengthsOf(terms);
      if (strengths.size === 0) return [];
      leaveOutCommon(strengths, table);
      const best = keepBest(candidatesMax);
      index.search([...strengths.keys()].join('\n'), {
        fields: ['text', 'context'],
        boost: { context: contextBoost },
        boostTerm: (form) => strengths.get(form) ?? 1,
        bm25: { k: 0.9, b: 0.75, d: 0 },
        // Every match passes here before MiniSearch sorts: of thousands only the best are kept, and none is sorted.
        filter: ({ id, score, queryTerms }) => {
          const position = Number(id);
          // MiniSearch multiplies a score by the number of matched terms, which drowns the rare ones.
          if (isInScope(position, scope))
            best.offer({ position, score: score / Math.max(1, queryTerms.length) });
          return false;
        },
      });
      return best.positions();
    },
    findAsked(forms, scope) {
      if (forms.length === 0) return [];
      const found = index.search(forms.join('\n'), {
        fields: ['asked'],
        filter: ({ id }) => isInScope(Number(id), scope),
      });
      return found
        .map(({ id, score }) => ({ position: Number(id), score }))
        .sort((a, b) => b.score - a.score || a.position - b.position)
        .slice(0, askedMax)
        .map(({ position }) => position);
    },
    complete(beginning) {
      const found = index.search(beginning, { prefix: true, fields: ['text'] });
      return [...new Set(found.flatMap(({ terms }) => terms))].sort(compareTexts).slice(0, completionsMax);
    },
  };
}

function writeDocuments(
  { terms, passageTerms }: TermTable,
  curated: CuratedWordings | undefined,
): PostingDocument[] {
  const write = (packed: PackedTokens): string =>
    Array.from(packed, (entry) => terms[entry >>> 1]).join('\n');
  return passageTerms.map(({ sentences, context }, position) => ({
    id: position,
    text: sentences.map(write).filter(Boolean).join('\n'),
    context: write(context),
    asked: curated?.formsAt(position).join('\n') ?? '',
  }));
}

/** Every form that is looked for, with the most that any of the terms counts it for. */
function strengthsOf(terms: readonly QueryTerm[]): Map<string, number> {
  const strengths = new Map<string, number>();
  for (const term of terms) {
    for (const [form, strength] of term.forms) {
      strengths.set(form, Math.max(strengths.get(form) ?? 0, strength));
    }
  }
  return strengths;
}

/**
 * A form weaker than `strength` that more than `passages` passages and more than that share of all have: it brings up
 * none of them and costs as much as all that do.
 */
const common = { strength: 0.7, passages: 40, share: 0.02 } as const;

/** Leaves such forms out of what is searched for, unless there are no others. */
function leaveOutCommon(
  strengths: Map<string, number>,
  { numberOf, passageCounts, passageTerms }: TermTable,
): void {
  const most = Math.max(common.passages, common.share * passageTerms.length);
  for (const [form, strength] of strengths) {
    const count = passageCounts[numberOf.get(form) ?? -1] ?? 0;
    if (strength < common.strength && count > most && strengths.size > 1) strengths.delete(form);
  }
}

interface ScoredPosition {
  readonly position: number;
  readonly score: number;
}

/** Keeps the `most` best of what it is offered; of equal ones those that come first in the corpus. */
function keepBest(most: number) {
  const kept: ScoredPosition[] = [];
  return {
    offer(one: ScoredPosition): void {
      const last = kept.length < most ? undefined : kept.at(-1);
      if (last !== undefined && comesBefore(last, one)) return;
      const place = kept.findLastIndex((other) => comesBefore(other, one)) + 1;
      kept.splice(place, 0, one);
      if (kept.length > most) kept.pop();
    },
    /** Best first. */
    positions: (): number[] => kept.map(({ position }) => position),
  };
}

function comesBefore(a: ScoredPosition, b: ScoredPosition): boolean {
  return a.score > b.score || (a.score === b.score && a.position < b.position);
}
