import type { WhyTexts } from './why-texts.ts';

export const whyEn: WhyTexts = {
  why: {
    title: '**Why this passage?**',
    notAllowed: 'Only moderators can see why a passage was chosen.',
    tooOld: 'This question is no longer stored. Ask it again and choose the new answer.',
    noAnswer: 'That message answers no question. Choose one of Kutip’s answers.',
    asksFor: (kind) => `Looked for: ${kind}`,
    kinds: {
      person: 'a person',
      organisation: 'an organisation',
      name: 'a name',
      date: 'a date or time',
      number: 'a number',
      place: 'a place',
      reason: 'a reason',
      manner: 'a way or manner',
      list: 'a list',
      definition: 'what something is',
      quote: 'what somebody said',
      'yes-no': 'yes or no',
      other: 'nothing in particular',
    },
    carried: 'Taken for a follow-up: words of the earlier question counted, too.',
    chosen: (place) => `Chosen: ${place}`,
    nearest: (place) => `Nearest: ${place}`,
    has: (words) => `It has: ${words}`,
    otherWord: 'in another word',
    lacks: (words) => `It lacks: ${words}`,
    inNoArticle: (words) => `In no article: ${words}`,
    writtenDown: 'Somebody wrote this question, or one much like it, down for this passage.',
    runnerUp: (place, words) => `Next: ${place} (${words})`,
    overview: 'It asks about the article as a whole: shown is how it begins.',
    nothingFound: 'No passage has any word of the question.',
    sure: ({ confidence, answers, mayAnswer }) =>
      `Confidence ${confidence}: “answers” from ${answers} on, “may be the answer” from ${mayAnswer} on.`,
    otherwise:
      '⚠️ Asked now, another passage comes first: the articles, what was taught or the settings have changed since.',
  },
};
