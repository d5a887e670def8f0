/** One member of a concept: a word or phrase of one language. */
export interface Member {
  /** Lower case, NFC, words apart by one space. */
  readonly term: string;
  /** Marked with `~`: the word means this only among other things. */
  readonly loose: boolean;
}

/** One line of a vocabulary: words of two languages that mean the same. */
export interface VocabularyLine {
  /** Unique among all lines: the first English member unless the line names it. */
  readonly concept: string;
  readonly indonesian: readonly Member[];
  readonly english: readonly Member[];
}

/**
 * Reads one vocabulary line, `concept: Indonesian, … | English, …`; without a name the concept is called as the first
 * English member. Gives undefined for comments and empty lines.
 * @throws {Error} when a side is missing or empty, or a member stands twice: data files are ours, so this is a bug.
 */
export function parseVocabularyLine(line: string): VocabularyLine | undefined {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return undefined;
  const sides = text.split('|');
  const [left, right] = sides;
  if (sides.length !== 2 || left === undefined || right === undefined) {
    throw new Error(`vocabulary line needs exactly one "|": ${text}`);
  }
  const colon = left.indexOf(':');
  const indonesian = parseMembers(left.slice(colon + 1), text);
  const english = parseMembers(right, text);
  const concept = colon === -1 ? (english[0]?.term ?? '') : left.slice(0, colon).trim();
  if (concept === '') throw new Error(`vocabulary line without a concept: ${text}`);
  return { concept, indonesian, english };
}

/** All lines of a vocabulary file, in order. Throws as `parseVocabularyLine` does. */
export function parseVocabulary(text: string): readonly VocabularyLine[] {
  const lines: VocabularyLine[] = [];
  for (const line of text.split('\n')) {
    const parsed = parseVocabularyLine(line);
    if (parsed !== undefined) lines.push(parsed);
  }
  return lines;
}

function parseMembers(list: string, line: string): readonly Member[] {
  const members: Member[] = [];
  for (const piece of list.split(',')) {
    const written = piece.trim();
    const loose = written.startsWith('~');
    const term = foldTerm(loose ? written.slice(1) : written);
    if (term === '') throw new Error(`empty member in vocabulary line: ${line}`);
    if (members.some((member) => member.term === term)) throw new Error(`"${term}" twice in: ${line}`);
    members.push({ term, loose });
  }
  return members;
}

/** The form in which terms are compared: lower case, NFC, typographic apostrophes straight, single spaces. */
export function foldTerm(term: string): string {
  return term.normalize('NFC').toLowerCase().replaceAll('’', "'").replaceAll(/\s+/gu, ' ').trim();
}
