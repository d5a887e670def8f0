import { abstainMetrics } from './abstain-metrics.ts';
import { findMetrics } from './find-metrics.ts';
import type { Metric } from './metric.ts';

/** Every figure, in the order of reports. */
export const metrics: readonly Metric[] = [...findMetrics, ...abstainMetrics];
