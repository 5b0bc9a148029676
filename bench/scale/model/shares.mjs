/** As src/persistence/engine/connection-turns.ts: whose turn it is to have a connection, and for how long one waits for it. */
export class Turns {
  #held = new Map();
  #waiting = [];
  #free;
  longest = 0;

  constructor(events, size, patienceMs) {
    this.events = events;
    this.#free = size;
    this.patienceMs = patienceMs;
  }

  get waiting() {
    return this.#waiting.length;
  }

  take(caller, taken, missed) {
    if (this.#mayEnter(caller)) {
      this.#enter(caller);
      taken();
      return;
    }
    const waiter = { caller, taken };
    this.#waiting.push(waiter);
    this.longest = Math.max(this.longest, this.#waiting.length);
    this.events.after(this.patienceMs, () => {
      const at = this.#waiting.indexOf(waiter);
      if (at < 0) return;
      this.#waiting.splice(at, 1);
      missed();
    });
  }

  leave(caller) {
    const held = this.#heldBy(caller) - 1;
    if (held > 0) this.#held.set(caller, held);
    else this.#held.delete(caller);
    this.#free += 1;
    let best = -1;
    for (let at = 0; at < this.#waiting.length; at += 1) {
      const { caller: one } = this.#waiting[at];
      if (!this.#mayEnter(one)) continue;
      if (best < 0 || this.#heldBy(one) < this.#heldBy(this.#waiting[best].caller)) best = at;
      if (this.#heldBy(this.#waiting[best].caller) === 0) break;
    }
    if (best < 0) return;
    const [next] = this.#waiting.splice(best, 1);
    this.#enter(next.caller);
    next.taken();
  }

  #mayEnter(caller) {
    return this.#free > 1 || (this.#free === 1 && this.#heldBy(caller) === 0);
  }

  #enter(caller) {
    this.#free -= 1;
    this.#held.set(caller, this.#heldBy(caller) + 1);
  }

  #heldBy(caller) {
    return this.#held.get(caller) ?? 0;
  }
}

/** As src/server/exchange/fair-share.ts: nobody gets to hold more than is left over for the others. */
export class FairShare {
  #held = new Map();
  #used = 0;

  constructor(total) {
    this.total = total;
  }

  take(holder, amount) {
    const held = (this.#held.get(holder) ?? 0) + amount;
    if (held > this.total - this.#used - amount) return false;
    this.#held.set(holder, held);
    this.#used += amount;
    return true;
  }

  give(holder, amount) {
    const held = (this.#held.get(holder) ?? 0) - amount;
    if (held > 0) this.#held.set(holder, held);
    else this.#held.delete(holder);
    this.#used -= amount;
  }
}
