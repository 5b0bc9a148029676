import type { AccountHistoryKind } from '../vocabulary';

/** A line of an account's history, as it is about to be written. */
export interface HistoryLine {
  readonly kind: AccountHistoryKind;
  readonly text: string;
}

/** A line of an account's history, as it was written. */
export interface HistoryEntry {
  readonly id: string;
  readonly at: Date;
  /** `at` to the microsecond, which a Date cannot hold. */
  readonly exactly: string;
  readonly kind: AccountHistoryKind;
  readonly text: string;
  readonly actor: string;
}
