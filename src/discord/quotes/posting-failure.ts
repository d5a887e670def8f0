import { cutMark, takeStart } from '../render/cut-text.ts';
import { escapeInline } from '../render/escape-markdown.ts';
import { reasonLengthMax } from '../../quotes/quote.ts';
import { readFailure } from '../../quotes/read-failure.ts';
import { namePermissions } from '../settings-change.ts';
import type { Texts } from '../texts/texts.ts';
import type { BoardProblem } from './quote-board.ts';

/** Why a quote is not posted. */
export type PostingFailure =
  | { readonly kind: 'board'; readonly problem: BoardProblem; readonly channelId: string }
  | {
      readonly kind: 'no-channel-chosen' | 'cannot-tell' | 'too-long' | 'damaged';
      readonly channelId?: string;
    };

/** Whether it can pass without anybody doing anything. */
export function passesByItself(failure: PostingFailure): boolean {
  if (failure.kind !== 'board') return false;
  return failure.problem.kind === 'unclear' || failure.problem.kind === 'timed-out';
}

/** What is stored of it, to be explained in the language of whoever reads it; at most `reasonLengthMax` units. */
export function storeFailure(failure: PostingFailure): string {
  // What Discord threw is for the log.
  return JSON.stringify(failure, (key, value: unknown) => (key === 'err' ? undefined : value));
}

/**
 * A stored failure in plain words, ready to be shown: at most `lengthMax` units, a cut is shown. What is
 * no stored failure is an older version's own sentence, and shown as text.
 */
export function renderFailure(stored: string, texts: Texts, lengthMax: number = reasonLengthMax): string {
  const failure: PostingFailure | undefined = readFailure(stored);
  const words = failure === undefined ? escapeInline(stored) : explainFailure(failure, texts);
  if (words.length <= lengthMax) return words;
  // Half a channel would be shown as its number.
  const start = takeStart(words, lengthMax - cutMark.length - 1).replace(/<#?\d*$/u, '');
  return `${start.trimEnd()} ${cutMark}`;
}

/** Why, in plain words and with what to do; 1 to `reasonLengthMax` UTF-16 units. */
export function explainFailure(failure: PostingFailure, texts: Texts): string {
  const { failures } = texts.quotePost;
  const channel = `<#${failure.channelId ?? ''}>`;
  switch (failure.kind) {
    case 'board':
      return explainProblem(failure.problem, channel, texts);
    case 'no-channel-chosen':
      return failures.noChannelChosen;
    case 'cannot-tell':
      return failures.cannotTell(channel);
    case 'too-long':
      return failures.tooLong;
    case 'damaged':
      return failures.damaged;
    default:
      return failure satisfies never;
  }
}

export function explainProblem(problem: BoardProblem, channel: string, texts: Texts): string {
  const { failures } = texts.quotePost;
  switch (problem.kind) {
    case 'no-channel':
      return failures.channelGone(channel);
    case 'lacks-permissions':
      return takeStart(
        failures.lacksPermissions(channel, namePermissions(problem.permissions, texts)),
        reasonLengthMax,
      );
    case 'timed-out':
      return failures.timedOut;
    case 'refused':
      return failures.refused(channel, problem.code);
    case 'unclear':
      return failures.noAnswer;
    default:
      return problem satisfies never;
  }
}
