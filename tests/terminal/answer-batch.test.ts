import { describe, expect, test } from 'vitest';
import { buildPassageIndex } from '../../src/retrieval/build-passage-index.ts';
import { answerBatch, answerLine, previousMax, questionLengthMax } from '../../src/terminal/answer-batch.ts';
import { lineLengthMax, splitLines, type InputLine } from '../../src/terminal/split-lines.ts';
import { smallCorpus } from '../fixtures/small-corpus.ts';

const index = buildPassageIndex(smallCorpus);

function reply(text: string): unknown {
  return answerLine(index, { kind: 'line', number: 3, text });
}

async function* chunksOf(...chunks: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
}

async function linesOf(...chunks: (string | Uint8Array)[]): Promise<InputLine[]> {
  return Array.fromAsync(splitLines(chunksOf(...chunks), 10));
}

describe('a line of the batch', () => {
  test('is answered with its citations in the contract’s order of keys', () => {
    const line = JSON.stringify(reply('{"id":"q1","text":"Siapa yang meresmikan Jembatan Lontara?"}'));
    expect(line).toMatch(
      /^\{"id":"q1","status":"answered","confidence":(?:0\.\d{1,2}|1),"citations":\[\{"article":"jembatan-lontara","paragraph":1,"text":"Jembatan[^}]*","start":\d+,"end":\d+,"highlight":\{"start":\d+,"end":\d+\}\},/,
    );
    expect(line).toContain('Ratna Wulandari');
  });

  test('has the exact slice as its text and the highlight within', () => {
    const answered = answerLine(index, {
      kind: 'line',
      number: 1,
      text: '{"id":"q","text":"Siapa yang meresmikan Jembatan Lontara?"}',
    });
    if (answered === undefined || 'error' in answered) throw new Error('not answered');
    const texts = new Map(smallCorpus.map(({ id, text }) => [id, text]));
    const [first] = answered.citations;
    expect(first?.highlight).toBeTruthy();
    for (const { article, text, start, end, highlight } of answered.citations) {
      expect(text).toBe(texts.get(article)?.slice(start, end));
      expect(highlight === null || (highlight.start >= start && highlight.end <= end)).toBe(true);
    }
  });

  test.for([
    ['no JSON', 'rubbish'],
    ['half an object', '{"id":"q1",'],
    ['an array', '[]'],
    ['null', 'null'],
    ['a string', '"q1"'],
    ['no id', '{"text":"x"}'],
    ['a number as id', '{"id":1,"text":"x"}'],
    ['no text', '{"id":"q1"}'],
    ['a list as text', '{"id":"q1","text":["x"]}'],
    ['a text as previous', '{"id":"q1","text":"x","previous":"y"}'],
    ['a number in previous', '{"id":"q1","text":"x","previous":[1]}'],
    ['a number as article', '{"id":"q1","text":"x","article":5}'],
  ])('that is malformed (%s) gives an error with its number and no id', ([, line]) => {
    expect(reply(line ?? '')).toEqual({ id: null, error: expect.stringMatching(/^line 3: \S/) });
  });

  test('that asks for an unknown article keeps its id', () => {
    expect(reply('{"id":"q7","text":"x","article":"tidak-ada"}')).toEqual({
      id: 'q7',
      error: expect.stringMatching(/^line 3: no article has the id "tidak-ada"/),
    });
  });

  test('may leave out or null the optional keys, and have others', () => {
    const line = '{"id":"q","text":"","previous":null,"article":null,"more":1}';
    expect(reply(line)).toEqual({ id: 'q', status: 'no-answer', confidence: 0, citations: [] });
  });

  test('keeps to the article it names', () => {
    const line = '{"id":"q","text":"jembatan kopi ketua","article":"kebun-kopi-arunika"}';
    expect(JSON.stringify(reply(line))).not.toContain('jembatan-lontara');
  });

  test.for(['', '  ', '\t'])('that is blank (%j) is skipped', (line) => {
    expect(reply(line)).toBeUndefined();
  });

  test('is refused where it is longer than the bound', () => {
    expect(answerLine(index, { kind: 'too-long', number: 9 })).toEqual({
      id: null,
      error: expect.stringContaining(`line 9: longer than ${lineLengthMax}`),
    });
  });
});

describe('lines of a stream', () => {
  test('keep their numbers across chunks, blank lines and CRLF', async () => {
    expect(await linesOf('a\r\n', '\nb', 'c\n', 'd')).toEqual([
      { kind: 'line', number: 1, text: 'a' },
      { kind: 'line', number: 2, text: '' },
      { kind: 'line', number: 3, text: 'bc' },
      { kind: 'line', number: 4, text: 'd' },
    ]);
  });

  test('are not split inside a character or at U+2028, and lose a byte order mark', async () => {
    const bytes = new TextEncoder().encode('\uFEFFé\u2028🎉\n');
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(await linesOf(...single)).toEqual([{ kind: 'line', number: 1, text: 'é\u2028🎉' }]);
  });

  test.for([9, 10, 11])('of %i units are read up to the bound of 10', async (length) => {
    const [first, second] = await linesOf('x'.repeat(length), '\nnext\n');
    expect(first?.kind).toBe(length <= 10 ? 'line' : 'too-long');
    expect(second).toEqual({ kind: 'line', number: 2, text: 'next' });
  });
});

test('a line that is no UTF-8 is an error by itself, wherever its bytes are cut', async () => {
  const bad = Uint8Array.of(0x61, 0xff, 0x0a, 0x62, 0xc3, 0x0a, 0x63, 0x0a, 0xe2, 0x82);
  const expected = [
    { kind: 'not-utf8', number: 1 },
    { kind: 'not-utf8', number: 2 },
    { kind: 'line', number: 3, text: 'c' },
    { kind: 'not-utf8', number: 4 },
  ];
  expect(await linesOf(bad)).toEqual(expected);
  expect(await linesOf(...Array.from(bad, (byte) => Uint8Array.of(byte)))).toEqual(expected);
  expect(answerLine(index, { kind: 'not-utf8', number: 4 })).toEqual({
    id: null,
    error: expect.stringMatching(/^line 4: not valid UTF-8/),
  });
});

const ask = (request: object) => reply(JSON.stringify({ id: 'q', ...request }));

test('a question is answered up to the bound and refused above it, as are earlier ones', () => {
  const within = 'kopi '.repeat(questionLengthMax / 5);
  expect(ask({ text: within, previous: [within] })).toHaveProperty('status');
  for (const bad of [
    { text: `${within}x` },
    { text: 'x', previous: [`${within}x`] },
    { text: 'x', previous: Array.from({ length: previousMax + 1 }, () => 'x') },
  ]) {
    expect(ask(bad)).toEqual({ id: null, error: expect.stringMatching(/^line 3: .*(?:longer|more) than/) });
  }
});

test('a batch waits for its output before it reads on, and counts its errors', async () => {
  const events: string[] = [];
  async function* input(): AsyncGenerator<Uint8Array> {
    for (const line of ['{"id":"a","text":"kopi"}\n', 'rubbish\n', '{"id":"b","text":"kopi"}\n']) {
      events.push('read');
      yield new TextEncoder().encode(line);
    }
  }
  const output = {
    write: async (line: string): Promise<void> => {
      events.push(String(JSON.parse(line).id));
      await Promise.resolve();
      events.push('written');
    },
  };
  expect(await answerBatch(index, { input: input(), output })).toBe(1);
  expect(events.join(' ')).toBe('read a written read null written read b written');
});
