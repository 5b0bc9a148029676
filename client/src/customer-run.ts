import { type Caller, checkedConcurrency } from './caller.ts';
import type { CustomerSyncItem, Operations } from './generated/operations.ts';
import { type ItemOutcome, objection, type UnsettledReason } from './outcome.ts';
import { Pace } from './pace.ts';
import { type Part, partsOf, settle } from './parts.ts';
import type { Reply } from './reply.ts';
import { delayAfter } from './retry.ts';
import { itemOutcome } from './settled-item.ts';
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
/** A part that fails alone is sent so often. */
const MOST_FAULTS = 3;
/** Faults one after the other, with nothing taken between them, are none of an item's. */
const MOST_FAULTS_IN_A_ROW = 50;
/** An answer that nobody understands may be of something in between that starts anew. */
const MOST_GLITCHES = 3;

type Name = 'SyncCustomers' | 'TrySyncCustomers';
type Data = Operations[Name]['data'];
type Payload = NonNullable<Data['syncCustomers']>;

/** One run of `syncCustomers`: reads, sends, sends again, and gives each item's outcome once. */
export class CustomerRun<Item extends CustomerSyncItem> {
  readonly #waiting = new WaitingParts<Item>();
  readonly #outcomes: CustomerOutcome<Item>[] = [];
  readonly #calls = new AbortController();
  readonly #pace: Pace;
  readonly #source: Iterator<Item> | AsyncIterator<Item>;
  #read = 0;
  #isReading = false;
  #hasEnded = false;
  #sourceFault: { readonly error: unknown } | null = null;
  #underWay = 0;
  #faults = 0;
  #glitches = 0;
  #suspendedSince: number | null = null;
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
    for (const part of this.#waiting.drain()) this.#unsettled(part, reason, this.#stopped?.message ?? '');
    return this.#outcomes.length === 0;
  }

