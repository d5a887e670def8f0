import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callbackSample, messageSample } from './exchange-samples.ts';
import { expectFairPlay } from './fair-play.ts';
import { summarise } from './season.ts';

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kutip-season-'));
  file = path.join(folder, 'verdicts.jsonl');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('says nothing where nothing was judged', () => {
  expect(summarise(file)).toBeUndefined();
});

test('adds up the requests of several local Discords and names each route once', () => {
  expectFairPlay([messageSample(), callbackSample(5)], [], file);
  expectFairPlay([messageSample()], [], file);
  expect(summarise(file)).toBe(
    [
      "Referee: 3 requests and their answers checked against Discord's published spec, 2 routes seen, 0 problems.",
      '  POST /channels/{channel_id}/messages',
      '  POST /interactions/{interaction_id}/{interaction_token}/callback',
    ].join('\n'),
  );
});

test('fails the test that broke a rule, and counts the breach', () => {
  expect(() => expectFairPlay([messageSample({ content: 'a'.repeat(2_001) })], [], file)).toThrow(
    'to deeply equal []',
  );
  expect(summarise(file)).toContain('1 problems.');
});

test('fails where there is nothing to judge', () => {
  expect(() => expectFairPlay([], [], file)).toThrow('requests judged');
});
