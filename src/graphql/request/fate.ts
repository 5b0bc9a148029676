import { RequestError } from '../../domain/errors';

/**
 * What became of the mutations of an operation, by the names that they have in the answer: what fails afterwards must not
 * say that nothing was changed.
 */
export class Fate {
  readonly begun = new Set<string>();
  readonly made = new Set<string>();
  readonly unavailable = new Set<string>();
  private isGivenUp = false;

  /**
   * A transaction is about to be opened. Throws once nobody waits for the answer any more: nothing new is begun then. A dry
   * run begins nothing that could stand.
   */
  begin(mutation: string, { isDryRun = false } = {}): void {
    if (this.isGivenUp)
      throw new RequestError('TEMPORARILY_UNAVAILABLE', 'The call took too long; nothing was changed.');
    if (!isDryRun) this.begun.add(mutation);
  }

  /** From now on nothing is begun. True when something was, which may be committed yet. */
  giveUp(): boolean {
    this.isGivenUp = true;
    return this.begun.size > 0;
  }

  /** Whether an error at this place of the answer is of a mutation that was made. */
  wasMade(path: readonly (string | number)[] | undefined): boolean {
    return path !== undefined && this.made.has(String(path[0]));
  }

  /** Whether each of these fields of the answer was turned away for want of the database. */
  areAllUnavailable(fields: readonly string[]): boolean {
    return fields.length > 0 && fields.every((field) => this.unavailable.has(field));
  }
}