  /** Does what can be done now: reads while there is room, sends while there are calls left. */
  #advance(): void {
    void this.#readOn();
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
        (data): data is Data => isWhole(data, call),
        this.#calls.signal,
      );
      this.#waiting.handBack(call, this.#sentAgain(call, reply, startedAt));
    } catch (error) {
      this.#waiting.handBack(call, call);
      this.#stop(new SyncStopped('FAULT', `This client failed: ${(error as Error).message}`, error));
    }
    this.#underWay -= 1;
    this.#advance();
  }

  /** Gives outcomes to what has one; the others are sent again. */
  #sentAgain(call: Part<Item>[], reply: Reply<Data>, startedAt: number): Part<Item>[] {
    switch (reply.kind) {
      case 'answered':
        return this.#answered(call, reply.data.syncCustomers as Payload, startedAt);
      case 'again':
        return this.#later(call, startedAt, reply);
      case 'unfit':
        if (call.length > 1) return inHalves(call);
        for (const part of call) this.#settled(part, { ...objection(reply.code, reply.message), subscriptions: [] });
        return [];
      case 'fault':
        return this.#afterFault(call, reply.message);
      case 'stop':
        this.#glitches += 1;
        if (reply.stopped.reason === 'MALFORMED_ANSWER' && this.#glitches < MOST_GLITCHES) {
          return this.#later(call, startedAt, { message: reply.stopped.message, retryAfterMs: 0, isSlow: false });
        }
        this.#stop(reply.stopped);
        return call;
    }
  }

  #answered(call: Part<Item>[], { results, userErrors }: Payload, startedAt: number): Part<Item>[] {
    this.#glitches = 0;
    const [refusal] = userErrors;
    if (refusal) return this.#refusedAsAWhole(call, refusal, startedAt);
    this.#faults = 0;
    this.#suspendedSince = null;
    const again: Part<Item>[] = [];
    const waits = new Set<string>();
    let isShort = false;
    for (const [at, part] of call.entries()) {
      const result = results[at];
      if (!result) throw new Error('An item has no result');
      // What came after it is taken anew too: it was decided without it.
      if (waits.has(part.customer)) {
        part.mayBeTaken = true;
        again.push(part);
        continue;
      }
      const outcome = itemOutcome(result);
      if (outcome.status !== 'UNSETTLED') {
        this.#settled(part, outcome);
        continue;
      }
      const mayWait = this.#mayWait(part, outcome.reason === 'MOVE_PENDING');
      if (outcome.reason !== 'MOVE_PENDING') isShort = true;
      if (!mayWait) {
        this.#unsettled(part, outcome.reason, outcome.message, outcome.mayBeTaken);
        continue;
      }
      part.mayBeTaken ||= outcome.mayBeTaken;
      waits.add(part.customer);
      again.push(part);
    }
    if (isShort) this.#pace.slower(startedAt, 0);
    else this.#pace.faster();
    return again;
  }

  /** Whether a part is to be sent again, and then when. */
  #mayWait(part: Part<Item>, isForPeople: boolean): boolean {
    const { retry, patienceMs } = this.caller;
    const now = performance.now();
    part.failures += 1;
    part.failedSince ??= now;
    const left = part.failedSince + (isForPeople ? patienceMs : retry.giveUpAfterMs) - now;
    if (left <= 0) return false;
    part.notBefore = now + (isForPeople ? Math.min(retry.longestDelayMs, left) : delayAfter(part.failures, 0, retry));
    return true;
  }

  #refusedAsAWhole(call: Part<Item>[], refusal: Payload['userErrors'][number], startedAt: number): Part<Item>[] {
    const { code, message, retryable } = refusal;
    if (code === 'RESELLER_SUSPENDED') {
      const now = performance.now();
      this.#suspendedSince ??= now;
      const left = this.#suspendedSince + this.caller.patienceMs - now;
      if (left <= 0) this.#stop(new SyncStopped('RESELLER_SUSPENDED', message));
      else this.#pace.pauseUntil(now + Math.min(this.caller.retry.longestDelayMs, left));
      return call;
    }
    if (retryable)
      return this.#later(call, startedAt, { message, retryAfterMs: 0, isSlow: code === 'OUTCOME_UNKNOWN' });
    this.#stop(new SyncStopped(code === 'RESELLER_ENDED' ? 'RESELLER_ENDED' : 'NOT_TAKEN', `${code}: ${message}`));
    return call;
  }

  #later(
    call: Part<Item>[],
    startedAt: number,
    { message, retryAfterMs, isSlow, cause }: Omit<Extract<Reply<Data>, { kind: 'again' }>, 'kind'>,
  ): Part<Item>[] {
    const now = performance.now();
    this.#pace.slower(startedAt, retryAfterMs);
    let since = now;
    for (const part of call) {
      part.mayBeTaken = true;
      part.failures += 1;
      part.failedSince ??= now;
      since = Math.min(since, part.failedSince);
    }
    if (now - since >= this.caller.retry.giveUpAfterMs) {
      this.#stop(new SyncStopped('UNREACHABLE', `Nothing is taken for too long: ${message}`, cause));
    }
    return isSlow && call.length > 1 && call.some(({ failures }) => failures > 1) ? inHalves(call) : call;
  }

  #afterFault(call: Part<Item>[], message: string): Part<Item>[] {
    this.#faults += 1;
    if (this.#faults >= MOST_FAULTS_IN_A_ROW) {
      this.#stop(new SyncStopped('FAULT', `The server fails on all that it is sent: ${message}`));
      return call;
    }
    for (const part of call) part.mayBeTaken = true;
    if (call.length > 1) return inHalves(call);
    const [part] = call;
    if (!part) return [];
    part.failures += 1;
    if (part.failures < MOST_FAULTS) {
      part.notBefore = performance.now() + delayAfter(part.failures, 0, this.caller.retry);
      return call;
    }
    this.#unsettled(part, 'FAULT', message);
    return [];
  }

  #unsettled(part: Part<Item>, reason: UnsettledReason, message: string, mayBeTaken = false): void {
    this.#settled(part, {
      status: 'UNSETTLED',
      reason,
      message,
      mayBeTaken: mayBeTaken || part.mayBeTaken,
      subscriptions: [],
    });
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

/** Each half in a call of its own, and so on, until what is in the way stands alone. */
function inHalves<Item>(call: Part<Item>[]): Part<Item>[] {
  const half = Math.ceil(call.length / 2);
  for (const part of call) part.most = Math.min(part.most, half);
  return call;
}

function isWhole<Item>(data: unknown, call: readonly Part<Item>[]): boolean {
  const payload = (data as { syncCustomers?: Partial<Payload> | null } | null | undefined)?.syncCustomers;
  const { results, userErrors } = payload ?? {};
  if (!Array.isArray(results) || !Array.isArray(userErrors)) return false;
  if (userErrors.length > 0) return true;
  return (
    results.length === call.length &&
    call.every(({ customer }, at) => {
      const { sourceAccountId, outcome, userErrors: errors, subscriptionResults } = results[at] ?? {};
      const isItsOwn = sourceAccountId === customer && typeof outcome === 'string';
      return isItsOwn && Array.isArray(errors) && Array.isArray(subscriptionResults);
    })
  );
}
