import type { ConfidenceLimit } from '../answers/weigh-evidence.ts';
import type { NoAnswerReason, Verdict } from '../answers/answer.ts';
import type { AnswerKind } from '../answers/expected-answer.ts';
import type { Language } from '../language/language.ts';

/** The frame around the quotes, in one language. */
export interface TerminalTexts {
  readonly answers: string;
  readonly mayAnswer: string;
  readonly doesNotSay: Readonly<Record<NoAnswerReason, string>>;
  readonly nearest: string;
  readonly title: string;
  readonly summary: string;
  readonly paragraph: (paragraph: number, sentence: number) => string;
  readonly more: (count: number) => string;
  readonly explain: ExplainTexts;
}

/** The frame around an explanation. */
export interface ExplainTexts {
  readonly title: string;
  readonly soughtFor: (kind: AnswerKind) => string;
  readonly terms: string;
  readonly none: string;
  readonly name: string;
  readonly number: string;
  /** A word of the language that no article has. */
  readonly unsaid: string;
  /** A word that neither the articles nor the languages have. */
  readonly strange: string;
  readonly overview: string;
  readonly candidates: string;
  readonly score: string;
  readonly likeness: string;
  readonly found: string;
  readonly missing: string;
  /** Found in the passage, but not in its best sentence. */
  readonly elsewhere: string;
  readonly limits: Readonly<Record<ConfidenceLimit, string>>;
  readonly verdict: (
    confidence: number,
    verdict: Verdict,
    thresholds: { readonly answers: number; readonly mayAnswer: number },
  ) => string;
}

const verdictNames: Readonly<Record<Language, Readonly<Record<Verdict, string>>>> = {
  id: { answers: 'menjawab', 'may-answer': 'mungkin menjawab', 'does-not-say': 'tidak menyebutkan' },
  en: { answers: 'answers', 'may-answer': 'may answer', 'does-not-say': 'does not say' },
};

export const terminalTexts: Readonly<Record<Language, TerminalTexts>> = {
  id: {
    answers: 'Artikel menjawab:',
    mayAnswer: 'Artikel mungkin menjawab:',
    doesNotSay: {
      'no-terms':
        'Pertanyaan ini tidak memuat kata yang bisa dicari. Sebutkan apa atau siapa yang ditanyakan.',
      'nothing-found': 'Artikel tidak menyebutkannya: tidak ada bagian yang memuat kata-kata pertanyaan ini.',
      'not-covered': 'Artikel tidak menyebutkannya.',
    },
    nearest: 'Bagian terdekat, yang belum tentu menjawab:',
    title: 'judul',
    summary: 'ringkasan',
    paragraph: (paragraph, sentence) => `paragraf ${paragraph}, kalimat ${sentence}`,
    more: (count) => `dan ${count} bagian lain`,
    explain: {
      title: 'Cara jawaban ini dipilih',
      soughtFor: (kind) => `Yang dicari (jenis jawaban: ${kind}), bobot × teks:`,
      terms: 'Kata, bobotnya, dan bentuk yang mewakilinya di artikel (kekuatan 0 sampai 1):',
      none: '–',
      name: 'nama',
      number: 'angka',
      unsaid: 'tidak ada di artikel',
      strange: 'tidak dikenal',
      overview: 'Pertanyaan tentang artikel secara keseluruhan: dijawab dengan awal artikel.',
      candidates: 'Bagian yang ditimbang, terbaik dulu:',
      score: 'nilai',
      likeness: 'mirip pertanyaan yang tersimpan',
      found: 'ada',
      missing: 'tidak ada',
      elsewhere: '(kalimat lain)',
      limits: {
        'no-word': 'Tak satu kata pun cocok, hanya maknanya: paling tinggi "mungkin menjawab".',
        'no-time':
          'Waktunya yang ditanyakan, dan bagian itu tidak menyebut waktu: paling tinggi "mungkin menjawab".',
        'other-speaker': 'Yang ditanyakan tidak berbicara di bagian itu: paling tinggi "mungkin menjawab".',
      },
      verdict: (confidence, verdict, { answers, mayAnswer }) =>
        `Keyakinan ${confidence.toFixed(2)}: ${verdictNames.id[verdict]} (menjawab mulai ${answers}, mungkin menjawab mulai ${mayAnswer})`,
    },
  },
  en: {
    answers: 'The article answers:',
    mayAnswer: 'The article may answer:',
    doesNotSay: {
      'no-terms': 'There is no word in this question to look for. Name what or whom it is about.',
      'nothing-found': 'The article does not say: no passage has any word of this question.',
      'not-covered': 'The article does not say.',
    },
    nearest: 'Nearest passages, which may not answer:',
    title: 'title',
    summary: 'summary',
    paragraph: (paragraph, sentence) => `paragraph ${paragraph}, sentence ${sentence}`,
    more: (count) => `and ${count} more ${count === 1 ? 'passage' : 'passages'}`,
    explain: {
      title: 'How this answer was chosen',
      soughtFor: (kind) => `Looked for (kind of answer: ${kind}), weight × text:`,
      terms: 'Words, their weights, and what stands for them in the articles (strength 0 to 1):',
      none: '–',
      name: 'name',
      number: 'number',
      unsaid: 'in no article',
      strange: 'unknown',
      overview: 'A question about the article as a whole: answered with how the article begins.',
      candidates: 'Passages weighed, best first:',
      score: 'score',
      likeness: 'like a question written down',
      found: 'has',
      missing: 'lacks',
      elsewhere: '(another sentence)',
      limits: {
        'no-word': 'Not one word matches, only the meaning: "may answer" at most.',
        'no-time': 'A time is asked for, and that passage tells of none: "may answer" at most.',
        'other-speaker': 'Who is asked about does not speak in that passage: "may answer" at most.',
      },
      verdict: (confidence, verdict, { answers, mayAnswer }) =>
        `Confidence ${confidence.toFixed(2)}: ${verdictNames.en[verdict]} (answers from ${answers} on, may answer from ${mayAnswer} on)`,
    },
  },
};
