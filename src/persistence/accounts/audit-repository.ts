import type { AuditEntry, AuditRange } from '../../domain/accounts/audit';
import { CALLER_KINDS } from '../../domain/caller';
import { bigint, oneOf, text, uuid } from '../engine/column';
import type { Reader } from '../engine/database';
import { isAfter, type Keyset } from '../engine/keyset';
import { both, select, value } from '../engine/select';
import { type Fragment, join, sql } from '../engine/sql';
import { type Alias, table } from '../engine/table';
import { ACCOUNT_AUDIT } from '../tables/account-audit';
import { recordedRow } from '../tables/audit-columns';
import { SETUP_AUDIT } from '../tables/setup-audit';

const e = ACCOUNT_AUDIT.as('e');
const s = SETUP_AUDIT.as('s');

type Audit = Alias<typeof ACCOUNT_AUDIT> | Alias<typeof SETUP_AUDIT>;

/** A row as JSON, its numbers as strings: JSON's own would lose digits of 64 bits. */
const exact = (row: Fragment) => sql`(
  SELECT jsonb_object_agg(key, CASE jsonb_typeof(value) WHEN 'number' THEN to_jsonb(value #>> '{}') ELSE value END)
  FROM jsonb_each(${row}))`;

/** Whoever writes by SQL of its own may have called itself anything: that is no kind of caller. */
const kindOf = (told: Fragment) => sql`CASE WHEN ${told} = ANY (${CALLER_KINDS}::text[]) THEN ${told} END`;

function entryOf(from: Audit, accountId: Fragment) {
  const written = both(
    select(from as Alias<typeof SETUP_AUDIT>, [
      'id',
      'at',
      'actor',
      'tokenId',
      'mutation',
      'login',
      'record',
      'operation',
    ]),
    both(
      value('actorKind', oneOf(CALLER_KINDS).nullable(), kindOf(from.actorKind)),
      value('exactly', text(), sql`${from.at}::text`),
    ),
  );
  const what = both(
    value('before', recordedRow.nullable(), exact(from.before)),
    value('after', recordedRow.nullable(), exact(from.after)),
  );
  return both(written, both(what, value('accountId', uuid().nullable(), accountId)));
}

const OF_AN_ACCOUNT = entryOf(e, e.accountId);
const OF_THE_SET_UP = entryOf(s, sql`NULL::uuid`);

/**
 * What goes along with another write and tells nothing that this one does not: a line of history, of an invoice or a document,
 * the identity of a copy, what was invoiced of a subscription.
 */
const goesAlong = (of: Alias<typeof ACCOUNT_AUDIT>) => sql`(
  ${of.record} IN ('account_history', 'invoice_lines', 'sales_lines', 'source_identities')
  OR ${of.record} = 'subscriptions' AND ${of.operation} = 'UPDATE' AND ${of.after} - '{id,invoiced_periods}'::text[] = '{}')`;
const p = ACCOUNT_AUDIT.as('p');
/**
 * Such a write is listed when it stands alone in its transaction, where nothing else tells of it. Whatever a login says. Where
 * it stands alone is looked for in the months around it, all of which are planned each time: CASE keeps that short, since
 * nothing in it is tried with each index and each statistic of every month (test/persistence/accounts/audit-of-many-months.test.ts).
 */
const TELLS = sql`CASE WHEN ${goesAlong(e)} THEN NOT EXISTS (
  SELECT FROM ${p.$} WHERE ${p.accountId} = ${e.accountId} AND ${p.at} BETWEEN ${e.at} - interval '1 hour' AND ${e.at} + interval '1 hour'
    AND CASE WHEN ${p.transactionId} = ${e.transactionId} THEN NOT ${goesAlong(p)} ELSE false END) ELSE true END`;

/** Pages of the audit of several accounts, newest first. */
export const AUDIT_KEYSET: Keyset<AuditEntry> = {
  name: 'audit',
  selection: OF_AN_ACCOUNT,
  from: e.$,
  account: e.accountId,
  only: TELLS,
  order: [
    { column: e.at, type: 'timestamptz', of: (entry) => entry.exactly },
    { column: e.id, type: 'uuid', of: (entry) => entry.id },
  ],
  direction: 'DESC',
};

/** A page of what a table tells that is a part of an audit, the oldest first and after an entry; with the transactions. */
export function listEntriesOfPart(
  reader: Reader,
  part: { readonly audit: 'account_audit' | 'setup_audit'; readonly name: string },
  page: { readonly limit: number; readonly after: { readonly exactly: string; readonly id: string } | null },
) {
  const ofAccounts = table(part.name, ACCOUNT_AUDIT.columns, ACCOUNT_AUDIT.constraints).as('e');
  const ofTheSetUp = table(part.name, SETUP_AUDIT.columns, SETUP_AUDIT.constraints).as('e');
  const entry =
    part.audit === 'account_audit'
      ? entryOf(ofAccounts as Audit, ofAccounts.accountId)
      : entryOf(ofTheSetUp as Audit, sql`NULL::uuid`);
  const { $, at, id, transactionId } = ofTheSetUp;
  const order = [
    { column: at, type: 'timestamptz' },
    { column: id, type: 'uuid' },
  ] as const;
  const beyond = page.after === null ? sql`true` : isAfter(order, 'ASC', [page.after.exactly, page.after.id]);
  return reader.query(
    sql`SELECT ${both(entry, value('transactionId', bigint().nullable(), transactionId))}
      FROM ${$} WHERE ${beyond} ORDER BY ${at}, ${id} LIMIT ${page.limit}`,
  );
}

/** A page of the whole audit, accounts and set-up, oldest first: also what only goes along. */
export function listAuditEntries(
  reader: Reader,
  { since, until }: AuditRange,
  page: { readonly limit: number; readonly after: { readonly at: string; readonly id: string } | null },
): Promise<AuditEntry[]> {
  const part = (from: Audit) => {
    const order = [
      { column: from.at, type: 'timestamptz' },
      { column: from.id, type: 'uuid' },
    ] as const;
    const conditions = [
      sql`true`,
      ...(since ? [sql`${from.at} >= ${since}`] : []),
      ...(until ? [sql`${from.at} < ${until}`] : []),
      // The instant alone once more: by it the months before are left out.
      ...(page.after
        ? [sql`${from.at} >= ${page.after.at}::timestamptz`, isAfter(order, 'ASC', [page.after.at, page.after.id])]
        : []),
    ];
    return sql`FROM ${from.$} WHERE ${join(conditions, ' AND ')} ORDER BY ${from.at}, ${from.id} LIMIT ${page.limit}`;
  };
  return reader.query(
    sql`(SELECT ${OF_AN_ACCOUNT} ${part(e)}) UNION ALL (SELECT ${OF_THE_SET_UP} ${part(s)})
      ORDER BY at, id LIMIT ${page.limit}`,
  );
}
