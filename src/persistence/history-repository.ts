import type { AccountHistoryKind } from '../domain/vocabulary';
import type { Keyset } from './keyset';

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

/** Pages of the history of several accounts, newest first. */
export const HISTORY_KEYSET: Keyset<HistoryEntry, HistoryEntry> = {
  name: 'history',
  columns: 'SELECT h.id, h.at, h.at::text AS exactly, h.kind, h.text, h.actor',
  from: 'account_history h',
  account: 'h.account_id',
  order: [
    { expression: 'h.at', type: 'timestamptz', of: (entry) => entry.exactly },
    { expression: 'h.id', type: 'uuid', of: (entry) => entry.id },
  ],
  direction: 'DESC',
  toItem: (row) => row,
};
