import { Counter, Gauge, type Registry } from 'prom-client';
import { FirstLabels } from './first-labels';

const MOST_RESELLERS = 1_000;
/** What was taken note of: of what is refused, its sender has to do something. */
const ACCEPTED = ['CREATED', 'APPLIED', 'UNCHANGED', 'STALE'];

/** What resellers' sync services send, and when they last did. */
export class SyncMetrics {
  readonly #resellers = new FirstLabels(MOST_RESELLERS);
  readonly #items;
  readonly #accepted;

  constructor(registry: Registry) {
    const registers = [registry];
    const labelNames = ['reseller'] as const;
    this.#items = new Counter({
      name: 'reseller_accounts_sync_items_total',
      help: 'Customers and events that a reseller sent, by what became of them; those of dry runs are not counted.',
      labelNames: [...labelNames, 'outcome'] as const,
      registers,
    });
    this.#accepted = new Gauge({
      name: 'reseller_accounts_last_accepted_event_timestamp_seconds',
      help: 'When the newest event of a reseller was created, applied, unchanged or stale, since the server started.',
      labelNames,
      aggregator: 'max',
      registers,
    });
  }

  sent(resellerId: string, items: ReadonlyMap<string, number>): void {
    if (items.size === 0) return;
    const reseller = this.#resellers.labelOf(resellerId);
    for (const [outcome, count] of items) this.#items.inc({ reseller, outcome }, count);
    if (ACCEPTED.some((outcome) => items.has(outcome))) this.#accepted.set({ reseller }, Date.now() / 1000);
  }
}
