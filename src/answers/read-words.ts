/** The words of a sentence enter with what is asked; each leaves with how the question has it. */
import type { PlainWord } from './plain-words.ts';
import type { SentenceTask } from './read-sentence.ts';

/** A word of a sentence that is asked about. */
export interface SentenceWord extends PlainWord {
  /** What of the question it matches, as a share of the question's weightiest word, 0 to 1. */
  readonly matched: number;
  /** The same, where words of like use count as well: never less than `matched`. */
  readonly near: number;
  /** The asker said this word already. */
  readonly isAsked: boolean;
  /** In this very form. */
  readonly isAskedAsWritten: boolean;
  /** It names the kind of thing asked for. */
  readonly isFocus: boolean;
}

/** The words of the sentence, in reading order. */
export function readWords({
  sentence,
  expected,
  questionForms,
  terms,
  nearness,
}: SentenceTask): SentenceWord[] {
  const weightMax = terms.reduce((most, term) => Math.max(most, term.weight), 0);
  const matchOf = ({ forms }: PlainWord): number => {
    let matched = 0;
    for (const term of terms) {
      for (const form of forms)
        matched = Math.max(matched, ((term.forms.get(form) ?? 0) * term.weight) / weightMax);
    }
    return matched;
  };
  return sentence.words.map((word): SentenceWord => {
    const { folded, forms, isStop } = word;
    const matched = isStop ? 0 : matchOf(word);
    return {
      ...word,
      matched,
      near: isStop ? 0 : Math.max(matched, nearness(folded)),
      isAsked: forms.some((form) => questionForms.has(form)),
      isAskedAsWritten: questionForms.has(folded),
      isFocus: forms.some((form) => expected.focus.has(form)),
    };
  });
}
