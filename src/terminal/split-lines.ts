/** Longest line that is read, in UTF-16 units: a question of 6,000 and its conversation many times over. */
export const lineLengthMax = 1_000_000;

/** One line without its end, or the fact that it was too long or no UTF-8 and could not be read. */
export type InputLine =
  | { readonly kind: 'line'; readonly number: number; readonly text: string }
  | { readonly kind: 'too-long'; readonly number: number }
  | { readonly kind: 'not-utf8'; readonly number: number };

/**
 * Lines of a UTF-8 stream, numbered from 1, split at `\n` only: U+2028 may stand inside a JSON
 * string, where node:readline would split. Holds at most one line in memory, however long the input.
 */
export async function* splitLines(
  input: AsyncIterable<Uint8Array>,
  lengthMax: number = lineLengthMax,
): AsyncGenerator<InputLine> {
  let decoder = lineDecoder(true);
  let number = 1;
  let rest = '';
  let problem: 'too-long' | 'not-utf8' | undefined;
  const read = (bytes: Uint8Array, isEnd: boolean): void => {
    try {
      // A broken line is left at once, so that nothing of it is kept.
      const part = problem === undefined ? decoder.decode(bytes, { stream: !isEnd }) : '';
      if (rest.length + part.length > lengthMax) problem = 'too-long';
      rest = problem === undefined ? rest + part : '';
    } catch {
      problem = 'not-utf8';
      rest = '';
    }
  };
  const finish = (): InputLine => {
    const line = finishLine({ number, text: rest, problem });
    number++;
    rest = '';
    problem = undefined;
    decoder = lineDecoder(false);
    return line;
  };
  let isBegun = false;
  for await (const chunk of input) {
    let from = 0;
    for (let to = chunk.indexOf(lineFeed); to >= 0; to = chunk.indexOf(lineFeed, from)) {
      read(chunk.subarray(from, to), true);
      yield finish();
      isBegun = false;
      from = to + 1;
    }
    if (from < chunk.length) {
      read(chunk.subarray(from), false);
      isBegun = true;
    }
  }
  if (!isBegun) return;
  read(new Uint8Array(), true);
  if (rest !== '' || problem !== undefined) yield finish();
}

const lineFeed = 0x0a;

/** Keeps characters whole across chunks; a byte order mark is removed where the input begins. */
function lineDecoder(isFirst: boolean): InstanceType<typeof TextDecoder> {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: !isFirst });
}

function finishLine(line: {
  number: number;
  text: string;
  problem: 'too-long' | 'not-utf8' | undefined;
}): InputLine {
  const { number, text, problem } = line;
  if (problem !== undefined) return { kind: problem, number };
  return { kind: 'line', number, text: text.endsWith('\r') ? text.slice(0, -1) : text };
}
