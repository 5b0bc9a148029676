import { circlesOf } from '../../domain/circles';
import { stillNames } from '../accounts/account-facts';
import { oneOf, text, uuid } from '../engine/column';
import type { Reader } from '../engine/database';
import { both, select, value } from '../engine/select';
import { type Fragment, join, keyword, sql } from '../engine/sql';
import { ACCOUNTS } from '../tables/accounts';
import { INVOICE_LINES } from '../tables/invoice-lines';
import { INVOICES } from '../tables/invoices';
import { TENANT_RESELLERS } from '../tables/tenant-resellers';

/** What may be wrong about who stands above whom and who pays for whom (S5, S14, S20, S21, S24, S25). */
export const REFERENCE_FAULTS = [
  'BILLED_TO_MANAGED',
  'BELOW_MANAGED',
  'MANAGED_NOT_BILLED_TO_ITS_RESELLER',
  'MANAGED_NOT_BELOW_ITS_RESELLER',
  'RESELLERS_OWN_IS_MANAGED',
  'RESELLERS_OWN_IS_BILLED_TO_ANOTHER',
  'MANAGED_WAS_CHARGED_TO_ANOTHER',
  'MANAGED_WAS_CHARGED_FOR_ANOTHER',
  'RESELLERS_OWN_WAS_CHARGED_TO_ANOTHER',
  'CIRCLE_OF_PARENTS',
  'CIRCLE_OF_BILL_TO',
] as const;
export type ReferenceFaultKind = (typeof REFERENCE_FAULTS)[number];

/** One thing that is wrong. */
export interface ReferenceFault {
  readonly kind: ReferenceFaultKind;
  /** The account that is wrong; of a circle, the one of the smallest id. */
  readonly accountId: string;
  /** The account that it names, or that pays or is charged; null when it names none. */
  readonly otherId: string | null;
  /** The number of the invoice that shows it. */
  readonly invoice: string | null;
  /** The reseller that manages one of the two, or whose own account it is. */
  readonly resellerName: string | null;
}

const a = ACCOUNTS.as('a');
const b = ACCOUNTS.as('b');
const i = INVOICES.as('i');
const l = INVOICE_LINES.as('l');
const t = TENANT_RESELLERS.as('t');

/** All that a database holds against the rules: nothing, unless it is older than they are or was changed by hand. */
export async function findReferenceFaults(reader: Reader): Promise<ReferenceFault[]> {
  return [
    ...(await findWrongNames(reader)),
    ...(await findCircles(reader, 'CIRCLE_OF_PARENTS')),
    ...(await findCircles(reader, 'CIRCLE_OF_BILL_TO')),
  ];
}

const FOUND = both(
  both(value('kind', oneOf(REFERENCE_FAULTS), sql`found.kind`), value('accountId', uuid(), sql`found.account_id`)),
  both(
    value('otherId', uuid().nullable(), sql`found.other_id`),
    both(
      value('invoice', text().nullable(), sql`found.invoice`),
      value('resellerName', text().nullable(), sql`found.reseller_name`),
    ),
  ),
);

interface Found {
  readonly account: Fragment;
  readonly other: Fragment;
  readonly invoice?: Fragment;
  readonly reseller: Fragment;
  readonly from: Fragment;
}

function found(kind: ReferenceFaultKind, { account, other, invoice, reseller, from }: Found): Fragment {
  return sql`SELECT DISTINCT '${keyword(kind)}' AS kind, ${account} AS account_id, ${other} AS other_id,
    ${invoice ?? sql`NULL::text`} AS invoice, ${reseller} AS reseller_name ${from}`;
}

/** The managed accounts as of now; what was issued before an account became managed is none of its reseller's. */
const MANAGED = sql`SELECT ${a.id}, ${a.parentId}, ${a.billToId}, ${a.managedSince},
    ${t.name} AS reseller_name, ${t.accountId} AS reseller_account_id
  FROM ${a.$} JOIN ${t.$} ON ${t.id} = ${a.tenantResellerId}`;

/** Lines with what is on their invoice; a credit note is billed as the invoice that it corrects, whoever manages the account now. */
const LINES = sql`FROM ${l.$} JOIN ${i.$} ON ${i.accountId} = ${l.accountId} AND ${i.id} = ${l.invoiceId}
    AND ${i.kind} = 'INVOICE'`;

const ofManaged = (from: Fragment): Found => ({
  account: sql`m.id`,
  other: i.billToId,
  invoice: i.number,
  reseller: sql`m.reseller_name`,
  from,
});

