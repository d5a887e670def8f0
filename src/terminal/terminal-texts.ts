import type { NoAnswerReason } from '../answers/answer.ts';
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
}

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
  },
};
