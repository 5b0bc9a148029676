import { Counter, Histogram, type Registry } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What became of one request, as it is counted. */
interface Counted {
  readonly operation: string;
  readonly caller: string;
  readonly outcome: string;
  readonly status: string;
}

interface Series {
  readonly observe: (seconds: number) => void;
  /** By caller, outcome and status. */
  readonly counts: Map<string, { readonly labels: Counted; readonly inc: () => void }>;
}

/** How many requests there were of which operation, and how long they took. */
export class OperationMetrics {
  readonly #series = new Map<string, Series>();
  readonly #requests;
  readonly #seconds;

  constructor(registry: Registry) {
    this.#requests = new Counter({
      name: 'reseller_accounts_requests_total',
      help: 'Requests at /graphql, by the name of the operation, the kind of caller and what became of them.',
      labelNames: ['operation', 'caller', 'outcome', 'status'] as const,
      registers: [registry],
    });
    this.#seconds = new Histogram({
      name: 'reseller_accounts_request_duration_seconds',
      help: 'How long requests at /graphql took, from their head to the end of the answer.',
      labelNames: ['operation'] as const,
      buckets: SECONDS,
      registers: [registry],
    });
  }

  count({ operation, caller, outcome, status }: Counted, seconds: number): void {
    const series = this.#series.get(operation) ?? this.#begin(operation);
    const key = `${caller} ${outcome} ${status}`;
    let count = series.counts.get(key);
    if (count === undefined) {
      const labels = { operation, caller, outcome, status };
      const child = this.#requests.labels(labels);
      count = { labels, inc: () => child.inc() };
      series.counts.set(key, count);
    }
    count.inc();
    series.observe(seconds);
  }

  /** What is gone begins anew when it comes back: that is no total that has become less. */
  forget(operation: string): void {
    const series = this.#series.get(operation);
    if (series === undefined) return;
    for (const { labels } of series.counts.values()) this.#requests.remove({ ...labels });
    this.#seconds.remove({ operation });
    this.#series.delete(operation);
  }

  #begin(operation: string): Series {
    const child = this.#seconds.labels({ operation });
    const series: Series = { observe: (seconds) => child.observe(seconds), counts: new Map() };
    this.#series.set(operation, series);
    return series;
  }
}
