import { AggregatorRegistry, type Registry } from 'prom-client';
import type { MetricReport } from '../../../src/telemetry/metrics/metric-report';

/** What a scrape says, by series: the name and its labels in their order. */
export class Samples {
  readonly #values = new Map<string, number>();

  constructor(readonly text: string) {
    for (const line of text.split('\n')) {
      const [, name, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      if (name === undefined) continue;
      const pairs = Object.fromEntries(
        [...labels.matchAll(/(\w+)="((?:\\.|[^"\\])*)"/g)].map(([, key, held]) => [key, held]),
      );
      this.#values.set(keyOf(name, pairs), Number(value));
    }
  }

  /** Undefined when there is no such series. */
  value(name: string, labels: Readonly<Record<string, string>> = {}): number | undefined {
    return this.#values.get(keyOf(`reseller_accounts_${name}`, labels));
  }

  /** All series of a name, with the values of one label. */
  labels(name: string, label: string): string[] {
    const wanted = `reseller_accounts_${name}`;
    const found = [...this.#values.keys()].map((key) => JSON.parse(key)).filter(([one]) => one === wanted);
    return [...new Set(found.map(([, labels]) => Object.fromEntries(labels)[label] as string))];
  }

  get size(): number {
    return this.#values.size;
  }
}

function keyOf(name: string, labels: Readonly<Record<string, unknown>>): string {
  return JSON.stringify([name, Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1))]);
}

export async function samplesOf(registry: Pick<Registry, 'metrics'>): Promise<Samples> {
  return new Samples(await registry.metrics());
}

export function samplesOfReport(report: MetricReport): Promise<Samples> {
  return samplesOf(AggregatorRegistry.aggregate([[...report]]));
}
