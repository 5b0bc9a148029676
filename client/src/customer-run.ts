import { type BulkData, CallVerdicts, isWhole, unsettled } from './call-verdicts.ts';
import { type Caller, checkedConcurrency } from './caller.ts';
import type { CustomerSyncItem } from './generated/operations.ts';
import type { ItemOutcome, UnsettledReason } from './outcome.ts';
import { Pace } from './pace.ts';
import { type Part, partsOf, settle } from './parts.ts';
import { SyncStopped } from './sync-stopped.ts';
import { WaitingParts } from './waiting-parts.ts';

/** How the customers of one run are sent. */
export interface SyncCustomersOptions {
  /** Nothing is changed, and each outcome has what would be. */
  readonly dryRun?: boolean | undefined;
  /** How many calls are under way at most; left out: that of the client. */
  readonly concurrency?: number | undefined;
  /** Stops this run: no call is begun any more, and those under way have `finishMs` to end. */
  readonly signal?: AbortSignal | undefined;
  /** Left out: 10,000. */
  readonly finishMs?: number | undefined;
}

/** What one item came to, with where it stood in the source, from 0. */
export type CustomerOutcome<Item = CustomerSyncItem> = ItemOutcome & { readonly index: number; readonly item: Item };

export type CustomerSource<Item> = Iterable<Item> | AsyncIterable<Item>;

/** A source that gives less than a call holds is waited for so long. */
const LINGER_MS = 30;
/** So many outcomes may be there that nobody has taken yet; then nothing more is sent. */
const MOST_UNREAD = 1_000;
/** One run of `syncCustomers`: reads, sends, sends again, and gives each item's outcome once. */
export class CustomerRun<Item extends CustomerSyncItem> {
  readonly #waiting = new WaitingParts<Item>();
  readonly #outcomes: CustomerOutcome<Item>[] = [];
  readonly #calls = new AbortController();
  readonly #pace: Pace;
  readonly #verdicts: CallVerdicts<Item>;
  readonly #source: Iterator<Item> | AsyncIterator<Item>;
  #read = 0;
  #isReading = false;
  #hasEnded = false;
  #sourceFault: { readonly error: unknown } | null = null;
  #underWay = 0;
  #stopped: SyncStopped | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #advancesAt = Number.POSITIVE_INFINITY;
  #wakeUp: () => void = () => undefined;

