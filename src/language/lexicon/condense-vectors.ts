/** Numbers kept of each vector. On the public sets 64 find as much as all 100. */
export const dimensions = 64;
/** Directions taken out: what all words share, mostly how common they are (Mu & Viswanath, "All-but-the-Top", 2018). */
const directionsDropped = 3;
/** Share of all words of a text that the word of that place among the commonest has, but for a factor (Zipf). */
const commonness = (place: number): number => 1 / (place + 10);

/**
 * Word vectors, commonest word first, as `kept` (`dimensions`) whole numbers from -127 to 127 each: centred, without the
 * directions that all words share, in the directions that then tell most words apart, every vector about 127 long.
 * The same input gives the same numbers.
 */
export function condenseVectors(
  vectors: readonly (readonly number[])[],
  { dropped, kept }: { readonly dropped: number; readonly kept: number } = {
    dropped: directionsDropped,
    kept: dimensions,
  },
): readonly Int8Array[] {
  const centre = weightedMean(vectors);
  const centred = vectors.map((vector) => vector.map((value, column) => value - (centre[column] ?? 0)));
  const used = mainDirections(covariance(centred), dropped + kept).slice(dropped);
  return centred.map((vector) => {
    const turned = used.map((direction) => dot(vector, direction));
    const length = Math.sqrt(dot(turned, turned)) || 1;
    return Int8Array.from(turned, (value) => Math.round((127 * value) / length));
  });
}

function weightedMean(vectors: readonly (readonly number[])[]): number[] {
  const sum: number[] = (vectors[0] ?? []).map(() => 0);
  let total = 0;
  for (const [place, vector] of vectors.entries()) {
    total += commonness(place);
    for (const [column, value] of vector.entries())
      sum[column] = (sum[column] ?? 0) + commonness(place) * value;
  }
  return sum.map((value) => value / total);
}

function covariance(vectors: readonly (readonly number[])[]): number[][] {
  const size = vectors[0]?.length ?? 0;
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const [place, vector] of vectors.entries()) {
    for (const [row, value] of vector.entries()) {
      const line = matrix[row] ?? [];
      const weighted = commonness(place) * value;
      for (let column = 0; column < size; column++)
        line[column] = (line[column] ?? 0) + weighted * (vector[column] ?? 0);
    }
  }
  return matrix;
}

/** More rounds change nothing that eight bits could show. */
const powerRounds = 300;

/** Eigenvectors of a symmetric matrix, greatest eigenvalue first, by power iteration and deflation. */
function mainDirections(matrix: readonly (readonly number[])[], wanted: number): number[][] {
  const found: number[][] = [];
  for (let count = 0; count < wanted; count++) {
    let direction = matrix.map((_, place) => 1 + ((place * 7 + count * 3) % 11));
    for (let round = 0; round < powerRounds; round++) {
      direction = withoutDirections(
        matrix.map((row) => dot(row, direction)),
        found,
      );
      const length = Math.sqrt(dot(direction, direction)) || 1;
      direction = direction.map((value) => value / length);
    }
    found.push(direction);
  }
  return found;
}

function withoutDirections(vector: readonly number[], directions: readonly (readonly number[])[]): number[] {
  const rest = [...vector];
  for (const direction of directions) {
    const share = dot(rest, direction);
    for (const [column, value] of direction.entries()) rest[column] = (rest[column] ?? 0) - share * value;
  }
  return rest;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
