/**
 * What moderators taught: wordings that lead to a passage. The passage is named by its place and
 * kept with its exact text, so that a lesson survives a new version of the article only where the
 * very words still stand there.
 */
import type { Article, Span } from '../articles/article.ts';

/** Where the taught passage stands. */
export interface LessonPlace extends Span {
  readonly articleId: string;
  /** The version that `start` and `end` count in. */
  readonly version: string;
  readonly passageId: string;
  /** Exactly the article's text from `start` to `end`. */
  readonly text: string;
}

export interface Lesson {
  /** The decision that made it; undoing that undoes the lesson. */
  readonly decisionId: string;
  readonly guildId: string;
  /** Empty where the members whose words they were have asked to be forgotten. */
  readonly wordings: readonly string[];
  readonly place: LessonPlace;
  /** The article no longer says it: not indexed, shown to moderators. */
  readonly isStale: boolean;
  /** Absent where the moderator has asked to be forgotten. */
  readonly taughtBy?: string;
  readonly taughtAtMs: number;
}

export type Relocation =
  | { readonly kind: 'in-place' }
  /** Also where it was stale and the words are back. */
  | { readonly kind: 'moved'; readonly place: LessonPlace }
  | { readonly kind: 'stale' };

/**
 * Finds a lesson's words in the article as it is now. Where they stand more than once, the nearest
 * to their old place counts; never anything but the same characters.
 * `passageIdAt` gives the passage that a span stands in, undefined where it is in none.
 */
export function relocateLesson(
  lesson: Pick<Lesson, 'place' | 'isStale'>,
  article: Pick<Article, 'id' | 'version' | 'text'> | undefined,
  passageIdAt: (span: Span) => string | undefined,
): Relocation {
  const { place } = lesson;
  if (article === undefined || article.id !== place.articleId) return { kind: 'stale' };
  const isUnchanged = article.version === place.version && !lesson.isStale;
  if (isUnchanged && article.text.slice(place.start, place.end) === place.text) return { kind: 'in-place' };
  const start = nearestOccurrence(article.text, place.text, place.start);
  if (start === undefined) return { kind: 'stale' };
  const span = { start, end: start + place.text.length };
  const passageId = passageIdAt(span);
  if (passageId === undefined) return { kind: 'stale' };
  return { kind: 'moved', place: { ...place, ...span, version: article.version, passageId } };
}

function nearestOccurrence(text: string, words: string, near: number): number | undefined {
  if (words === '') return undefined;
  const before = text.lastIndexOf(words, near);
  const after = text.indexOf(words, near);
  if (before === -1 || after === -1) {
    const found = Math.max(before, after);
    return found === -1 ? undefined : found;
  }
  return near - before <= after - near ? before : after;
}
