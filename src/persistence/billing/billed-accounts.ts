import { uuid } from '../engine/column';
import type { Reader } from '../engine/database';
import { select, value } from '../engine/select';
import { type Fragment, NOTHING, sql } from '../engine/sql';
import { ACCOUNTS } from '../tables/accounts';
import { TENANT_RESELLERS } from '../tables/tenant-resellers';

const a = ACCOUNTS.as('a');
const t = TENANT_RESELLERS.as('t');

/** The account that pays for `a`, and the one that its invoices are on: itself, or the one that pays where they are joined. */
const BILLED_TO = sql`coalesce(${a.billToId}, ${a.id})`;
const INVOICED_ON = sql`CASE WHEN ${a.separateInvoices} THEN ${a.id} ELSE ${BILLED_TO} END`;

/** An account whose lines are invoiced when `calledId` is called, with the account that the invoice is on and who it is billed to. */
export interface Billed {
  readonly calledId: string;
  readonly accountId: string;
  readonly onId: string;
  readonly billToId: string;
}

/**
 * Whose lines are invoiced when these accounts are called. An account that is called is invoiced itself: on itself, or with
 * its invoices joined on the account that pays. So are those that it gathers.
 *
 * Asked apart from the lines: where several nodes share the tables, these are then asked of the nodes that have the accounts.
 * Of those that are gathered no more are read than `mostGathered` and one, if it says how many.
 */
export async function findBilled(
  reader: Reader,
  accountIds: readonly string[],
  mostGathered?: number,
): Promise<Billed[]> {
  const called = await reader.query(
    sql`SELECT ${select(a, ['id', 'tenantResellerId'])}, ${value('onId', uuid(), INVOICED_ON)},
        ${value('billToId', uuid(), BILLED_TO)}
      FROM ${a.$} WHERE ${a.id} = ANY (${accountIds}::uuid[])`,
  );
  const themselves = called.map(({ id, onId, billToId }) => ({ calledId: id, accountId: id, onId, billToId }));
  const payerIds = called.filter((one) => mayGather({ management: one.tenantResellerId })).map(({ id }) => id);
  if (payerIds.length === 0) return themselves;
  const gathered = await reader.query(
    sql`SELECT ${select(a, ['id'])}, ${value('payerId', uuid(), a.billToId)} FROM ${a.$} WHERE ${gatheredBy(payerIds)}
      ${mostGathered === undefined ? NOTHING : sql`LIMIT ${mostGathered + 1}`}`,
  );
  return [
    ...themselves,
    ...gathered.map(({ id, payerId }) => ({ calledId: payerId, accountId: id, onId: payerId, billToId: payerId })),
  ];
}

/**
 * Whether the invoices of others may be joined on an account. What a database holds from before is left alone: a managed one
 * gathers nobody (S14, S25).
 */
export function mayGather({ management }: { readonly management: object | string | null }): boolean {
  return management === null;
}

/**
 * Whether the account `a` has its invoices joined on one of these, which may gather. A tenant reseller's own account is not gathered
 * (S14, S25).
 */
export function gatheredBy(payerIds: readonly string[]): Fragment {
  return sql`${a.billToId} = ANY (${payerIds}::uuid[]) AND ${a.billToId} <> ${a.id}
    AND NOT ${a.separateInvoices} AND NOT EXISTS (SELECT FROM ${t.$} WHERE ${t.accountId} = ${a.id})`;
}
