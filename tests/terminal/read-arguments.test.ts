import { describe, expect, test } from 'vitest';
import { readArguments } from '../../src/terminal/read-arguments.ts';

describe('readArguments', () => {
  test.for<[string[], object]>([
    [['siapa', 'pendiri?'], { kind: 'question', text: 'siapa pendiri?', isExplained: false }],
    [
      ['x', '--article', 'a', '--corpus', 'd', '--lang', 'en'],
      {
        kind: 'question',
        text: 'x',
        isExplained: false,
        articleId: 'a',
        corpusFolder: 'd',
        language: 'en',
      },
    ],
    [['--jsonl', '--corpus', 'd'], { kind: 'batch', corpusFolder: 'd' }],
    [['-h'], { kind: 'help' }],
    [['x', '--explain'], { kind: 'question', text: 'x', isExplained: true }],
    [['--', '--apa?'], { kind: 'question', text: '--apa?', isExplained: false }],
  ])('%j is understood', ([args, command]) => {
    expect(readArguments(args)).toEqual(command);
  });

  test.for<[string[], RegExp]>([
    [[], /no question/],
    [['  '], /no question/],
    [['x', '--lang', 'fr'], /id and en/],
    [['x', '--artikel', 'a'], /--artikel/],
    [['x', '--corpus', ''], /folder/],
    [['x', '--corpus'], /--corpus/],
    [['--jsonl', 'x'], /standard input/],
    [['--jsonl', '--article', 'a'], /into the line/],
    [['--jsonl', '--explain'], /no use/],
  ])('%j is wrong usage that says what to do', ([args, message]) => {
    expect(readArguments(args)).toEqual({ kind: 'usage-error', message: expect.stringMatching(message) });
  });
});
