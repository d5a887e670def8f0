/**
 * How often a property is tried: so often in `npm test`, and `PROPERTY_DEPTH` times as often where
 * that is set, as in `npm run test:deep`. For properties whose single try takes long; the others keep
 * fast-check's own hundred.
 */
export function propertyRuns(usual: number): number {
  return Math.ceil(usual * Number(process.env['PROPERTY_DEPTH'] ?? 1));
}
