/**
 * A machine whose processors are shared by all that runs on it, as a system does: each job goes at the same pace, and none
 * faster than one processor. Done in a time of its own, which passes at that pace: so a job costs two events, however many
 * others there are.
 */
export class Machine {
  #jobs = [];
  #passed = 0;
  #since = 0;
  #nth = 0;
  #used = 0;

  /** `processors` need not be a whole number: it may be what others leave of a machine. */
  constructor(events, processors) {
    this.events = events;
    this.processors = processors;
  }

  get running() {
    return this.#jobs.length;
  }

  /** Milliseconds of its processors that were used. */
  get used() {
    this.#pass();
    return this.#used;
  }

  run(ms, done) {
    this.#pass();
    insert(this.#jobs, { ends: this.#passed + ms, done });
    this.#setNext();
  }

  get #pace() {
    return Math.min(1, this.processors / this.#jobs.length);
  }

  #pass() {
    const { now } = this.events;
    if (this.#jobs.length > 0) {
      const passed = (now - this.#since) * this.#pace;
      this.#passed += passed;
      this.#used += passed * this.#jobs.length;
    }
    this.#since = now;
  }

  #setNext() {
    this.#nth += 1;
    const [first] = this.#jobs;
    if (first === undefined) return;
    const nth = this.#nth;
    this.events.after((first.ends - this.#passed) / this.#pace, () => {
      // Another job has begun or ended meanwhile, and the pace is another one.
      if (nth === this.#nth) this.#end();
    });
  }

  #end() {
    this.#pass();
    const { done, ends } = this.#jobs.shift();
    this.#passed = Math.max(this.#passed, ends);
    this.#setNext();
    done();
  }
}

/** By their end; what ends at once is done in its order. */
function insert(jobs, job) {
  let [low, high] = [0, jobs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (jobs[middle].ends <= job.ends) low = middle + 1;
    else high = middle;
  }
  jobs.splice(low, 0, job);
}

/** A process with one thread: it does one thing after the other, and what is long in slices, between which others have theirs. */
export class Thread {
  #waiting = [];
  #isBusy = false;

  constructor(machine, sliceMs = Number.POSITIVE_INFINITY) {
    this.machine = machine;
    this.sliceMs = sliceMs;
  }

  get waiting() {
    return this.#waiting.length;
  }

  run(ms, done) {
    this.#waiting.push({ left: ms, done });
    if (!this.#isBusy) this.#next();
  }

  #next() {
    const job = this.#waiting.shift();
    if (job === undefined) return;
    this.#isBusy = true;
    const slice = Math.min(job.left, this.sliceMs);
    this.machine.run(slice, () => {
      this.#isBusy = false;
      job.left -= slice;
      if (job.left > 0) this.#waiting.push(job);
      else job.done();
      if (!this.#isBusy) this.#next();
    });
  }
}

/** A lock that one has at a time, in the order in which it is asked for, with a patience. */
export class Lock {
  #waiting = [];
  #isHeld = false;

  constructor(events, patienceMs = Number.POSITIVE_INFINITY) {
    this.events = events;
    this.patienceMs = patienceMs;
  }

  take(taken, missed) {
    if (!this.#isHeld) {
      this.#isHeld = true;
      taken();
      return;
    }
    const waiter = { taken };
    this.#waiting.push(waiter);
    if (!Number.isFinite(this.patienceMs)) return;
    this.events.after(this.patienceMs, () => {
      const at = this.#waiting.indexOf(waiter);
      if (at < 0) return;
      this.#waiting.splice(at, 1);
      missed();
    });
  }

  leave() {
    const next = this.#waiting.shift();
    if (next === undefined) this.#isHeld = false;
    else next.taken();
  }
}