  constructor(
    private readonly caller: Caller,
    source: CustomerSource<Item>,
    private readonly options: SyncCustomersOptions,
  ) {
    this.#source = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
    this.#pace = new Pace(checkedConcurrency(options.concurrency ?? caller.concurrency), caller.retry);
    this.#verdicts = new CallVerdicts(caller, this.#pace, {
      settled: (part, outcome) => this.#settled(part, outcome),
      stop: (stopped) => this.#stop(stopped),
    });
  }

  async *outcomes(): AsyncGenerator<CustomerOutcome<Item>, void, undefined> {
    const signals = [this.caller.signal, this.options.signal].filter((one) => one !== undefined);
    const aborted = () => this.#abort(signals.find((one) => one.aborted)?.reason);
    for (const signal of signals) signal.addEventListener('abort', aborted);
    if (signals.some((one) => one.aborted)) aborted();
    try {
      for (;;) {
        this.#advance();
        if (this.#outcomes.length === 0 && this.#isOver()) break;
        if (this.#outcomes.length === 0) await new Promise<void>((resolve) => (this.#wakeUp = resolve));
        for (let one = this.#outcomes.shift(); one !== undefined; one = this.#outcomes.shift()) {
          yield one;
          if (this.#outcomes.length === MOST_UNREAD / 2) this.#advance();
        }
      }
      if (this.#stopped) throw this.#stopped;
      if (this.#sourceFault) throw this.#sourceFault.error;
    } finally {
      // Who has enough of it waits for nothing.
      this.#stop(new SyncStopped('ABORTED', 'Nobody takes the outcomes any more.'));
      this.#calls.abort();
      for (const signal of signals) signal.removeEventListener('abort', aborted);
    }
  }

  #isOver(): boolean {
    if (this.#underWay > 0) return false;
    if (this.#stopped) return this.#giveUpWaiting();
    return this.#hasEnded && this.#waiting.isEmpty;
  }

  /** What was read and has no outcome gets one. */
  #giveUpWaiting(): boolean {
    const reason: UnsettledReason = this.#stopped?.reason === 'ABORTED' ? 'ABORTED' : 'STOPPED';
    for (const part of this.#waiting.drain())
      this.#settled(part, unsettled(part, reason, this.#stopped?.message ?? ''));
    return this.#outcomes.length === 0;
  }

  /** Does what can be done now: reads while there is room, sends while there are calls left. */
  #advance(): void {
    const now = performance.now();
    while (!this.#stopped && this.#underWay < this.#pace.limit && this.#outcomes.length < MOST_UNREAD) {
      if (now < this.#pace.pausedUntil) {
        this.#advanceAt(this.#pace.pausedUntil);
        break;
      }
      const isAll = this.#hasEnded || !this.#waiting.hasRoom;
      const { call, notBefore } = this.#waiting.take(now, (oldest) => isAll || now - oldest >= LINGER_MS);
      if (call.length === 0) {
        const linger = isAll || this.#waiting.isEmpty ? Number.POSITIVE_INFINITY : now + LINGER_MS;
        this.#advanceAt(Math.min(notBefore, linger));
        break;
      }
      void this.#send(call);
    }
    // What was sent has made room.
    void this.#readOn();
    this.#wakeUp();
  }

  /** The earliest of what is asked for. */
  #advanceAt(time: number): void {
    if (!(time < this.#advancesAt)) return;
    clearTimeout(this.#timer);
    this.#advancesAt = time;
    const due = () => {
      this.#advancesAt = Number.POSITIVE_INFINITY;
      this.#advance();
    };
    this.#timer = setTimeout(due, Math.max(1, Math.ceil(time - performance.now())));
  }

  get #mayRead(): boolean {
    return !this.#stopped && !this.#hasEnded && this.#waiting.hasRoom && this.#outcomes.length < MOST_UNREAD;
  }

  async #readOn(): Promise<void> {
    if (this.#isReading || !this.#mayRead) return;
    this.#isReading = true;
    try {
      while (this.#mayRead) {
        const next = await this.#source.next();
        if (this.#stopped) return;
        if (next.done) this.#hasEnded = true;
        else this.#add(next.value);
      }
    } catch (error) {
      this.#sourceFault = { error };
      this.#hasEnded = true;
    } finally {
      this.#isReading = false;
    }
    this.#advance();
  }

  #add(item: Item): void {
    const index = this.#read;
    this.#read += 1;
    const parts = partsOf(index, item);
    if (Array.isArray(parts)) this.#waiting.add(parts);
    else this.#outcomes.push({ ...parts, index, item });
    // The next may be long in coming.
    this.#advanceAt(performance.now() + LINGER_MS);
  }

  async #send(call: Part<Item>[]): Promise<void> {
    this.#underWay += 1;
    const startedAt = performance.now();
    const dryRun = this.options.dryRun === true;
    const items = call.map(({ json }) => json).join(',');
    try {
      const reply = await this.caller.call(
        dryRun ? 'TrySyncCustomers' : 'SyncCustomers',
        `{"input":{"items":[${items}]${dryRun ? ',"dryRun":true' : ''}}}`,
        (data): data is BulkData => isWhole(data, call),
        this.#calls.signal,
      );
      this.#waiting.handBack(call, this.#verdicts.sentAgain(call, reply, startedAt));
    } catch (error) {
      this.#waiting.handBack(call, call);
      this.#stop(new SyncStopped('FAULT', `This client failed: ${(error as Error).message}`, error));
    }
    this.#underWay -= 1;
    this.#advance();
  }

  #settled(part: Part<Item>, outcome: ItemOutcome): void {
    const whole = settle(part, outcome);
    const { index, item } = part.entry;
    if (whole) this.#outcomes.push({ ...whole, index, item });
  }

  #abort(reason: unknown): void {
    this.#stop(new SyncStopped('ABORTED', 'The run was stopped.', reason));
    const timer = setTimeout(() => this.#calls.abort(reason), this.options.finishMs ?? 10_000);
    this.#calls.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  #stop(stopped: SyncStopped): void {
    if (this.#stopped) return;
    this.#stopped = stopped;
    clearTimeout(this.#timer);
    this.#advancesAt = Number.NEGATIVE_INFINITY;
    if (!this.#hasEnded) void Promise.resolve(this.#source.return?.()).catch(() => undefined);
    this.#wakeUp();
  }
}
