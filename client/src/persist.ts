import { type Caller, toJson } from './caller.ts';
import type { Operations } from './generated/operations.ts';
import type { Reply } from './reply.ts';
import { delayAfter, sleep } from './retry.ts';
import { SyncStopped } from './sync-stopped.ts';

/** Faults, and answers that nobody understands, are tried so often. */
const MOST_FAULTS = 3;

/** The failures of one operation, one after the other: waits before the next time, or throws what ends it. */
export class Failures {
  #count = 0;
  #faults = 0;
  #since: number | null = null;
  #peopleSince: number | null = null;

  constructor(
    private readonly caller: Caller,
    private readonly signal: AbortSignal,
  ) {}

  /** It may succeed later. False when that was so for too long. */
  async mayGoOn(retryAfterMs = 0): Promise<boolean> {
    const now = performance.now();
    this.#count += 1;
    this.#since ??= now;
    if (now - this.#since >= this.caller.retry.giveUpAfterMs) return false;
    await this.#wait(delayAfter(this.#count, retryAfterMs, this.caller.retry));
    return true;
  }

  /** People must do something first. False when they have not in time. */
  async mayWaitForPeople(): Promise<boolean> {
    const now = performance.now();
    this.#peopleSince ??= now;
    const left = this.#peopleSince + this.caller.patienceMs - now;
    if (left <= 0) return false;
    await this.#wait(Math.min(this.caller.retry.longestDelayMs, left));
    return true;
  }

  async mayFaultAgain(): Promise<boolean> {
    this.#faults += 1;
    return this.#faults < MOST_FAULTS && (await this.mayGoOn());
  }

  async #wait(ms: number): Promise<void> {
    try {
      await sleep(ms, this.signal);
    } catch (reason) {
      throw new SyncStopped('ABORTED', 'It was stopped between two calls.', reason);
    }
  }
}

/** Sends one operation until it is answered, or not taken as it is. */
export async function persist<N extends keyof Operations>(
  caller: Caller,
  name: N,
  variables: Operations[N]['variables'],
  isWhole: (data: unknown) => data is Operations[N]['data'],
  signal: AbortSignal,
  failures = new Failures(caller, signal),
): Promise<Extract<Reply<Operations[N]['data']>, { kind: 'answered' | 'unfit' }>> {
  const json = toJson(variables);
  for (;;) {
    if (signal.aborted) throw new SyncStopped('ABORTED', 'It was stopped before it was sent.', signal.reason);
    const reply = await caller.call(name, json, isWhole, signal);
    if (reply.kind === 'answered' || reply.kind === 'unfit') return reply;
    if (signal.aborted) throw new SyncStopped('ABORTED', 'It was stopped, and may be taken.', signal.reason);
    if (reply.kind === 'again') {
      if (await failures.mayGoOn(reply.retryAfterMs)) continue;
      throw new SyncStopped('UNREACHABLE', `Nothing is taken for too long: ${reply.message}`, reply.cause);
    }
    const stopped =
      reply.kind === 'stop' ? reply.stopped : new SyncStopped('FAULT', `The server fails on it: ${reply.message}`);
    const mayPass = reply.kind === 'fault' || stopped.reason === 'MALFORMED_ANSWER';
    if (!mayPass || !(await failures.mayFaultAgain())) throw stopped;
  }
}
