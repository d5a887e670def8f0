import { threadNameLengthMax } from '../limits.ts';
import { takeStart } from '../render/cut-text.ts';
import { toVisibleText } from '../render/escape-markdown.ts';

/** A thread's name, as plain as Discord shows it: the question on one line, 1 to 100 UTF-16 units. */
export function threadName(question: string, otherwise: string): string {
  const line = toVisibleText(question).replace(/\s+/gu, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(line)) return otherwise;
  return line.length <= threadNameLengthMax ? line : `${takeStart(line, threadNameLengthMax - 1)}…`;
}
