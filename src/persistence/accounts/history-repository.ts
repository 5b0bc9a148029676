import type { HistoryEntry, HistoryLine } from '../../domain/accounts/history';
import { recordset } from '../engine/changes';
import { text } from '../engine/column';
import type { Keyset } from '../engine/keyset';
import { both, select, value } from '../engine/select';
import { sql } from '../engine/sql';
import type { GuardPass } from '../pass/guard-pass';
import { writeAtCommit } from '../pass/writing';
import { ACCOUNT_HISTORY } from '../tables/account-history';

const h = ACCOUNT_HISTORY.as('h');

/** Pages of the history of several accounts, newest first. */
export const HISTORY_KEYSET: Keyset<HistoryEntry> = {
  name: 'history',
  selection: both(select(h, ['id', 'at', 'kind', 'text', 'actor']), value('exactly', text(), sql`${h.at}::text`)),
  from: h.$,
  account: h.accountId,
  order: [
    { column: h.at, type: 'timestamptz', of: (entry) => entry.exactly },
    { column: h.id, type: 'uuid', of: (entry) => entry.id },
  ],
  direction: 'DESC',
};

/** Lines of one account's history. */
export interface AccountHistoryLines {
  readonly accountId: string;
  readonly lines: readonly HistoryLine[];
}

/** Adds history lines, in their order, in the transaction of what they tell: as it commits. One statement, none for no line. */
export async function insertHistory(
  pass: GuardPass,
  actor: string,
  histories: readonly AccountHistoryLines[],
): Promise<void> {
  const rows: (HistoryLine & { readonly accountId: string; readonly nth: number })[] = [];
  for (const { accountId, lines } of histories) {
    for (const { kind, text: told } of lines) rows.push({ accountId, kind, text: told, nth: rows.length });
  }
  if (rows.length === 0) return;
  const line = recordset('line', ACCOUNT_HISTORY, ['accountId', 'kind', 'text'], rows, { nth: 'integer' });
  // The lines of one statement share no instant, or their order would be lost. Nobody reads what it returns, nor may a sync
  // read a line; Citus plans it under row-level security only so.
  writeAtCommit(
    pass,
    { by: 'ANY', accounts: histories.map(({ accountId }) => accountId) },
    sql`INSERT INTO public.account_history (account_id, at, kind, text, actor)
      SELECT ${line.accountId}, clock_timestamp() + ${line.nth} * interval '1 microsecond', ${line.kind}, ${line.text}, ${actor}
      FROM ${line.$} RETURNING 1`,
  );
}
