import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Answer, Citation, NoAnswer } from '../../../src/answers/answer.ts';
import type { Article } from '../../../src/articles/article.ts';
import { messageLengthMax } from '../../../src/discord/limits.ts';
import { cutMark } from '../../../src/discord/render/cut-text.ts';
import { toVisibleText } from '../../../src/discord/render/escape-markdown.ts';
import { renderOutcome } from '../../../src/discord/render/render-outcome.ts';
import { toMessagePayload } from '../../../src/discord/reply.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { makeArticle, makeIndex } from '../corpus.ts';
import { hostileText } from '../hostile-text.ts';
import { readMessage } from '../read-markdown.ts';
import { propertyRuns } from '../../property-runs.ts';

const article = makeArticle(
  [
    { kind: 'title', sentences: ['Pindah ke Bandung'] },
    { sentences: ['Sari pindah pada 3 Mei.', 'Ia naik kereta.'] },
    { sentences: ['Adiknya tinggal di Bogor.', 'Rumahnya kecil.'] },
    { sentences: ['Ibunya guru.'] },
  ],
  {
    title: 'Pindah ke Bandung',
    publisher: 'Koran Kita',
    published: '2025-08-13',
    url: 'https://koran.example/pindah',
  },
);

function cite(of: Article, blockIndex: number, number: number, sentence = 0): Citation {
  const block = of.blocks[blockIndex];
  const best = block?.sentences[sentence];
  if (!block || !best) {
    throw new Error('No such sentence in the fixture');
  }
  return {
    number,
    passageId: `${of.id}#${blockIndex}`,
    articleId: of.id,
    version: of.version,
    paragraph: block.paragraph,
    start: block.start,
    end: block.end,
    sentence: best,
    highlight: { start: best.start, end: Math.min(best.start + 4, best.end) },
  };
}

function answerWith(citations: readonly Citation[], verdict: Answer['verdict'] = 'answers'): Answer {
  return { kind: 'answer', verdict, confidence: 0.9, citations, furtherPassageIds: [] };
}

function noAnswer(citations: readonly Citation[], reason: NoAnswer['reason'] = 'not-covered'): NoAnswer {
  return {
    kind: 'no-answer',
    verdict: 'does-not-say',
    reason,
    confidence: 0.1,
    citations,
    furtherPassageIds: [],
  };
}

function check(
  outcome: Answer | NoAnswer,
  { question = 'Kapan Sari pindah?', locale = 'id', of = [article] } = {},
) {
  const rendered = renderOutcome({ outcome, question, index: makeIndex(of), texts: textsFor(locale) });
  return rendered.kind === 'reply' ? rendered.reply : undefined;
}