const WRONG_NAMES = [
  ...(
    [
      ['BILLED_TO_MANAGED', 'billToId'],
      ['BELOW_MANAGED', 'parentId'],
    ] as const
  ).map(([kind, field]) =>
    found(kind, {
      account: a.id,
      other: a[field],
      reseller: sql`m.reseller_name`,
      from: sql`FROM ${a.$} JOIN managed m ON m.id = ${a[field]}
        WHERE ${a.tenantResellerId} IS NULL AND ${stillNames(field)}`,
    }),
  ),
  ...(
    [
      ['MANAGED_NOT_BILLED_TO_ITS_RESELLER', sql`m.bill_to_id`],
      ['MANAGED_NOT_BELOW_ITS_RESELLER', sql`m.parent_id`],
    ] as const
  ).map(([kind, named]) =>
    found(kind, {
      account: sql`m.id`,
      other: named,
      reseller: sql`m.reseller_name`,
      from: sql`FROM managed m WHERE ${named} IS DISTINCT FROM m.reseller_account_id`,
    }),
  ),
  found('RESELLERS_OWN_IS_MANAGED', {
    account: t.accountId,
    other: sql`m.reseller_account_id`,
    reseller: t.name,
    from: sql`FROM ${t.$} JOIN managed m ON m.id = ${t.accountId}`,
  }),
  found('RESELLERS_OWN_IS_BILLED_TO_ANOTHER', {
    account: a.id,
    other: a.billToId,
    reseller: t.name,
    from: sql`FROM ${t.$} JOIN ${a.$} ON ${a.id} = ${t.accountId}
      WHERE ${a.tenantResellerId} IS NULL AND ${a.billToId} <> ${a.id}`,
  }),
  found(
    'MANAGED_WAS_CHARGED_TO_ANOTHER',
    ofManaged(sql`${LINES} JOIN managed m ON m.id = ${l.chargedAccountId}
      WHERE ${i.createdAt} > m.managed_since AND ${i.billToId} <> m.reseller_account_id`),
  ),
  // A reseller's own account is charged for its customers; that it is managed is told above.
  ...[sql`m.id = ${i.billToId}`, sql`m.id = ${i.accountId} AND ${i.billToId} <> ${i.accountId}`].map((isManaged) =>
    found('MANAGED_WAS_CHARGED_FOR_ANOTHER', {
      ...ofManaged(sql`${LINES} JOIN managed m ON ${isManaged}
        WHERE ${i.createdAt} > m.managed_since AND ${l.chargedAccountId} <> m.id
          AND NOT EXISTS (SELECT FROM ${t.$} WHERE ${t.accountId} = m.id)`),
      other: l.chargedAccountId,
    }),
  ),
  found('RESELLERS_OWN_WAS_CHARGED_TO_ANOTHER', {
    account: t.accountId,
    other: i.billToId,
    invoice: i.number,
    reseller: t.name,
    from: sql`${LINES} JOIN ${t.$} ON ${t.accountId} = ${l.chargedAccountId}
      WHERE ${i.createdAt} > ${t.createdAt} AND ${i.billToId} <> ${t.accountId}`,
  }),
];

/** One statement; `managed` is worked out once, since a distributed database does not join accounts with accounts. */
async function findWrongNames(reader: Reader): Promise<ReferenceFault[]> {
  return reader.query(
    sql`WITH managed AS MATERIALIZED (${MANAGED})
      SELECT ${FOUND} FROM (${join(WRONG_NAMES, ' UNION ALL ')}) found
      ORDER BY found.kind, found.account_id, found.invoice`,
  );
}

/** Reads the accounts that stand between two others, few among many, and follows them here: no recursive statement. */
async function findCircles(reader: Reader, kind: 'CIRCLE_OF_PARENTS' | 'CIRCLE_OF_BILL_TO'): Promise<ReferenceFault[]> {
  const field = kind === 'CIRCLE_OF_PARENTS' ? 'parentId' : 'billToId';
  // Whoever pays for itself is no circle.
  const isAnother = field === 'parentId' ? sql`true` : sql`${a.billToId} <> ${a.id}`;
  const rows = await reader.query(
    sql`SELECT ${select(a, ['id', 'parentId', 'billToId'])} FROM ${a.$}
      WHERE ${a[field]} IS NOT NULL AND ${isAnother}
        AND ${a.id} IN (SELECT ${b[field]} FROM ${b.$} WHERE ${b[field]} IS NOT NULL)
      ORDER BY ${a.id}`,
  );
  const above = new Map(rows.flatMap((row) => (row[field] === null ? [] : [[row.id, row[field]] as const])));
  return circlesOf(above).flatMap(([accountId]) =>
    accountId === undefined
      ? []
      : [{ kind, accountId, otherId: above.get(accountId) ?? null, invoice: null, resellerName: null }],
  );
}
