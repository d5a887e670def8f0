/** Results kept, at most; past that all are dropped, which costs less than keeping order of use. */
const keptMax = 20_000;
/** Terms longer than this are not kept: they hardly repeat, and hostile ones would fill the memory. */
const termLengthMax = 40;

/** The same pure function of a term and a language, with its recent results kept by its own closure. */
export function remember<L extends string, R>(
  compute: (term: string, language: L) => R,
): (term: string, language: L) => R {
  const kept = new Map<string, R>();
  return (term, language) => {
    if (term.length > termLengthMax) return compute(term, language);
    const key = `${language} ${term}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    if (kept.size >= keptMax) kept.clear();
    const result = compute(term, language);
    kept.set(key, result);
    return result;
  };
}
