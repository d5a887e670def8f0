import { parseArgs } from 'node:util';
import type { Language } from '../language/language.ts';

/** What the person at the terminal wants, or what is wrong with how they asked. */
export type AskCommand =
  | { readonly kind: 'help' }
  | { readonly kind: 'usage-error'; readonly message: string }
  | { readonly kind: 'batch'; readonly corpusFolder?: string }
  | {
      readonly kind: 'question';
      readonly text: string;
      /** Whether to say how the answer came about. */
      readonly isExplained: boolean;
      readonly corpusFolder?: string;
      readonly articleId?: string;
      readonly language?: Language;
    };

export const usageText = `Ask the articles, and get their own words.

  npm run ask -- "question" [--article ID] [--corpus DIR] [--lang id|en] [--explain]
  npm run --silent ask -- --jsonl [--corpus DIR] < questions.jsonl > answers.jsonl

  --article ID   only this article may answer (its file name without the extension)
  --corpus DIR   read every article of that folder instead of corpus/
  --lang id|en   language of the frame around the quotes; default: the question's
  --explain      also what was looked for, every passage weighed, and why the answer was given or withheld
  --jsonl        one JSON object a line in, one a line out; see the README
  --help         this text

Exit codes: 0 done, also when no article says it; 1 a line or the corpus could not be read; 2 wrong usage.
`;

const optionTypes = {
  article: { type: 'string' },
  corpus: { type: 'string' },
  lang: { type: 'string' },
  explain: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads what stands behind the program's name. Never throws. */
export function readArguments(args: readonly string[]): AskCommand {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    // parseArgs throws for unknown options and missing values, in words made for the user.
    return { kind: 'usage-error', message: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: 'help' };
  const corpus = values.corpus === undefined ? {} : { corpusFolder: values.corpus };
  if (values.corpus === '') return usageError('--corpus needs a folder: --corpus articles/');
  if (values.jsonl === true) {
    if (positionals.length > 0)
      return usageError('With --jsonl the questions come from standard input, not from the command line.');
    if (values.article !== undefined || values.lang !== undefined || values.explain !== undefined) {
      return usageError(
        'With --jsonl, --article, --lang and --explain have no use: write "article" into the line.',
      );
    }
    return { kind: 'batch', ...corpus };
  }
  const text = positionals.join(' ');
  if (text.trim() === '')
    return usageError('There is no question: write it in quotes, npm run ask -- "siapa pendiri xAI?"');
  const language = values.lang;
  if (language !== undefined && language !== 'id' && language !== 'en') {
    return usageError('--lang knows id and en.');
  }
  return {
    kind: 'question',
    text,
    isExplained: values.explain === true,
    ...corpus,
    ...(values.article === undefined ? {} : { articleId: values.article }),
    ...(language === undefined ? {} : { language }),
  };
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: optionTypes, allowPositionals: true, strict: true });
}

function usageError(message: string): AskCommand {
  return { kind: 'usage-error', message };
}
