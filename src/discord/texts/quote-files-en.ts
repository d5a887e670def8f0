import type { QuoteFilesTexts } from './quote-files-texts.ts';

const numbers = new Intl.NumberFormat('en');
const megabytes = new Intl.NumberFormat('en', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
const quotes = (count: number): string => `${numbers.format(count)} ${count === 1 ? 'quote' : 'quotes'}`;

export const quoteFilesEn: QuoteFilesTexts = {
  quoteFiles: {
    exported: (count) => `${quotes(count)} of this server, without the names of members.`,
    nothingToExport: 'This server has no quotes yet. `/quote suggest` makes the first.',
    leftOut: (left, more) =>
      `Not in the file, because the stored article is damaged: ${left.map((number) => `#${number}`).join(', ')}${more > 0 ? ` and ${numbers.format(more)} more` : ''}. Please tell the operator.`,
    tooLargeToSend: 'The file would be larger than Discord takes. Please ask the operator for a copy.',
    imported: (count) =>
      count === 0
        ? 'Nothing new was imported.'
        : `${quotes(count)} imported as suggestions: \`/quote queue\` has them.`,
    alreadyThere: (count) => `${quotes(count)} were left out because this server has these words already.`,
    refused: (count) => `${quotes(count)} could not be taken over:`,
    refusedQuote: ({ place, number, reason }) =>
      `- ${number === undefined ? `entry ${numbers.format(place)}` : `#${number}`}: ${reason}`,
    moreRefused: (count) => `- … and ${numbers.format(count)} more.`,
    reasons: {
      malformed: 'it is not written as an exported quote',
      'repeated-number': 'its number is in the file twice',
      'unknown-article': 'its article is not here; add the article first',
      'another-version': 'the article here has another text by now',
      'words-differ': 'its words are not those of the article',
      'no-whole-sentences': 'it does not consist of whole sentences',
    },
    notAdded: 'it could not be written; please import the file once more',
    fileProblems: {
      'too-large': 'The file is too large to be an export of quotes.',
      'no-json': 'The file is not JSON. Choose a file that `/quote export` made.',
      'no-export': 'The file is not an export of quotes. Choose a file that `/quote export` made.',
      'checksum-differs':
        'The file was changed after it was exported: its checksum does not fit, so nothing was imported. Export it once more.',
    },
    tooManyQuotes: (count, max) =>
      `The file holds ${quotes(count)}; at most ${numbers.format(max)} can be imported at once. Export fewer, or ask the operator.`,
    tooLargeToRead: (bytesMax) => `The file is too large: at most ${megabytes.format(bytesMax / 1_000_000)}.`,
    notUtf8: 'The file is not UTF-8 text. Choose a file that `/quote export` made.',
    notFetched: 'Discord did not hand over the file. Please try again.',
  },
};
