import { RequestError } from '../domain/errors';

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
  private lines = MOST_LINES;
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

  spendLines(lines: number): void {
    if (lines > this.lines) throw this.refuse(`${MOST_LINES} lines of invoices`);
    this.lines -= lines;
  }

  private refuse(most: string): RequestError {
    const message = `The operation is too large: at most ${most} are answered at once. Ask for smaller pages, or in several requests.`;
    this.refusal ??= new RequestError('OPERATION_TOO_LARGE', message);
    return this.refusal;
  }
}
