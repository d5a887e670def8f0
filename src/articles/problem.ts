/** Something about an article's file that its keeper should know. */
export interface ArticleProblem {
  /** File name inside the corpus folder, or the folder itself. */
  readonly file: string;
  /** From 1; 1 where the whole file is meant, absent for the folder. */
  readonly line?: number;
  /** What is wrong and what to do, as one line. */
  readonly message: string;
}

/** The problem as one line, in the form editors know: file, line, what is wrong. */
export function describeProblem({ file, line, message }: ArticleProblem): string {
  return `${line === undefined ? file : `${file}:${line}`}: ${message}`;
}

/** A finding with its line in the file, from 1. */
export interface Finding {
  readonly line: number;
  readonly message: string;
}

/** A value as it may stand in a message: one line, without invisible characters, at most 60 characters. */
export function quoteForMessage(value: string): string {
  const visible = value.replaceAll(/[\s\p{C}]+/gu, ' ').trim();
  const characters = Array.from(visible.slice(0, 200));
  return characters.length > 60 ? `"${characters.slice(0, 59).join('')}…"` : `"${visible}"`;
}
