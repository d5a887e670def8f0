/** Results kept for each kind, at most; past that all are dropped, which costs less than keeping order of use. */
const keptMax = 20_000;
/** Terms longer than this are not kept: they hardly repeat, and hostile ones would fill the memory. */
const termLengthMax = 40;

/** The same pure function of a term and how it is to be read, such as its language, with its recent results kept by its own closure. */
export function remember<K extends string, R>(
  compute: (term: string, kind: K) => R,
): (term: string, kind: K) => R {
  const kept = new Map<K, Map<string, R>>();
  return (term, kind) => {
    if (term.length > termLengthMax) return compute(term, kind);
    const ofKind = kept.get(kind);
    const known = ofKind?.get(term);
    if (known !== undefined) return known;
    const result = compute(term, kind);
    if (ofKind === undefined) kept.set(kind, new Map([[term, result]]));
    else {
      if (ofKind.size >= keptMax) ofKind.clear();
      ofKind.set(term, result);
    }
    return result;
  };
}
