import type { Caller } from './caller.ts';
import type { Operations } from './generated/operations.ts';
import { type ItemOutcome, objection, type UnsettledReason } from './outcome.ts';
import type { Pace } from './pace.ts';
import type { Part } from './parts.ts';
import type { Reply } from './reply.ts';
import { delayAfter } from './retry.ts';
import { itemOutcome } from './settled-item.ts';
import { SyncStopped } from './sync-stopped.ts';

/** A part that fails alone is sent so often. */
const MOST_FAULTS = 3;
/** A call that takes too long is sent so often as it is, and one that is not answered for another reason; then in halves. */
const MOST_SLOW = 2;
const MOST_AWAY = 6;
/** Faults one after the other, with nothing taken between them, are none of an item's. */
const MOST_FAULTS_IN_A_ROW = 50;
/** An answer that nobody understands may be of something in between that starts anew. */
const MOST_GLITCHES = 3;

export type BulkData = Operations['SyncCustomers' | 'TrySyncCustomers']['data'];
type Payload = NonNullable<BulkData['syncCustomers']>;

/** The run that the calls are of. */
interface Run<Item> {
  readonly settled: (part: Part<Item>, outcome: ItemOutcome) => void;
  readonly stop: (stopped: SyncStopped) => void;
}

/** What becomes of a call's parts: each is settled, or sent again, or everything stops. */
export class CallVerdicts<Item> {
  #faults = 0;
  #glitches = 0;
  #suspendedSince: number | null = null;
  /** When the first of the calls failed that none was answered after. */
  #awaySince: number | null = null;

  constructor(
    private readonly caller: Caller,
    private readonly pace: Pace,
    private readonly run: Run<Item>,
  ) {}

  /** Gives outcomes to what has one; the others are sent again. */
  sentAgain(call: Part<Item>[], reply: Reply<BulkData>, startedAt: number): Part<Item>[] {
    switch (reply.kind) {
      case 'answered':
        return this.#answered(call, reply.data.syncCustomers as Payload, startedAt);
      case 'again':
        return this.#later(call, startedAt, reply);
      case 'unfit':
        if (call.length > 1) return inHalves(call);
        for (const part of call) this.run.settled(part, { ...objection(reply.code, reply.message), subscriptions: [] });
        return [];
      case 'fault':
        return this.#afterFault(call, reply.message);
      case 'stop':
        this.#glitches += 1;
        if (reply.stopped.reason === 'MALFORMED_ANSWER' && this.#glitches < MOST_GLITCHES) {
          return this.#later(call, startedAt, { message: reply.stopped.message, retryAfterMs: 0, isSlow: false });
        }
        this.run.stop(reply.stopped);
        return call;
    }
  }

  #answered(call: Part<Item>[], { results, userErrors }: Payload, startedAt: number): Part<Item>[] {
    this.#glitches = 0;
    const [refusal] = userErrors;
    if (refusal) return this.#refusedAsAWhole(call, refusal, startedAt);
    this.#faults = 0;
    this.#suspendedSince = null;
    this.#awaySince = null;
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
        this.run.settled(part, outcome);
        continue;
      }
      const mayWait = this.#mayWait(part, outcome.reason === 'MOVE_PENDING');
      if (outcome.reason !== 'MOVE_PENDING') isShort = true;
      if (!mayWait) {
        this.run.settled(part, unsettled(part, outcome.reason, outcome.message, outcome.mayBeTaken));
        continue;
      }
      part.mayBeTaken ||= outcome.mayBeTaken;
      waits.add(part.customer);
      again.push(part);
    }
    if (isShort) this.pace.slower(startedAt, 0);
    else this.pace.faster();
    return again;
  }

  /** Whether a part is to be sent again, and then when. */
  #mayWait(part: Part<Item>, isForPeople: boolean): boolean {
    const { retry, patienceMs } = this.caller;
    const now = performance.now();
    part.failures += 1;
    if (isForPeople) {
      part.waitsSince ??= now;
      const left = part.waitsSince + patienceMs - now;
      part.notBefore = now + Math.min(retry.longestDelayMs, left);
      return left > 0;
    }
    part.failedSince ??= now;
    part.notBefore = now + delayAfter(part.failures, 0, retry);
    return now - part.failedSince < retry.giveUpAfterMs;
  }

  #refusedAsAWhole(call: Part<Item>[], refusal: Payload['userErrors'][number], startedAt: number): Part<Item>[] {
    const { code, message, retryable } = refusal;
    if (code === 'RESELLER_SUSPENDED') {
      const now = performance.now();
      this.#suspendedSince ??= now;
      this.#awaySince = null;
      const left = this.#suspendedSince + this.caller.patienceMs - now;
      if (left <= 0) this.run.stop(new SyncStopped('RESELLER_SUSPENDED', message));
      else this.pace.pauseUntil(now + Math.min(this.caller.retry.longestDelayMs, left));
      return call;
    }
    if (retryable)
      return this.#later(call, startedAt, { message, retryAfterMs: 0, isSlow: code === 'OUTCOME_UNKNOWN' });
    this.run.stop(new SyncStopped(code === 'RESELLER_ENDED' ? 'RESELLER_ENDED' : 'NOT_TAKEN', `${code}: ${message}`));
    return call;
  }

  #later(
    call: Part<Item>[],
    startedAt: number,
    { message, retryAfterMs, isSlow, cause }: Omit<Extract<Reply<BulkData>, { kind: 'again' }>, 'kind'>,
  ): Part<Item>[] {
    const now = performance.now();
    const { giveUpAfterMs } = this.caller.retry;
    this.pace.slower(startedAt, retryAfterMs);
    this.#awaySince ??= now;
    for (const part of call) {
      part.mayBeTaken = true;
      part.failures += 1;
      part.failedSince ??= now;
    }
    if (now - this.#awaySince >= giveUpAfterMs) {
      this.run.stop(new SyncStopped('UNREACHABLE', `Nothing is taken for too long: ${message}`, cause));
      return call;
    }
    const most = isSlow ? MOST_SLOW : MOST_AWAY;
    if (call.length > 1) return call.some(({ failures }) => failures >= most) ? inHalves(call) : call;
    // Others are answered meanwhile: it is this one.
    const tooLong = call.filter(({ failedSince }) => failedSince !== null && now - failedSince >= giveUpAfterMs);
    for (const part of tooLong) this.run.settled(part, unsettled(part, 'TEMPORARILY_UNAVAILABLE', message));
    return call.filter((part) => !tooLong.includes(part));
  }

  #afterFault(call: Part<Item>[], message: string): Part<Item>[] {
    this.#faults += 1;
    if (this.#faults >= MOST_FAULTS_IN_A_ROW) {
      this.run.stop(new SyncStopped('FAULT', `The server fails on all that it is sent: ${message}`));
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
    this.run.settled(part, unsettled(part, 'FAULT', message));
    return [];
  }
}

export function unsettled<Item>(
  part: Part<Item>,
  reason: UnsettledReason,
  message: string,
  mayBeTaken = false,
): ItemOutcome {
  return { status: 'UNSETTLED', reason, message, mayBeTaken: mayBeTaken || part.mayBeTaken, subscriptions: [] };
}

/** Each half in a call of its own, and so on, until what is in the way stands alone. */
function inHalves<Item>(call: Part<Item>[]): Part<Item>[] {
  const half = Math.ceil(call.length / 2);
  for (const part of call) part.most = Math.min(part.most, half);
  return call;
}

/** Whether an answer has a result for each part, in their order. */
export function isWhole<Item>(data: unknown, call: readonly Part<Item>[]): boolean {
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
