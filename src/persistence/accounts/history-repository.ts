import type { HistoryEntry } from '../../domain/accounts/history';
import type { Keyset } from '../engine/keyset';

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
