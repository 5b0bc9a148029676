import { Gauge, type Registry } from 'prom-client';
import type { Login } from './database-metrics';

/** What is looked up when somebody scrapes, of the database and of what keeps the server from serving. */
export interface Looks {
  /** The names of what keeps it from serving. */
  readiness(): Promise<readonly string[]>;
  /** Sessions of each login that wait for a lock. */
  lockWaits(): Promise<Readonly<Record<Login, number>>>;
  storage(): Promise<Storage>;
}

/** How large what grows is, and whether there is room for what comes. */
interface Storage {
  readonly historyBytes: number;
  readonly audits: readonly {
    readonly audit: string;
    readonly bytes: number;
    readonly partitions: number;
    readonly monthsReady: number;
    readonly restEntries: number;
  }[];
}

/** A scrape waits so long at most, whatever the database does. */
const PATIENCE_MS = 900;
const STORAGE_FRESH_MS = 60_000;

/** Asks, and gives what tells the gauges of it. */
type Ask = () => Promise<() => void>;

interface Look {
  readonly name: string;
  readonly ask: Ask;
  /** What is told when there was no answer in time. */
  readonly otherwise?: () => void;
}

/** Gauges of what has to be asked. What is not answered in time is left out, and a gauge says so. */
export class LookMetrics {
  readonly #gauges: Gauge<string>[] = [];
  readonly #failed: Gauge<'look'>;
  #looks: readonly Look[] = [];
  #guardFaults: number | null = null;

  constructor(private readonly registry: Registry) {
    this.#failed = this.#gauge('look_failed', '1 for what a scrape could not look up in time.', ['look']);
  }

  /** Told how many of the database's guards do not hold, whoever looked. */
  guardsLookedAt(faults: number): void {
    this.#guardFaults = faults;
  }

  /** From now on these are asked. */
  watch(looks: Looks): void {
    this.#looks = [
      this.#readiness(looks),
      { name: 'lock_waits', ask: this.#lockWaits(looks) },
      { name: 'storage', ask: this.#storage(looks) },
    ].map((look) => ({ ...look, ask: oneAtATime(look.ask) }));
  }

  /** Asks all of it anew, or forgets what it was told: another process looks then. */
  async look(isWanted: boolean): Promise<void> {
    for (const gauge of this.#gauges) {
      gauge.reset();
      // One without labels would begin with 0.
      gauge.remove({});
    }
    if (!isWanted) return;
    await Promise.all(
      this.#looks.map(async ({ name: look, ask, otherwise }) => {
        const tell = await inTime(ask());
        this.#failed.set({ look }, tell === null ? 1 : 0);
        if (tell === null) otherwise?.();
        else tell();
      }),
    );
  }

  #readiness({ readiness }: Looks): Look {
    const isReady = this.#gauge('ready', '1 when requests may be sent here, as /readyz says.');
    const isFaulty = this.#gauge('readiness_fault', '1 for each thing that keeps the server from serving.', ['check']);
    const guards = this.#gauge('guard_faults', "How many of the database's guards are not as they should be.");
    const tell = (faults: readonly string[]) => {
      isReady.set(faults.length === 0 ? 1 : 0);
      for (const check of faults) isFaulty.set({ check }, 1);
    };
    return {
      name: 'readiness',
      ask: async () => {
        const faults = await readiness();
        return () => {
          tell(faults);
          if (this.#guardFaults !== null) guards.set(this.#guardFaults);
        };
      },
      otherwise: () => tell(['late']),
    };
  }

  #lockWaits({ lockWaits }: Looks): Ask {
    const help = 'Sessions of the server that wait for a lock of another one at the moment.';
    const waiting = this.#gauge('database_lock_waits', help, ['login']);
    return async () => {
      const found = await lockWaits();
      return () => {
        for (const [login, count] of Object.entries(found)) waiting.set({ login }, count);
      };
    };
  }

  #storage({ storage }: Looks): Ask {
    const history = this.#gauge('history_size_bytes', 'What the history of accounts takes, with its indexes.');
    const of = (name: string, help: string) => this.#gauge(name, help, ['audit']);
    const bytes = of('audit_size_bytes', 'What an audit takes, with its indexes.');
    const partitions = of('audit_partitions', 'Into how many partitions an audit is divided.');
    const ready = of('audit_months_ready', 'Of this month and the next three, how many have a partition.');
    const rest = of('audit_rest_entries', 'Entries that lie in no partition of a month; counted up to ten thousand.');
    const found = kept(storage, STORAGE_FRESH_MS);
    return async () => {
      const { historyBytes, audits } = await found();
      return () => {
        history.set(historyBytes);
        for (const { audit, ...one } of audits) {
          bytes.set({ audit }, one.bytes);
          partitions.set({ audit }, one.partitions);
          ready.set({ audit }, one.monthsReady);
          rest.set({ audit }, one.restEntries);
        }
      };
    };
  }

  /** What each tells of the whole, be it asked by one process or by several. */
  #gauge<Label extends string = never>(name: string, help: string, labelNames: readonly Label[] = []): Gauge<Label> {
    const gauge = new Gauge({
      name: `reseller_accounts_${name}`,
      help,
      labelNames,
      aggregator: 'max',
      registers: [this.registry],
    });
    this.#gauges.push(gauge as Gauge<string>);
    return gauge;
  }
}

/** Asked again while it is under way, it is the same one: a database that hangs is asked once. */
function oneAtATime<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= ask().finally(() => {
      running = null;
    });
    return running;
  };
}

function kept<T>(ask: () => Promise<T>, freshMs: number): () => Promise<T> {
  let last: { readonly answer: T; readonly at: number } | null = null;
  return async () => {
    if (last !== null && performance.now() - last.at < freshMs) return last.answer;
    const answer = await ask();
    last = { answer, at: performance.now() };
    return answer;
  };
}

/** Null when it fails, or is late. */
function inTime<T>(asked: Promise<T>): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE_MS);
    asked.then(resolve, () => resolve(null)).finally(() => clearTimeout(timer));
  });
}
