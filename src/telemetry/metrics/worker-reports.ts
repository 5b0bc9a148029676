import { AggregatorRegistry, type Registry } from 'prom-client';
import type { MetricReport, ReportedMetric, ReportedValue } from './metric-report';

/** Names of operations that only processes that are gone have used are kept up to so many. */
const MOST_RETIRED = 200;
/** What stays true of a process that has ended. */
const LASTING = new Set(['reseller_accounts_last_accepted_event_timestamp_seconds']);

/**
 * What all processes have counted together. No total becomes less: what one has counted that has ended stays, and what
 * one does not count any more stays as long as others do, since to whoever scrapes the sum they are one
 * (test/telemetry/metrics/worker-reports.test.ts).
 */
export class WorkerReports {
  readonly #last = new Map<number, MetricReport>();
  #retired: MetricReport = [];

  heard(worker: number, report: MetricReport): void {
    const before = this.#last.get(worker);
    this.#last.set(worker, report);
    if (before !== undefined) this.#retire(missingFrom(before, report));
  }

  ended(worker: number): void {
    const before = this.#last.get(worker);
    this.#last.delete(worker);
    if (before !== undefined) this.#retire(totalsOf(before));
  }

  /** As Prometheus reads it. Of those that are not in `heard`, what they said last; what it was at that moment is left out. */
  async text(own: MetricReport, heard: ReadonlySet<number>): Promise<string> {
    const reports = [...this.#last].map(([worker, report]) => (heard.has(worker) ? report : totalsOf(report)));
    return textOf([own, ...reports, this.#retired]);
  }

  #retire(report: MetricReport): void {
    if (report.length === 0) return;
    this.#retired = summed([this.#retired, report]).getMetricsAsArray() as unknown as MetricReport;
    if (operationsOf([this.#retired]).size <= MOST_RETIRED) return;
    const live = operationsOf([...this.#last.values()]);
    this.#retired = only(this.#retired, ({ labels }) => {
      const operation = operationIn(labels);
      return operation === undefined || live.has(operation);
    });
  }
}

/** What these say together, as Prometheus reads it. */
export function textOf(reports: readonly MetricReport[]): Promise<string> {
  return summed(reports).metrics();
}

function summed(reports: readonly MetricReport[]): Registry {
  return AggregatorRegistry.aggregate([...reports]);
}

/** The totals of a report, without what was so at its moment. */
function totalsOf(report: MetricReport): MetricReport {
  return report.filter(isLasting);
}

function isLasting({ type, name }: ReportedMetric): boolean {
  return type === 'counter' || type === 'histogram' || LASTING.has(name);
}

/** The totals that are in the one and not in the other. */
function missingFrom(before: MetricReport, now: MetricReport): MetricReport {
  const there = new Set(now.filter(isLasting).flatMap((metric) => metric.values.map((value) => keyOf(metric, value))));
  return only(totalsOf(before), (value, metric) => !there.has(keyOf(metric, value)));
}

function only(report: MetricReport, isWanted: (value: ReportedValue, metric: ReportedMetric) => boolean): MetricReport {
  return report
    .map((metric) => ({ ...metric, values: metric.values.filter((value) => isWanted(value, metric)) }))
    .filter(({ values }) => values.length > 0);
}

function keyOf({ name }: ReportedMetric, { labels, metricName = name }: ReportedValue): string {
  const sorted = Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([metricName, sorted]);
}

function operationsOf(reports: readonly MetricReport[]): Set<string | number> {
  const labels = reports.flatMap((report) => report.flatMap(({ values }) => values.map((value) => value.labels)));
  return new Set(labels.map(operationIn).filter((operation) => operation !== undefined));
}

function operationIn(labels: ReportedValue['labels']): string | number | undefined {
  return labels.operation;
}
