/** What a file says about its article, in YAML between two lines of three dashes at its top. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { YAMLMap } from 'yaml';
import { z } from 'zod';
import { readCuratedQuestions, type PlacedQuestions } from './curated-questions.ts';
import { quoteForMessage, type Finding } from './problem.ts';

/** Front matter in UTF-16 units, at most. */
const frontMatterLengthMax = 64 * 1024;
/** Title in UTF-16 units, at most. */
export const titleLengthMax = 300;
/** Any other text of the front matter in UTF-16 units, at most. */
const fieldLengthMax = 2_000;

const fence = /^---[ \t]*$/;
const keyLine = /^[\p{L}_][\p{L}\p{N}_-]*[ \t]*:(?:\s|$)/u;
const tooDeep = 'the front matter is nested too deeply: it needs only "key: value" lines';
const knownKeys = 'title, summary, language, author, publisher, published, url, licence, questions';

const text = (lengthMax: number) =>
  z
    .string({ error: 'must be one text: write it on one line, in quotes if it holds a colon' })
    .max(lengthMax, { error: `is longer than ${lengthMax} characters: shorten it` });

const fieldsSchema = z.strictObject({
  title: text(titleLengthMax).optional(),
  summary: text(fieldLengthMax).optional(),
  language: text(fieldLengthMax)
    .transform((value) => value.toLowerCase().split(/[-_]/)[0])
    .pipe(z.enum(['id', 'en'], { error: 'is not a language Kutip reads: write id or en, or leave it out' }))
    .optional(),
  author: text(fieldLengthMax).optional(),
  publisher: text(fieldLengthMax).optional(),
  published: text(fieldLengthMax)
    .transform((value) => value.replace(/[T ]\d\d:\d\d.*$/, ''))
    .refine(isCalendarDate, { error: 'is not a date: write 2025, 2025-08 or 2025-08-13' })
    .optional(),
  url: text(fieldLengthMax)
    .refine(isWebAddress, {
      error: 'is not a web address: write it in full, beginning with https:// or http://',
    })
    .optional(),
  licence: text(fieldLengthMax).optional(),
});

/** What the front matter says, checked; absent where it says nothing. */
export type FrontMatterFields = z.infer<typeof fieldsSchema>;

/** The front matter's outcome; `bodyLine` is the index, from 0, of the first line behind it. */
export type FrontMatter =
  | {
      readonly ok: true;
      readonly fields: FrontMatterFields;
      /** In the order of the file; whether their paragraphs exist is not known here. */
      readonly questions: readonly PlacedQuestions[];
      readonly bodyLine: number;
      readonly warnings: readonly Finding[];
    }
  | { readonly ok: false; readonly finding: Finding };

