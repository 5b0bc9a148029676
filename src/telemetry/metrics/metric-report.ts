import type { Registry } from 'prom-client';

/** All that a process has counted, as JSON: what processes tell each other. */
export type MetricReport = readonly ReportedMetric[];

export interface ReportedMetric {
  readonly name: string;
  /** In words: counter, gauge, histogram. */
  readonly type: string;
  readonly values: readonly ReportedValue[];
}

export interface ReportedValue {
  readonly value: number;
  readonly labels: Readonly<Record<string, string | number>>;
  /** Of a histogram: which of its series it is. */
  readonly metricName?: string;
}

/** What the registry holds at the moment. What is no number yet is left out: JSON has no word for it. */
export async function reportOf(registry: Registry): Promise<MetricReport> {
  const metrics = (await registry.getMetricsAsJSON()) as unknown as MetricReport;
  return metrics.map((metric) => ({ ...metric, values: metric.values.filter(({ value }) => Number.isFinite(value)) }));
}
