/**
 * What of a Discord message counts as said by its author: without code, without the lines it
 * quotes from others, and without what a mention looks like on the wire.
 */

const fencedCode = /```[\s\S]*?(?:```|$)/gu;
const inlineCode = /(`{1,2})(?!`)[^\n]*?\1/gu;
/** `>>> ` quotes everything that follows it; `> ` its own line. */
const quoteToTheEnd = /^>>> [\s\S]*$/mu;
const quotedLine = /^> .*$/gmu;
const userMention = /<@!?(\d{15,20})>/gu;
const otherMarkup = /<(?:@&\d+|#\d+|\/[^:>\n]+:\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|id:\w+)>/gu;
const link = /https?:\/\/\S+/giu;

/** A message split into its own words and the users it speaks to. */
export interface VisibleText {
  /** Own words: no code, quoted lines, mentions, custom emoji or links; white space runs folded. */
  readonly words: string;
  /** IDs of users mentioned outside code and quotes, unique, in order. */
  readonly mentionedUserIds: readonly string[];
}

/** Separates a message's own words from what it merely shows. Total: any text gives a result. */
export function readVisibleText(content: string): VisibleText {
  const own = content
    .replace(fencedCode, ' ')
    .replace(inlineCode, ' ')
    .replace(quoteToTheEnd, ' ')
    .replace(quotedLine, ' ');
  const mentionedUserIds = [...new Set([...own.matchAll(userMention)].map((match) => match[1] ?? ''))];
  const words = own
    .replace(userMention, ' ')
    .replace(otherMarkup, ' ')
    .replace(link, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return { words, mentionedUserIds };
}
