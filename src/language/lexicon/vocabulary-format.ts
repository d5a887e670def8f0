/**
 * One line of a vocabulary: words of two languages that mean the same. Members are folded terms; one that starts with
 * `~` means this only among other things.
 */
export interface VocabularyLine {
  /** Unique among all lines: the first English member unless the line names it. */
  readonly concept: string;
  readonly indonesian: readonly string[];
  readonly english: readonly string[];
}

/**
 * Reads one vocabulary line, `concept: Indonesian, … | English, …`; without a name the concept is called as the first
 * English member. Gives undefined for comments and empty lines.
 * @throws {Error} when a side is missing or empty, or a member stands twice: data files are ours, so this is a bug.
 */
export function parseVocabularyLine(line: string): VocabularyLine | undefined {
  if (line.trim() === '' || line.startsWith('#')) return undefined;
  const sides = line.split('|');
  const [left, right] = sides;
  if (sides.length !== 2 || left === undefined || right === undefined) {
    throw new Error(`vocabulary line needs exactly one "|": ${line}`);
  }
  const colon = left.indexOf(':');
  const indonesian = parseMembers(left.slice(colon + 1), line);
  const english = parseMembers(right, line);
  const concept = colon === -1 ? (english[0] ?? '').replace('~', '') : left.slice(0, colon).trim();
  if (concept === '') throw new Error(`vocabulary line without a concept: ${line}`);
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

function parseMembers(list: string, line: string): readonly string[] {
  const members = list.split(',');
  for (const [index, written] of members.entries()) {
    const member = foldTerm(written.trim());
    if (member === '' || member === '~') throw new Error(`empty member in vocabulary line: ${line}`);
    const earlier = members.indexOf(member);
    if (earlier !== -1 && earlier < index) throw new Error(`"${member}" twice in: ${line}`);
    members[index] = member;
  }
  return members;
}

/** The form in which terms are compared: lower case, NFC, typographic apostrophes straight, single spaces. */
export function foldTerm(term: string): string {
  // Nearly every term is of this kind, and the lexicon folds thirty thousand of them as it loads.
  if (/^[a-z]+(?:[ -][a-z]+)*$/.test(term)) return term;
  return term.normalize('NFC').toLowerCase().replaceAll('’', "'").replaceAll(/\s+/gu, ' ').trim();
}
