import type { Keeper } from '../../persistence/engine/database';
import { refusalWhenUnavailable } from '../../persistence/engine/unavailable';
import { type CountedEvents, noteSyncActivity } from '../../persistence/sync/sync-problem-repository';

/** What is counted together. */
const SLICE_MS = 5 * 60_000;
const WRITTEN_EVERY_MS = 5_000;

/**
 * Counts the events of tenant resellers that were taken and refused. They are written down together every few seconds: a call
 * costs no statement for it. What is not written yet when the process is killed is lost; it says how a sync fares, and nothing
 * else (S33; test/graphql/sync/sync-activity.test.ts).
 */
export class SyncActivity {
  #counted = new Map<string, CountedEvents>();
  #writing: Promise<void> = Promise.resolve();
  /** Begins when what is being written is. */
  #next: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isStopped = false;

  constructor(
    private readonly keeper: Keeper,
    /** Told of what keeps counts from being written, but for an outage; they are tried again. */
    private readonly onFault: (fault: unknown) => void,
    private readonly writtenEveryMs = WRITTEN_EVERY_MS,
  ) {}

  count(
    tenantResellerId: string,
    { accepted, refused }: { readonly accepted: number; readonly refused: number },
  ): void {
    if (accepted === 0 && refused === 0) return;
    const now = new Date();
    this.#add({
      tenantResellerId,
      since: new Date(now.getTime() - (now.getTime() % SLICE_MS)),
      accepted,
      refused,
      lastAcceptedAt: accepted > 0 ? now : null,
    });
    this.#writeLater();
  }

  /** Writes down what is counted so far: once for all who ask for it meanwhile. */
  write(): Promise<void> {
    this.#next ??= this.#writing
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        return this.#write();
      });
    this.#writing = this.#next;
    return this.#next;
  }

  /** Writes the last of it, if that can be written. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.write().catch((error: unknown) => this.#failed(error));
  }

  #writeLater(): void {
    if (this.#isStopped) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.write().catch((error: unknown) => this.#failed(error));
    }, this.writtenEveryMs).unref();
  }

  /** Of a database that is away its outage tells, once; what is counted meanwhile is written after it. */
  #failed(error: unknown): void {
    this.#writeLater();
    if (refusalWhenUnavailable(error) === error) this.onFault(error);
  }

  async #write(): Promise<void> {
    const counted = [...this.#counted.values()];
    if (counted.length === 0) return;
    this.#counted = new Map();
    try {
      await noteSyncActivity(this.keeper, counted);
    } catch (error) {
      for (const one of counted) this.#add(one);
      throw error;
    }
  }

  #add(more: CountedEvents): void {
    const key = `${more.tenantResellerId} ${more.since.getTime()}`;
    const known = this.#counted.get(key);
    this.#counted.set(
      key,
      known
        ? {
            ...known,
            accepted: known.accepted + more.accepted,
            refused: known.refused + more.refused,
            lastAcceptedAt: laterOf(known.lastAcceptedAt, more.lastAcceptedAt),
          }
        : more,
    );
  }
}

function laterOf(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
