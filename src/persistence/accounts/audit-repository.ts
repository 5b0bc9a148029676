import type { AuditEntry, AuditRange } from '../../domain/accounts/audit';
import type { Sql } from '../engine/database';
import type { Keyset } from '../engine/keyset';
import { Parameters } from '../engine/parameters';

/** A row as JSON, its numbers as strings: JSON's own would lose digits of 64 bits. */
const exact = (row: string) => `(
  SELECT jsonb_object_agg(key, CASE jsonb_typeof(value) WHEN 'number' THEN to_jsonb(value #>> '{}') ELSE value END)
  FROM jsonb_each(e.${row}))`;

const columns = (account: string) => `e.id, e.at, e.at::text AS exactly, e.actor_kind AS "actorKind", e.actor,
  e.token_id AS "tokenId", e.mutation, e.login, ${account} AS "accountId", e.record, e.operation,
  ${exact('before')} AS before, ${exact('after')} AS after`;

/** Pages of the audit of several accounts, newest first. */
export const AUDIT_KEYSET: Keyset<AuditEntry, AuditEntry> = {
  name: 'audit',
  columns: `SELECT ${columns('e.account_id')}`,
  from: 'account_audit e',
  account: 'e.account_id',
  order: [
    { expression: 'e.at', type: 'timestamptz', of: (entry) => entry.exactly },
    { expression: 'e.id', type: 'uuid', of: (entry) => entry.id },
  ],
  direction: 'DESC',
  toItem: (row) => row,
};

/** A page of the whole audit, accounts and set-up, oldest first. */
export function listAuditEntries(
  sql: Sql,
  { since, until }: AuditRange,
  page: { readonly limit: number; readonly after: { readonly at: string; readonly id: string } | null },
): Promise<AuditEntry[]> {
  const parameters = new Parameters();
  const conditions = [
    ...(since ? [`e.at >= ${parameters.add(since)}`] : []),
    ...(until ? [`e.at < ${parameters.add(until)}`] : []),
    ...(page.after
      ? [`(e.at, e.id) > (${parameters.add(page.after.at)}::timestamptz, ${parameters.add(page.after.id)}::uuid)`]
      : []),
  ];
  const limit = parameters.add(page.limit);
  const part = (table: string, account: string) => `(
    SELECT ${columns(account)} FROM ${table} e WHERE ${['true', ...conditions].join(' AND ')}
    ORDER BY e.at, e.id LIMIT ${limit})`;
  return sql.query<AuditEntry>(
    `${part('account_audit', 'e.account_id')} UNION ALL ${part('setup_audit', 'NULL::uuid')} ORDER BY at, id LIMIT ${limit}`,
    parameters.values,
  );
}
