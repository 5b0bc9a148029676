import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { FAILURE_CAUSES, failureCauseOf, RETRY_CAUSES, retryCauseOf } from './database-failures';
import type { DeniedWrites } from './denied-writes';

/** The two shares of the connections: people's through the portal, and the resellers' syncs'. */
export const LOGINS = ['portal', 'sync'] as const;
export type Login = (typeof LOGINS)[number];

/** How many connections a login has, how many are in somebody's hands, and how many callers wait for one. */
export interface PoolLoad {
  readonly size: number;
  readonly inUse: number;
  readonly waiting: number;
}

/** What is told of a database that is not to be had. */
type Outage = { readonly kind: 'began' } | { readonly kind: 'ended' } | { readonly kind: 'late' };

const WAIT_SECONDS = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2];

/** What is asked so often that it is added up here, and handed over when somebody looks. */
class Asked {
  statements = 0;
  roundTrips = 0;
  busyMs = 0;
}

/** What is asked of the database, by login. */
export class DatabaseMetrics {
  readonly #asked: Readonly<Record<Login, Asked>> = { portal: new Asked(), sync: new Asked() };
  readonly #waits;
  readonly #missed;
  readonly #retries;
  readonly #failures;
  readonly #outages;
  readonly #isAway;
  #load: () => Readonly<Record<Login, PoolLoad>> | null = () => null;

  constructor(
    registry: Registry,
    private readonly denied: DeniedWrites,
  ) {
    const registers = [registry];
    const labelNames = ['login'] as const;
    const withCause = ['login', 'cause'] as const;
    this.#addUp(registry);
    this.#pools(registry);
    this.#waits = new Histogram({
      name: 'reseller_accounts_database_pool_wait_seconds',
      help: "How long callers waited for a connection of their side's share.",
      labelNames,
      buckets: WAIT_SECONDS,
      registers,
    });
    this.#missed = new Counter({
      name: 'reseller_accounts_database_pool_timeouts_total',
      help: 'Callers that got no connection in time and were told to come back.',
      labelNames,
      registers,
    });
    this.#retries = new Counter({
      name: 'reseller_accounts_database_retries_total',
      help: 'Transactions that were tried again, by what they failed with.',
      labelNames: withCause,
      registers,
    });
    this.#failures = new Counter({
      name: 'reseller_accounts_database_failures_total',
      help: 'What failed in the database in the end, by cause; denied writes are counted apart.',
      labelNames: withCause,
      registers,
    });
    this.#outages = new Counter({
      name: 'reseller_accounts_database_outages_total',
      help: 'Times at which the database was not to be had any more.',
      registers,
    });
    this.#isAway = new Gauge({
      name: 'reseller_accounts_database_outage',
      help: '1 while the database is not to be had.',
      aggregator: 'max',
      registers,
    });
    for (const login of LOGINS) {
      this.#missed.inc({ login }, 0);
      this.#waits.zero({ login });
      for (const cause of RETRY_CAUSES) this.#retries.inc({ login, cause }, 0);
      for (const cause of FAILURE_CAUSES) this.#failures.inc({ login, cause }, 0);
    }
  }

  /** Where the load of the pools is read. */
  watch(load: () => Readonly<Record<Login, PoolLoad>>): void {
    this.#load = load;
  }

  /** Is told of all that is asked with the login. */
  listenerOf(login: Login) {
    const asked = this.#asked[login];
    const waits = this.#waits.labels({ login });
    return {
      onStatement: () => {
        asked.statements += 1;
      },
      onRoundTrip: () => {
        asked.roundTrips += 1;
      },
      onIdle: (busyMs: number) => {
        asked.busyMs += busyMs;
      },
      onTurn: (waitedMs: number) => waits.observe(waitedMs / 1000),
      onTurnMissed: () => this.#missed.inc({ login }),
      onRetry: (cause: unknown) => this.#retries.inc({ login, cause: retryCauseOf(cause) }),
      onFailure: (error: unknown) => {
        this.denied.failed(error);
        const cause = failureCauseOf(error);
        if (cause !== null) this.#failures.inc({ login, cause });
      },
    };
  }

  outage({ kind }: Outage): void {
    if (kind === 'began') this.#outages.inc();
    if (kind !== 'late') this.#isAway.set(kind === 'began' ? 1 : 0);
  }

  #addUp(registry: Registry): void {
    const totals = [
      [
        'statements_total',
        'Statements that were sent, transaction control included.',
        ({ statements }: Asked) => statements,
      ],
      [
        'round_trips_total',
        'How often somebody waited for an answer of the database.',
        ({ roundTrips }: Asked) => roundTrips,
      ],
      ['busy_seconds_total', 'How long connections had something under way.', ({ busyMs }: Asked) => busyMs / 1000],
    ] as const;
    for (const [name, help, of] of totals) {
      const asked = this.#asked;
      new Counter({
        name: `reseller_accounts_database_${name}`,
        help,
        labelNames: ['login'] as const,
        registers: [registry],
        collect() {
          this.reset();
          for (const login of LOGINS) this.inc({ login }, of(asked[login]));
        },
      });
    }
  }

  #pools(registry: Registry): void {
    const loads = () => this.#load();
    const gauges = [
      ['size', 'Connections that callers of a side may have at a time.', ({ size }: PoolLoad) => size],
      ['in_use', 'Connections that are in the hands of callers.', ({ inUse }: PoolLoad) => inUse],
      ['waiting', 'Callers that wait for a connection.', ({ waiting }: PoolLoad) => waiting],
    ] as const;
    for (const [name, help, of] of gauges) {
      new Gauge({
        name: `reseller_accounts_database_pool_${name}`,
        help,
        labelNames: ['login'] as const,
        registers: [registry],
        collect() {
          const load = loads();
          for (const login of LOGINS) if (load !== null) this.set({ login }, of(load[login]));
        },
      });
    }
  }
}
