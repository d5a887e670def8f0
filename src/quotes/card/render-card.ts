/**
 * A quote and its snapshot enter, a picture of the same words leaves, or why there is none. The text
 * is never cut, shrunk beyond what a phone shows, or drawn with a sign missing.
 */
import { Renderer } from '@takumi-rs/core';
import { container, text } from '@takumi-rs/helpers';
import type { Node } from '@takumi-rs/helpers';
import { checkQuote } from '../check-quote.ts';
import type { BrokenQuote, QuoteWords } from '../check-quote.ts';
import type { QuoteBody, Snapshot } from '../quote.ts';
import { missingCharacters } from './card-fonts.ts';
import type { CardFamily, CardFonts } from './card-fonts.ts';

/** In pixels; a phone shows the card about 390 wide, so that 1 px there is 2.8 here. */
export const cardWidth = 1_080;
const padding = 84;
const wordsWidth = cardWidth - padding * 2;
/** Of everything around the words; 15.9 px on a phone. */
const sourceSize = 44;
/** Sizes of the words, tried from large to small; never smaller than what stands around them. */
const wordSizes = [76, 68, 60, 54, 48, sourceSize] as const;
/** The words may be this high; at the smallest size, `wordsHeightMax`. */
const wordsHeightGood = 640;
const wordsHeightMax = 1_200;
const lineHeight = 1.36;
/** Of the article's title, in UTF-16 units; longer ones end in "…". */
const titleLengthMax = 120;
/** What Discord takes as an attachment's description: https://docs.discord.com/developers/resources/message#attachment-object */
export const altTextLengthMax = 1_024;

const colours = {
  paper: '#fbf8f2',
  edge: '#d9cfbf',
  ink: '#1d1a16',
  quiet: '#5d554a',
  mark: '#b0482a',
} as const;

export interface CardRequest {
  readonly body: QuoteBody;
  readonly snapshot: Snapshot;
  readonly number: number;
  /** The day of publication in the reader's language; left out where there is none. */
  readonly date?: string;
}

export type CardResult =
  | {
      readonly ok: true;
      readonly png: Uint8Array;
      /** In pixels. */
      readonly width: number;
      readonly height: number;
      /** The words, who speaks, and the source; at most `altTextLengthMax`. */
      readonly altText: string;
    }
  | { readonly ok: false; readonly reason: BrokenQuote | 'too-long' }
  | {
      readonly ok: false;
      readonly reason: 'missing-characters';
      /** Each once, in order. */
      readonly characters: readonly string[];
    };

export interface CardRenderer {
  /** The same request gives the same bytes. */
  render(request: CardRequest): Promise<CardResult>;
}

/** Takes the fonts in once; about 60 ms. */
export async function createCardRenderer(fonts: CardFonts): Promise<CardRenderer> {
  const renderer = new Renderer();
  for (const { family, weight, data } of fonts.faces) {
    await renderer.registerFont({ name: family, weight, data });
  }
  return { render: async (request) => renderCard(renderer, fonts, request) };
}

async function renderCard(renderer: Renderer, fonts: CardFonts, request: CardRequest): Promise<CardResult> {
  const checked = checkQuote(request.body, request.snapshot);
  if (!checked.ok) return { ok: false, reason: checked.reason };
  const lines = describeSource(request, checked.words);
  const characters = [
    ...missingCharacters(fonts, 'words', checked.words.text),
    ...missingCharacters(fonts, 'source', Object.values(lines).join('\n')),
  ];
  if (characters.length > 0) {
    return { ok: false, reason: 'missing-characters', characters: [...new Set(characters)] };
  }
  const altText = describeCard(checked.words, lines);
  const size = await fitWords(renderer, checked.words.text);
  if (size === undefined || altText.length > altTextLengthMax) return { ok: false, reason: 'too-long' };
  const card = layOut(checked.words.text, lines, size);
  const { height } = await renderer.measure(card, { width: cardWidth });
  const rows = Math.ceil(height);
  const png = await renderer.render(card, { width: cardWidth, height: rows, format: 'png' });
  return { ok: true, png: new Uint8Array(png), width: cardWidth, height: rows, altText };
}

interface SourceLines {
  /** Empty where it is not certain who speaks. */
  readonly speaker: string;
  readonly title: string;
  /** Author, publisher, date and number: what is known of them. */
  readonly place: string;
}

function describeSource({ snapshot, number, date }: CardRequest, words: QuoteWords): SourceLines {
  const { author, publisher } = snapshot;
  const names = new Set([author, publisher].flatMap((name) => (name === undefined ? [] : shorten(name))));
  return {
    speaker: words.speaker === undefined ? '' : `— ${words.speaker}`,
    title: shorten(snapshot.title),
    place: [...names, date ?? '', `#${number}`].filter(Boolean).join(' · '),
  };
}

function shorten(line: string): string {
  const plain = line.replaceAll(/\s+/gu, ' ').trim();
  if (plain.length <= titleLengthMax) return plain;
  // Half a pair at the cut would be drawn as a box.
  return `${plain.slice(0, titleLengthMax - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

function describeCard({ text: words }: QuoteWords, { speaker, title, place }: SourceLines): string {
  return [`“${words}”`, speaker, `${title} · ${place}`].filter(Boolean).join('\n');
}

/** The largest size at which the words keep to their height; undefined where even the smallest does not. */
async function fitWords(renderer: Renderer, words: string): Promise<number | undefined> {
  const smallest = wordSizes.at(-1);
  for (const size of wordSizes) {
    const box = container({ style: { width: wordsWidth }, children: [wordsNode(words, size)] });
    const { height, width } = await renderer.measure(box, { width: wordsWidth });
    const heightMax = size === smallest ? wordsHeightMax : wordsHeightGood;
    if (height <= heightMax && width <= wordsWidth) return size;
  }
  return undefined;
}

function wordsNode(words: string, size: number): Node {
  return text(words, {
    fontFamily: 'words' satisfies CardFamily,
    fontSize: size,
    lineHeight,
    color: colours.ink,
    whiteSpace: 'pre-wrap',
    // A word longer than the card is broken rather than running off it.
    overflowWrap: 'anywhere',
  });
}

function layOut(words: string, { speaker, title, place }: SourceLines, size: number): Node {
  return container({
    style: {
      width: cardWidth,
      display: 'flex',
      flexDirection: 'column',
      padding,
      paddingTop: 60,
      backgroundColor: colours.paper,
      border: `3px solid ${colours.edge}`,
    },
    children: [
      text('“', {
        fontFamily: 'words' satisfies CardFamily,
        fontSize: 190,
        lineHeight: 1,
        height: 110,
        color: colours.mark,
      }),
      wordsNode(words, size),
      ...(speaker === ''
        ? []
        : [container({ style: { marginTop: 30 }, children: [sourceNode(speaker, 600, colours.ink)] })]),
      container({
        style: {
          display: 'flex',
          flexDirection: 'column',
          marginTop: 48,
          paddingTop: 30,
          borderTop: `4px solid ${colours.mark}`,
        },
        children: [sourceNode(title, 600, colours.ink), sourceNode(place, 400, colours.quiet)],
      }),
    ],
  });
}

function sourceNode(line: string, fontWeight: number, color: string): Node {
  return text(line, {
    fontFamily: 'source' satisfies CardFamily,
    fontSize: sourceSize,
    fontWeight,
    lineHeight: 1.35,
    color,
    overflowWrap: 'anywhere',
  });
}