describe('renderOutcome', () => {
  test('shows question, verdict, quote and place, the answer bold', () => {
    expect(check(answerWith([cite(article, 1, 1)]))?.content).toBe(
      [
        'Pertanyaan: Kapan Sari pindah?',
        '**Artikel menjawab:**',
        '> **Sari** pindah pada 3 Mei. Ia naik kereta.',
        '**[1]** Pindah ke Bandung · Koran Kita · 13 Agustus 2025 · paragraf 1, kalimat 1 · [lihat di sumbernya](<https://koran.example/pindah#:~:text=Sari%20pindah%20pada%203%20Mei.>)',
      ].join('\n'),
    );
  });

  test('speaks English to everybody else, the quote stays as it is', () => {
    const content = check(answerWith([cite(article, 2, 1, 1)], 'may-answer'), { locale: 'ja' })?.content;
    expect(content).toContain('**This may be the answer:**\n> Adiknya tinggal di Bogor. **Ruma**hnya kecil.');
    expect(content).toContain('13 August 2025 · paragraph 2, sentence 2');
  });

  test('shows only the best sentence of the second place, and leaves the third to More', () => {
    const reply = check(answerWith([cite(article, 1, 1), cite(article, 2, 2), cite(article, 3, 3)]));
    expect(reply?.content).toContain('> **Adik**nya tinggal di Bogor. […]\n**[2]**');
    expect(reply?.content).not.toContain('Ibunya');
    expect(reply?.buttons?.map(({ label }) => label)).toEqual(['Konteks [1]', 'Konteks [2]', 'Lainnya']);
    expect(reply?.buttons?.[2]?.meaning).toMatchObject({ kind: 'more', firstNumber: 3 });
  });

  test('never marks words of the nearest passages as an answer', () => {
    const content = check(noAnswer([cite(article, 1, 1)]))?.content ?? '';
    expect(content).toContain('**Artikel tidak menyebutkannya.** Yang paling dekat:');
    expect(content).toContain('> Sari pindah pada 3 Mei. […]');
  });

  test.for([
    ['nothing-found', 'Artikel tidak menyebutkannya.'],
    ['no-terms', 'belum memuat kata'],
  ] as const)('says what to do where there is nothing near: %s', ([reason, words]) => {
    const reply = check(noAnswer([], reason));
    expect(reply?.content).toContain(words);
    expect(reply?.buttons).toEqual([]);
  });

  const fitting = cite(article, 1, 1);
  test.for([
    ['another version', { version: 'f'.repeat(64) }],
    ['an unknown article', { articleId: 'lain' }],
    ['an unknown passage', { passageId: 'contoh#99' }],
    ['an end beyond its block', { end: article.text.length + 1 }],
    ['a sentence outside the citation', { sentence: { start: 0, end: 3, number: 1 } }],
    ['a highlight outside the sentence', { highlight: { start: fitting.start, end: fitting.end } }],
  ] as const)('sends nothing verbatim for %s', ([, spoiled]) => {
    expect(check(answerWith([{ ...fitting, ...spoiled }]))).toBeUndefined();
  });

  test('bounds and escapes the question', () => {
    const content =
      check(answerWith([fitting]), { question: `${'**@everyone** '.repeat(80)}\n# besar` })?.content ?? '';
    const [first = ''] = content.split('\n');
    expect(first.length).toBeLessThanOrEqual(252);
    expect(first).toMatch(/^Pertanyaan: \\\*\\\*\\@everyone.* \[…\]$/u);
  });

  const hostileArticle = fc
    .record({
      blocks: fc.array(
        fc.record({
          sentences: fc.array(
            fc.oneof(
              hostileText.map((text) => `x${text.replaceAll(cutMark, '')}y`),
              hostileText.map((text) => `x${text.replaceAll(cutMark, '').repeat(30)}y`),
            ),
            { minLength: 1, maxLength: 4 },
          ),
        }),
        { minLength: 3, maxLength: 3 },
      ),
      title: hostileText,
      publisher: hostileText,
      url: fc.oneof(
        fc.constant('https://a.example/b'),
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
      ),
    })
    .map(({ blocks, ...about }) => makeArticle(blocks, { ...about, published: '2025-08' }));

  property.prop([hostileArticle, hostileText, fc.boolean(), fc.constantFrom('id', 'en-US')], {
    numRuns: propertyRuns(150),
  })(
    'fits one message and shows nothing but the source’s words in its quotes',
    (of, question, answers, locale) => {
      const citations = [0, 1, 2].map((blockIndex) => cite(of, blockIndex, blockIndex + 1));
      const outcome = answers ? answerWith(citations, 'may-answer') : noAnswer(citations);
      const reply = check(outcome, { question, locale, of: [of] });
      const content = reply?.content ?? '';
      expect(content.length).toBeLessThanOrEqual(messageLengthMax);
      expect(content.isWellFormed()).toBe(true);
      const read = readMessage(content);
      expect(read.quotes.length).toBeGreaterThanOrEqual(1);
      expect([...read.kinds].filter((kind) => !allowedKinds.has(kind))).toEqual([]);
      const source = toVisibleText(of.text).replace(/\s+/gu, '');
      for (const part of read.quotes.flatMap((quote) => quote.replace(/\s+/gu, '').split(cutMark))) {
        expect(source).toContain(part);
      }
      const payload = toMessagePayload(reply ?? { content });
      expect(payload.allowedMentions).toEqual({ parse: [] });
    },
  );
});

const allowedKinds = new Set(['text', 'br', 'newline', 'twemoji', 'blockQuote', 'strong', 'link']);
