import { Counter, Gauge, type Registry } from 'prom-client';

/** What the server has open and holds at the moment, and what it has closed to make room. */
export interface ServerLoad {
  readonly connections: number;
  readonly heldBytes: number;
  readonly requests: number;
  readonly closedForRoom: number;
}

const ISSUERS = ['people', 'sync'] as const;
export type IssuerSide = (typeof ISSUERS)[number];

/** What the HTTP server holds, and whose keys could not be had. */
export class ServerMetrics {
  #load: () => ServerLoad | null = () => null;
  readonly #keyFailures;

  constructor(registry: Registry) {
    const registers = [registry];
    const load = () => this.#load();
    const gauges = [
      ['connections_open', 'Connections that are open.', ({ connections }: ServerLoad) => connections],
      ['requests_in_flight', 'Requests that are being answered.', ({ requests }: ServerLoad) => requests],
      [
        'held_bytes',
        'Bytes of bodies and of answers that nobody has read yet.',
        ({ heldBytes }: ServerLoad) => heldBytes,
      ],
    ] as const;
    for (const [name, help, of] of gauges) {
      new Gauge({
        name: `reseller_accounts_${name}`,
        help,
        registers,
        collect() {
          const now = load();
          if (now !== null) this.set(of(now));
        },
      });
    }
    new Counter({
      name: 'reseller_accounts_connections_closed_for_room_total',
      help: 'Connections that were closed to make room for others: MAX_CONNECTIONS was reached.',
      registers,
      collect() {
        this.reset();
        this.inc(load()?.closedForRoom ?? 0);
      },
    });
    this.#keyFailures = new Counter({
      name: 'reseller_accounts_issuer_key_failures_total',
      help: 'Times at which the published keys of a token issuer could not be had.',
      labelNames: ['issuer'] as const,
      registers,
    });
    for (const issuer of ISSUERS) this.#keyFailures.inc({ issuer }, 0);
  }

  watch(load: () => ServerLoad): void {
    this.#load = load;
  }

  keysFailed(issuer: IssuerSide): void {
    this.#keyFailures.inc({ issuer });
  }
}
