/**
 * Which questions ask alike, by the terms they share. Likeness is symmetric and groups are what it
 * connects, so that the order of the questions does not matter.
 */

/**
 * Share of all their terms that two questions must have in common. At 0.6 one odd term in four
 * is forgiven, and none where a question has only one.
 */
const likenessMin = 0.6;

interface WithText {
  readonly text: string;
}

export interface ConnectedGroups<T> {
  /** In order of their first member; members in the order given. */
  readonly groups: readonly (readonly T[])[];
  /** The decided question most like one of the group, or undefined where none is alike. */
  readonly nearestDecided: (group: readonly T[]) => T | undefined;
}

/** One wording as far as likeness goes: texts with the same terms share it. */
interface Shape<T> {
  readonly key: string;
  readonly terms: ReadonlySet<string>;
  readonly members: T[];
}

export function connectedGroups<T extends WithText>(
  undecided: readonly T[],
  decided: readonly T[],
  termsOf: (text: string) => readonly string[],
): ConnectedGroups<T> {
  const keyOf = shapeKeys(termsOf);
  const shapes = toShapes(undecided, keyOf);
  const decidedShapes = toShapes(decided, keyOf);
  const decidedByTerm = indexByTerm(decidedShapes);
  return {
    groups: connect(shapes, undecided, keyOf),
    nearestDecided: (group) => {
      let [nearest, nearestLikeness]: [T | undefined, number] = [undefined, 0];
      for (const shape of toShapes(group, keyOf)) {
        for (const other of candidates(shape, decidedByTerm)) {
          const likeness = likenessOf(shape.terms, other.terms);
          // Of equals the first given wins; they come in a fixed order.
          if (likeness > nearestLikeness) [nearest, nearestLikeness] = [other.members[0], likeness];
        }
      }
      return nearestLikeness >= likenessMin ? nearest : undefined;
    },
  };
}

/** Terms of a text, once per distinct text; a text without terms is like itself alone. */
function shapeKeys(termsOf: (text: string) => readonly string[]): (text: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const terms = new Set(termsOf(text).toSorted());
    const own = terms.size > 0 ? terms : new Set([`\u0000${foldText(text)}`]);
    known.set(text, own);
    return own;
  };
}

function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function toShapes<T extends WithText>(
  questions: readonly T[],
  keyOf: (text: string) => ReadonlySet<string>,
): readonly Shape<T>[] {
  const shapes = new Map<string, Shape<T>>();
  for (const question of questions) {
    const terms = keyOf(question.text);
    const key = JSON.stringify([...terms]);
    const shape = shapes.get(key);
    if (shape === undefined) shapes.set(key, { key, terms, members: [question] });
    else shape.members.push(question);
  }
  return [...shapes.values()];
}

type ByTerm<T> = ReadonlyMap<string, readonly Shape<T>[]>;

function indexByTerm<T>(shapes: readonly Shape<T>[]): ByTerm<T> {
  const index = new Map<string, Shape<T>[]>();
  for (const shape of shapes) {
    for (const term of shape.terms) {
      const list = index.get(term);
      if (list === undefined) index.set(term, [shape]);
      else list.push(shape);
    }
  }
  return index;
}

function candidates<T>(shape: Shape<T>, index: ByTerm<T>): ReadonlySet<Shape<T>> {
  return new Set([...shape.terms].flatMap((term) => index.get(term) ?? []));
}

function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return one.intersection(other).size / one.union(other).size;
}

function connect<T extends WithText>(
  shapes: readonly Shape<T>[],
  questions: readonly T[],
  keyOf: (text: string) => ReadonlySet<string>,
): readonly (readonly T[])[] {
  const index = indexByTerm(shapes);
  const groupOf = new Map<string, number>();
  for (const [number, start] of shapes.entries()) {
    const reached = groupOf.has(start.key) ? [] : [start];
    for (let shape = reached.pop(); shape !== undefined; shape = reached.pop()) {
      groupOf.set(shape.key, number);
      for (const other of candidates(shape, index)) {
        if (!groupOf.has(other.key) && likenessOf(shape.terms, other.terms) >= likenessMin) {
          reached.push(other);
        }
      }
    }
  }
  const groups = Map.groupBy(questions, ({ text }) => groupOf.get(JSON.stringify([...keyOf(text)])));
  return [...groups.values()];
}
