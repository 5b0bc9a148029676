import { Counter, type Registry } from 'prom-client';
import { failureOf } from './database-failures';

/**
 * The layers that refuse a write, from the outside in. The last three are the database's: nothing should come so far, since
 * those before it refuse the same.
 */
const LAYERS = ['schema', 'policy', 'pass', 'trigger', 'grant', 'row_security'] as const;
export type Layer = (typeof LAYERS)[number];

/** What a trigger of ours refuses by name. */
const REFUSED_BY_TRIGGER = 'RA001';
const INSUFFICIENT_PRIVILEGE = '42501';

/** Writes that were refused, by the layer that did. */
export class DeniedWrites {
  readonly #denied;

  constructor(registry: Registry) {
    this.#denied = new Counter({
      name: 'reseller_accounts_denied_writes_total',
      help: 'Writes that a layer of the guard refused. What one in the database refuses got past those before it.',
      labelNames: ['layer'] as const,
      registers: [registry],
    });
    for (const layer of LAYERS) this.#denied.inc({ layer }, 0);
  }

  count(layer: Layer, count = 1): void {
    this.#denied.inc({ layer }, count);
  }

  /** Told of what failed in the database, or on the way to it. */
  failed(cause: unknown): void {
    const layer = layerOf(cause);
    if (layer !== null) this.count(layer);
  }
}

/** Which layer refused; null when it was none. */
export function layerOf(cause: unknown): Layer | null {
  const { name, code, routine } = failureOf(cause);
  if (name === 'PassMisuseError') return 'pass';
  if (code === REFUSED_BY_TRIGGER) return 'trigger';
  if (code !== INSUFFICIENT_PRIVILEGE) return null;
  if (routine === 'exec_stmt_raise') return 'trigger';
  return routine === 'ExecWithCheckOptions' ? 'row_security' : 'grant';
}
