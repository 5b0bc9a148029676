import { RequestError } from '../../domain/errors';

/** 200 accounts with six lists of 50 each pass; so do 1,000 entities with one. A second or two of work. */
const MOST_ITEMS = 65_000;
/** Lines of invoices come unpaged: those of one large invoice pass. */
const MOST_LINES = 200_000;

/**
 * How much one request may still ask for. A page of a page under fifty names is a short query and hours of work: so each
 * list takes what it may give at most before anything is read, and gives back what it did not need.
 */
export class WorkBudget {
  private items = MOST_ITEMS;
  private linesToRead = MOST_LINES;
  private lines = MOST_LINES;
  private turn: Promise<unknown> = Promise.resolve();
  private refusal: RequestError | null = null;

  /** The first refusal, once there was one: then nothing more is answered. */
  get exhausted(): RequestError | null {
    return this.refusal;
  }

  /** Reads something of at most so many items. */
  async read<T>(most: number, read: () => Promise<T>, countOf: (found: T) => number): Promise<T> {
    this.spend(most);
    let used = 0;
    try {
      const found = await read();
      used = countOf(found);
      return found;
    } finally {
      this.items += most - used;
    }
  }

  /** Takes items that are there already, but are answered once more. */
  spend(items: number): void {
    if (this.refusal) throw this.refusal;
    if (items > this.items) throw this.refuse(`${MOST_ITEMS} items`);
    this.items -= items;
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

  /** Takes lines that were read, each time that they are answered. */
  spendLines(lines: number): void {
    if (this.refusal) throw this.refusal;
    if (lines > this.lines) throw this.refuse(`${MOST_LINES} lines of invoices`);
    this.lines -= lines;
  }

  private refuse(most: string): RequestError {
    const message = `The operation is too large: at most ${most} are answered at once. Ask for smaller pages, or in several requests.`;
    this.refusal ??= new RequestError('OPERATION_TOO_LARGE', message);
    return this.refusal;
  }
}
