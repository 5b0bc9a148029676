import cluster, { type Worker } from 'node:cluster';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { LogLevel } from '../../config/config';
import type { Asked, WorkerScrapes } from '../../telemetry/metrics/worker-scrapes';
import { StartError } from '../start-error';
import { Replacement } from './replacement';
import type { FromWorker, ToWorker, WorkerPlan } from './worker-messages';

/** A worker is told what it needs; whoever got into one that answers callers is not to find there what migrates. */
const NOT_FOR_WORKERS = { MIGRATION_DATABASE_URL: undefined };

/** One of the places in which a worker serves, however often it was replaced. */
interface Place {
  readonly number: number;
  readonly replacement: Replacement;
  child: Worker | null;
  startedAt: number;
  isServing: boolean;
  /** Why it could not start. */
  failure: string | null;
}

/** The processes that serve: started together, replaced one by one, stopped together (test/long/operations/workers.test.ts). */
export class Workers {
  readonly #places: Place[];
  #starting: { readonly resolve: (url: string) => void; readonly reject: (error: Error) => void } | null = null;
  #isStopping = false;
  #level: LogLevel;
  /** Null where nothing is counted. */
  readonly #scrapes: WorkerScrapes | null;

  constructor(
    count: number,
    private readonly planOf: (worker: number) => WorkerPlan,
    level: LogLevel,
    private readonly logger: Logger,
    /** Called when they end faster than they can be replaced. */
    private readonly onLost: (reason: Error) => void,
    Scrapes: typeof WorkerScrapes | null,
  ) {
    this.#level = level;
    this.#scrapes = Scrapes && new Scrapes(count, () => this.#serving());
    this.#places = Array.from({ length: count }, (_, at) => ({
      number: at + 1,
      replacement: new Replacement(),
      child: null,
      startedAt: 0,
      isServing: false,
      failure: null,
    }));
  }

  /** Gives the address once all serve; throws what keeps the first of them that fails from it. */
  start(): Promise<string> {
    // Left to the system, the connections of a few gateways could all come to one process.
    cluster.schedulingPolicy = cluster.SCHED_RR;
    cluster.setupPrimary({ exec: join(__dirname, '..', '..', 'worker.js'), args: [] });
    return new Promise((resolve, reject) => {
      this.#starting = { resolve, reject };
      for (const place of this.#places) this.#fork(place);
    });
  }

  logAt(level: LogLevel): void {
    this.#level = level;
    for (const { child } of this.#places) say(child, { kind: 'logAt', level });
  }

  /** What all of them have counted, those that have ended too, in the text format of Prometheus. */
  async scrape(): Promise<string | null> {
    return (await this.#scrapes?.scrape()) ?? null;
  }

  #serving(): Asked[] {
    const serving = this.#places.filter(({ isServing }) => isServing);
    return serving.flatMap(({ child }) => {
      if (child === null) return [];
      return [{ id: child.id, ask: (number, isToLook) => say(child, { kind: 'report', number, isToLook }) }];
    });
  }

  /** All at the same time. Whatever hangs for longer than that is killed. */
  async stop(milliseconds: number): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#places.map((place) => this.#stopOne(place, milliseconds)));
  }

  async #stopOne({ child, number }: Place, milliseconds: number): Promise<void> {
    if (child === null || child.isDead()) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    say(child, { kind: 'stop' });
    const isLate = await Promise.race([ended.then(() => false), sleep(milliseconds, true, { ref: false })]);
    if (!isLate) return;
    this.logger.error({ worker: number }, 'a worker did not stop in time and is killed');
    child.process.kill('SIGKILL');
    await ended;
  }

  #fork(place: Place): void {
    const child = cluster.fork(NOT_FOR_WORKERS);
    Object.assign(place, { child, startedAt: performance.now(), isServing: false, failure: null });
    child.on('message', (message: FromWorker) => this.#hear(place, child, message));
    child.once('exit', (code, signal) => this.#ended(place, signal ?? `code ${code}`));
    // All that it has said was heard by then, which it may not be when it has ended.
    child.once('disconnect', () => this.#scrapes?.ended(child.id, !this.#isStopping));
    // What cannot be said to one that has just ended is told by its end.
    child.on('error', () => undefined);
    say(child, { kind: 'serve', worker: place.number, plan: this.planOf(place.number) });
    say(child, { kind: 'logAt', level: this.#level });
  }

  #hear(place: Place, child: Worker, message: FromWorker): void {
    switch (message.kind) {
      case 'failed':
        place.failure = message.text;
        return;
      case 'report':
        this.#scrapes?.heard(child.id, message.number, message.report);
        return;
      case 'scrape':
        void this.#tellScraped(child, message.number);
        return;
      case 'serving':
        this.#isServing(place, message.url);
    }
  }

  async #tellScraped(child: Worker, number: number): Promise<void> {
    const text = await this.scrape().catch(() => null);
    say(child, { kind: 'scraped', number, text });
  }

  #isServing(place: Place, url: string): void {
    place.isServing = true;
    if (this.#starting === null) this.logger.warn({ worker: place.number }, 'the worker is replaced');
    if (this.#starting === null || !this.#places.every(({ isServing }) => isServing)) return;
    this.#starting.resolve(url);
    this.#starting = null;
  }

  #ended(place: Place, how: string): void {
    const { number, failure, startedAt } = place;
    place.child = null;
    place.isServing = false;
    if (this.#isStopping) return;
    if (this.#starting !== null) {
      this.#starting.reject(new StartError(failure ?? `Worker ${number} ended by ${how} before it served.`));
      return;
    }
    const end = { livedMs: performance.now() - startedAt, saysWhy: failure !== null };
    const delay = place.replacement.delayAfter(
      end,
      this.#places.some(({ isServing }) => isServing),
    );
    const why = failure === null ? `ended by ${how}` : `could not start again: ${failure}`;
    if (delay === null) {
      this.onLost(new StartError(`Worker ${number} ${why}. It does so again and again: nothing more is served.`));
      return;
    }
    this.logger.error({ worker: number, how, ...(failure === null ? {} : { failure }) }, 'a worker ended');
    setTimeout(() => {
      if (!this.#isStopping) this.#fork(place);
    }, delay);
  }
}

function say(child: Worker | null, message: ToWorker): void {
  if (child?.isConnected()) child.send(message, () => undefined);
}
