/** Results kept for each language, at most; past that all are dropped, which costs less than keeping order of use. */
const keptMax = 20_000;
/** Terms longer than this are not kept: they hardly repeat, and hostile ones would fill the memory. */
const termLengthMax = 40;

/** The same pure function of a term and a language, with its recent results kept by its own closure. */
export function remember<L extends string, R>(
  compute: (term: string, language: L) => R,
): (term: string, language: L) => R {
  const kept = new Map<L, Map<string, R>>();
  return (term, language) => {
    if (term.length > termLengthMax) return compute(term, language);
    const ofLanguage = kept.get(language);
    const known = ofLanguage?.get(term);
    if (known !== undefined) return known;
    const result = compute(term, language);
    if (ofLanguage === undefined) kept.set(language, new Map([[term, result]]));
    else {
      if (ofLanguage.size >= keptMax) ofLanguage.clear();
      ofLanguage.set(term, result);
    }
    return result;
  };
}
