/** Longest line that is read, in UTF-16 units: a question of 6,000 and its conversation many times over. */
export const lineLengthMax = 1_000_000;

/** One line without its end, or the fact that it was too long to be read. */
export type InputLine =
  | { readonly kind: 'line'; readonly number: number; readonly text: string }
  | { readonly kind: 'too-long'; readonly number: number };

/**
 * Lines of a UTF-8 stream, numbered from 1, split at `\n` only: U+2028 may stand inside a JSON
 * string, where node:readline would split. Holds at most one line in memory, however long the input.
 */
export async function* splitLines(
  input: AsyncIterable<Uint8Array>,
  lengthMax: number = lineLengthMax,
): AsyncGenerator<InputLine> {
  // Removes a byte order mark, keeps characters whole across chunks, and puts U+FFFD for bytes that are no UTF-8.
  const decoder = new TextDecoder('utf-8');
  let number = 1;
  let rest = '';
  let isTooLong = false;
  for await (const chunk of input) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [place, part] of parts.entries()) {
      if (place > 0) {
        yield finishLine({ number, text: rest, isTooLong });
        number++;
        rest = '';
        isTooLong = false;
      }
      if (rest.length + part.length > lengthMax) isTooLong = true;
      rest = isTooLong ? '' : rest + part;
    }
  }
  rest += decoder.decode();
  if (rest !== '' || isTooLong) yield finishLine({ number, text: rest, isTooLong });
}

function finishLine(line: { number: number; text: string; isTooLong: boolean }): InputLine {
  const { number, text, isTooLong } = line;
  if (isTooLong) return { kind: 'too-long', number };
  return { kind: 'line', number, text: text.endsWith('\r') ? text.slice(0, -1) : text };
}
