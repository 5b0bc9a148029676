import { DomainError } from '../../../domain/errors';
import { isLockTimeout, isOutOfSpace } from '../unavailable';

/** What is told of a database that is not to be had. */
export type OutageEvent =
  | { readonly kind: 'began'; readonly cause: unknown }
  | { readonly kind: 'ended'; readonly seconds: number; readonly failed: number }
  /** One statement, or one caller's turn, took too long: the database itself is there. */
  | { readonly kind: 'late'; readonly cause: unknown; readonly more: number };

/** An outage is over when nothing has failed for so long: while a server restarts, some connections work and some do not. */
const CALM_MS = 1_000;
/** What is late is late often: it is told at once, and then once in so long with how many more there were. */
const LATE_EVERY_MS = 60_000;

/**
 * Tells of an outage once as it begins and once as it ends, whatever fails meanwhile, so that the log has its cause and not
 * a thousand of them (test/persistence/engine/outages.test.ts).
 */
export class Outages {
  /** The logins that have failed and not answered since. */
  readonly #failing = new Set<unknown>();
  #began = 0;
  #lastFailure = 0;
  #failed = 0;
  #lateTold = Number.NEGATIVE_INFINITY;
  #lateSince = 0;
  #isOutOfSpace = false;

  constructor(
    private readonly tell: (event: OutageEvent) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** True from a write that found no room on, until `hasSpace` is called. */
  get isOutOfSpace(): boolean {
    return this.#isOutOfSpace;
  }

  hasSpace(): void {
    this.#isOutOfSpace = false;
  }

  failed(login: unknown, cause: unknown): void {
    if (isOutOfSpace(cause)) this.#isOutOfSpace = true;
    // A refusal of our own making: the turn did not come in time.
    if (isLockTimeout(cause) || cause instanceof DomainError) {
      this.#late(cause);
      return;
    }
    this.#lastFailure = this.now();
    this.#failed += 1;
    const isFirst = this.#failing.size === 0;
    this.#failing.add(login);
    if (!isFirst) return;
    this.#began = this.#lastFailure;
    this.tell({ kind: 'began', cause });
  }

  answered(login: unknown): void {
    if (this.#failing.size === 0 || this.now() - this.#lastFailure < CALM_MS) return;
    if (!this.#failing.delete(login) || this.#failing.size > 0) return;
    this.tell({ kind: 'ended', seconds: Math.round((this.now() - this.#began) / 100) / 10, failed: this.#failed });
    this.#failed = 0;
  }

  #late(cause: unknown): void {
    if (this.now() - this.#lateTold < LATE_EVERY_MS) {
      this.#lateSince += 1;
      return;
    }
    this.tell({ kind: 'late', cause, more: this.#lateSince });
    this.#lateTold = this.now();
    this.#lateSince = 0;
  }
}