/** Reads the front matter of a file given as lines; a file without any has no fields. Never throws. */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  if (!fence.test(lines[0] ?? '')) return { ok: true, fields: {}, questions: [], bodyLine: 0, warnings: [] };
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line));
  const first = lines.slice(1, 20).find((line) => line.trim() !== '' && !line.startsWith('#'));
  // A rule of three dashes above plain prose is no front matter.
  if (first !== undefined && !keyLine.test(first) && !(end > 0 && end < 40 && /^[\s"'{[&*!-]/.test(first))) {
    return { ok: true, fields: {}, questions: [], bodyLine: 1, warnings: [] };
  }
  if (end < 0) {
    return failure(
      1,
      'the front matter opened here is never closed: add a line with --- behind its last key',
    );
  }
  const yaml = lines.slice(1, end).join('\n');
  if (yaml.length > frontMatterLengthMax) {
    return failure(
      1,
      `the front matter is longer than ${frontMatterLengthMax} characters: move the text below it`,
    );
  }
  return readFields(yaml, end + 1);
}

function failure(line: number, message: string): FrontMatter {
  return { ok: false, finding: { line, message } };
}

function readFields(yaml: string, bodyLine: number): FrontMatter {
  const counter = new LineCounter();
  // In the failsafe schema every plain value is text, so that `title: 1984` and `published: 2025` are what they look like.
  const document = parseYaml(yaml, counter);
  const lineAt = (offset: number) => counter.linePos(offset).line + 1;
  if (document === null) return failure(2, tooDeep);
  const error = document.errors[0];
  if (error !== undefined) return failure(lineAt(error.pos[0]), explainYaml(error.code, error.message));
  const contents = document.contents;
  if (contents === null || (isScalar(contents) && contents.value === '')) {
    return { ok: true, fields: {}, questions: [], bodyLine, warnings: [] };
  }
  if (!isMap(contents))
    return failure(2, `the front matter must be "key: value" lines; Kutip knows ${knownKeys}`);
  return checkFields(contents, lineAt, bodyLine);
}

function parseYaml(yaml: string, lineCounter: LineCounter) {
  try {
    return parseDocument(yaml, { schema: 'failsafe', lineCounter, prettyErrors: false, logLevel: 'silent' });
  } catch (error) {
    // The composer recurses: brackets in the tens of thousands exhaust the stack.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function explainYaml(code: string, message: string): string {
  if (/call stack/i.test(message)) return tooDeep;
  if (code === 'DUPLICATE_KEY') return 'this key stands twice in the front matter: keep one of them';
  if (code === 'TAB_AS_INDENT') return 'the front matter is indented with a tab: use spaces';
  const reason = message.replaceAll(/\s+/g, ' ').replace(/ at line.*$/, '');
  return `the front matter is not valid YAML (${reason}): put the value in quotes if it holds ": ", " #" or quotes`;
}

function checkFields(map: YAMLMap, lineAt: (offset: number) => number, bodyLine: number): FrontMatter {
  const values: Record<string, unknown> = Object.create(null);
  const keyLines = new Map<string, number>();
  const warnings: Finding[] = [];
  let questions: readonly PlacedQuestions[] = [];
  for (const pair of map.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : '';
    const line = lineAt(isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0);
    const written = name.trim().toLowerCase();
    const key = written === 'license' ? 'licence' : written;
    if (key === 'questions') {
      const read = readCuratedQuestions(pair.value, line, lineAt);
      if (!read.ok) return read;
      ({ questions } = read);
      continue;
    }
    if (!Object.hasOwn(fieldsSchema.shape, key)) {
      warnings.push({
        line,
        message: `${quoteForMessage(name)} is not a key Kutip knows and is ignored; it knows ${knownKeys}`,
      });
      continue;
    }
    keyLines.set(key, line);
    const value = plainValue(pair.value, key);
    if (value !== undefined) values[key] = value;
  }
  const checked = fieldsSchema.safeParse({ ...values });
  if (checked.success) return { ok: true, fields: checked.data, questions, bodyLine, warnings };
  const findings = checked.error.issues.map((issue) => {
    const key = String(issue.path[0]);
    const value = values[key];
    const shown = typeof value === 'string' ? ` ${quoteForMessage(value)}` : '';
    return { line: keyLines.get(key) ?? 1, message: `"${key}"${shown} ${issue.message}` };
  });
  const finding = findings.sort((a, b) => a.line - b.line)[0];
  return finding === undefined ? failure(1, 'the front matter cannot be read') : { ok: false, finding };
}

/** A text on one line; undefined where the key stands without a value; anything else as it is, for the schema to refuse. */
function plainValue(node: unknown, key: string): unknown {
  if (node === null || node === undefined) return undefined;
  if (isScalar(node)) {
    const value = (typeof node.value === 'string' ? node.value : '').replaceAll(/\s*\n\s*/g, ' ').trim();
    return value === '' || (node.type === 'PLAIN' && /^(?:~|null)$/i.test(value)) ? undefined : value;
  }
  // Several authors are commonly written as a list.
  if (key === 'author' && isSeq(node)) {
    const names = node.items.map((entry) => plainValue(entry, ''));
    if (names.every((name) => typeof name === 'string')) return names.join(', ');
  }
  return node;
}

function isCalendarDate(value: string): boolean {
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  if (parts === null) return false;
  const [, year, month = '01', day = '01'] = parts;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // A day such as 31 February rolls over into the next month.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && !/\s/.test(value) && URL.canParse(value);
}
