/** As the client's defaults, of client/src. */
export const CLIENT = {
  concurrency: 4,
  itemsOfCall: 500,
  firstDelayMs: 500,
  longestDelayMs: 30_000,
  giveUpAfterMs: 300_000,
  retryAfterMs: 1_000,
  mostAway: 6,
};

/**
 * One run of a reseller's client, as client/src/customer-run.ts: calls of 500, fewer at a time after a refusal and more again
 * slowly, refused calls again after a delay that doubles, in halves from the sixth time on, and an end to it when nothing is taken
 * for five minutes.
 */
export class ClientRun {
  #limit;
  #failures = 0;
  #successes = 0;
  #pausedUntil = 0;
  #slowedAt = Number.NEGATIVE_INFINITY;
  #awaySince = null;
  #underWay = 0;
  #waiting = [];
  #isWoken = false;
  #hasStopped = false;
  taken = 0;
  leftOver = 0;
  startedAt = null;
  endedAt = null;

  constructor(events, random, { reseller, customers, send, ended, options = {} }) {
    this.options = { ...CLIENT, ...options };
    Object.assign(this, { events, random, reseller, customers, send, ended });
    this.#limit = this.options.concurrency;
    for (let left = customers; left > 0; left -= this.options.itemsOfCall) {
      this.#waiting.push({ items: Math.min(left, this.options.itemsOfCall), failures: 0 });
    }
  }

  start() {
    this.startedAt = this.events.now;
    this.#advance();
  }

  #advance() {
    const { now } = this.events;
    while (!this.#hasStopped && this.#underWay < this.#limit && this.#waiting.length > 0) {
      if (now < this.#pausedUntil) {
        this.#wakeAt(this.#pausedUntil);
        break;
      }
      this.#send(this.#waiting.shift());
    }
    const isOver = this.#underWay === 0 && (this.#hasStopped || this.#waiting.length === 0);
    if (!isOver || this.endedAt !== null) return;
    this.endedAt = now;
    this.leftOver += this.#waiting.reduce((sum, { items }) => sum + items, 0);
    this.ended?.(this);
  }

  #wakeAt(time) {
    if (this.#isWoken) return;
    this.#isWoken = true;
    this.events.after(time - this.events.now, () => {
      this.#isWoken = false;
      this.#advance();
    });
  }

  #send(call) {
    this.#underWay += 1;
    const startedAt = this.events.now;
    this.send(this, call, (isTaken) => {
      if (isTaken) this.#answered(call);
      else this.#refused(call, startedAt);
      this.#underWay -= 1;
      this.#advance();
    });
  }

  #answered({ items }) {
    this.taken += items;
    this.#awaySince = null;
    this.#failures = 0;
    this.#successes += 1;
    if (this.#successes < this.#limit * 2 || this.#limit === this.options.concurrency) return;
    this.#limit += 1;
    this.#successes = 0;
  }

  #refused(call, startedAt) {
    const { giveUpAfterMs, mostAway } = this.options;
    const { now } = this.events;
    this.#successes = 0;
    if (startedAt >= this.#slowedAt) {
      this.#slowedAt = now;
      this.#failures += 1;
      this.#limit = Math.max(1, Math.floor(this.#limit / 2));
    }
    this.#pausedUntil = Math.max(this.#pausedUntil, now + this.#delay());
    this.#awaySince ??= now;
    if (now - this.#awaySince >= giveUpAfterMs) this.#hasStopped = true;
    const failures = call.failures + 1;
    const failedSince = call.failedSince ?? now;
    if (call.items === 1 && now - failedSince >= giveUpAfterMs) {
      this.leftOver += 1;
      return;
    }
    if (call.items === 1 || failures < mostAway) {
      this.#waiting.unshift({ items: call.items, failures, failedSince });
      return;
    }
    const half = Math.ceil(call.items / 2);
    const rest = call.items - half;
    this.#waiting.unshift({ items: half, failures, failedSince }, { items: rest, failures, failedSince });
  }

  #delay() {
    const { firstDelayMs, longestDelayMs, retryAfterMs } = this.options;
    const most = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(this.#failures - 1, 30));
    return Math.max(most / 2, retryAfterMs) + (most / 2) * this.random();
  }
}
