import { GraphQLError } from 'graphql';
import { RequestError } from '../../domain/errors';

/** 200 accounts with six lists of 50 each pass; so do 1,000 entities with one. */
const MOST_ITEMS = 65_000;
/** Lines of invoices come unpaged: those of one large invoice pass. */
const MOST_LINES = 200_000;
/**
 * What an answer may hold of objects, fields and list elements. The widest query of a portal, for 200 customers, takes
 * 115,000 when they have little and some 220,000 when every list of theirs is full. All of it holds the event loop for
 * 0.3 to 0.8 s, however it is put together: measured on two busy cores.
 */
const MOST_VALUES = 250_000;
/** After these a mutation goes on to say what it did, and leaves out what may be null. An invoice of 7,000 lines fits. */
const MOST_BESIDE_A_MUTATION = 225_000;
/** Nobody reads more, and each costs a look through the operation's text for its place. */
const MOST_ERRORS = 100;

/**
 * Stands in for errors that are not told. Located already, so that the executor neither makes an error of its own of it
 * nor looks for its place. One for all requests: an error costs a look at the stack.
 */
export const UNTOLD = new GraphQLError('One more error.', { path: [] });

/**
 * How much one request may still ask for. A page of a page under fifty names is a short query and hours of work: so each
 * list takes what it may give at most before anything is read, and gives back what it did not need. What is answered is
 * counted by count-answers.ts for every field, whoever resolves it.
 */
export class WorkBudget {
  private items = MOST_ITEMS;
  private linesToRead = MOST_LINES;
  private values = 0;
  private errors = 0;
  private turn: Promise<unknown> = Promise.resolve();
  private refusal: RequestError | null = null;
  private refusalIsTold = false;

  /** How many errors are not told, beside repetitions of the refusal. */
  errorsLeftOut = 0;

  /** The first refusal, once there was one: then nothing more is read. */
  get exhausted(): RequestError | null {
    return this.refusal;
  }

  /**
   * Forgets what was taken by an execution whose answer is thrown away. The lines that it read are at hand, and are not
   * read again; after a refusal nothing is.
   */
  startAnew(): void {
    this.items = MOST_ITEMS;
    if (this.refusal) this.linesToRead = MOST_LINES;
    this.values = 0;
    this.errors = 0;
    this.errorsLeftOut = 0;
    this.turn = Promise.resolve();
    this.refusal = null;
    this.refusalIsTold = false;
  }

  /** Reads something of at most so many items. */
  async read<T>(most: number, read: () => Promise<T>, countOf: (found: T) => number): Promise<T> {
    if (this.refusal) throw this.refusal;
    if (most > this.items) throw this.refuse(`${MOST_ITEMS} items`);
    this.items -= most;
    let used = 0;
    try {
      const found = await read();
      used = countOf(found);
      return found;
    } finally {
      this.items += most - used;
    }
  }

  /**
   * Reads lines of invoices. How many there are is known only afterwards, and their totals alone cost what they do: so
   * one statement after the other, and none any more once too many were read.
   */
  readLines<T>(read: () => Promise<T>, countOf: (found: T) => number): Promise<T> {
    const answer = this.turn.then(async () => {
      if (this.refusal) throw this.refusal;
      const found = await read();
      this.linesToRead -= countOf(found);
      if (this.linesToRead < 0) throw this.refuse(`${MOST_LINES} lines of invoices`);
      return found;
    });
    // Whoever waits for the answer hears of its failure; the next one in turn need not.
    this.turn = answer.catch(() => undefined);
    return answer;
  }

  /** Takes values that are about to be answered. `isSpared`: a mutation's, which it can say what it did without. */
  answer(values: number, isSpared: boolean): void {
    this.values += values;
    if (this.values > (isSpared ? MOST_BESIDE_A_MUTATION : MOST_VALUES)) throw this.refuse(`${MOST_VALUES} values`);
  }

  /** What is to be thrown for an error of a field; null when it need not be told any more. */
  told(error: unknown): unknown {
    if (error === this.refusal) {
      if (this.refusalIsTold) return null;
      this.refusalIsTold = true;
      return error;
    }
    this.errors += 1;
    if (this.errors <= MOST_ERRORS) return error;
    this.errorsLeftOut += 1;
    return null;
  }

  private refuse(most: string): RequestError {
    const message = `The operation is too large: at most ${most} are answered at once. Ask for smaller pages, or in several requests.`;
    this.refusal ??= new RequestError('OPERATION_TOO_LARGE', message);
    return this.refusal;
  }
}
