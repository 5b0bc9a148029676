/** Time that passes from one event to the next. Events of one instant happen in the order in which they were set. */
export class Events {
  #heap = [];
  #set = 0;
  #happened = 0;
  now = 0;

  /** How many have happened. */
  get happened() {
    return this.#happened;
  }

  after(delay, act) {
    this.#push({ time: this.now + Math.max(0, delay), nth: this.#set++, act });
  }

  /** Until nothing is set any more, or a time is reached. */
  run(until = Number.POSITIVE_INFINITY) {
    for (let next = this.#heap[0]; next !== undefined && next.time <= until; next = this.#heap[0]) {
      this.#pop();
      this.now = next.time;
      this.#happened += 1;
      next.act();
    }
    if (Number.isFinite(until)) this.now = Math.max(this.now, until);
  }

  #push(event) {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(event);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(event, heap[above])) break;
      heap[at] = heap[above];
      at = above;
    }
    heap[at] = event;
  }

  #pop() {
    const heap = this.#heap;
    const last = heap.pop();
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1], heap[below])) below += 1;
      if (!isBefore(heap[below], last)) break;
      heap[at] = heap[below];
      at = below;
    }
    heap[at] = last;
  }
}

function isBefore(one, other) {
  return one.time < other.time || (one.time === other.time && one.nth < other.nth);
}
