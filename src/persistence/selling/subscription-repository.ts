import { sourceSubscriptionKey } from '../../domain/identifiers';
import type { Subscription } from '../../domain/selling/subscription';
import { assignedFrom, assignments, columnsOf, recordset } from '../engine/changes';
import type { Reader } from '../engine/database';
import type { Keyset } from '../engine/keyset';
import { both, select, selectAgain, within } from '../engine/select';
import { type Fragment, join, sql } from '../engine/sql';
import { fieldsBut } from '../engine/table';
import type { AccountPass, AdministratorPass, SyncPass } from '../pass/guard-pass';
import { SETUP, write, writeAtCommit } from '../pass/writing';
import { SERVICES } from '../tables/services';
import { SUBSCRIPTIONS } from '../tables/subscriptions';

const s = SUBSCRIPTIONS.as('s');
const v = SERVICES.as('v');

const SUBSCRIPTION = both(
  select(s, fieldsBut(SUBSCRIPTIONS, ['quantity', 'serviceId', 'sourceKey', 'settledPeriods', 'dueFrom', 'createdAt'])),
  within('service', v, ['id', 'sku', 'name']),
);
const SUBSCRIPTIONS_AND_SERVICES = sql`${s.$} JOIN ${v.$} ON ${v.id} = ${s.serviceId}`;

const SOLD_FIELDS = fieldsBut(SUBSCRIPTIONS, ['quantity', 'invoicedPeriods', 'settledPeriods', 'dueFrom', 'createdAt']);
/** What the source says of a subscription, and what follows from it. */
const STATE_FIELDS = [
  'startDate',
  'quantities',
  'endDate',
  'cancellationDate',
  'sourceVersion',
  'unitPrice',
  'priceSource',
  'closedOn',
] as const;
const SOURCE_FIELDS = ['sourceSubscriptionId', 'sourceKey', 'tenantResellerId'] as const;

/** Those of the paid subscriptions of these accounts that were recorded, by the keys that their sources give them. */
export async function findSourceSubscriptions(
  reader: Reader,
  wanted: readonly { readonly accountId: string; readonly key: string }[],
): Promise<Subscription[]> {
  if (wanted.length === 0) return [];
  const accountIds = wanted.map((one) => one.accountId);
  const keys = wanted.map((one) => one.key);
  const known = (by: Fragment) => sql`SELECT ${SUBSCRIPTION}
      FROM unnest(${accountIds}::uuid[], ${keys}::uuid[]) AS wanted(account_id, source_key)
      JOIN ${s.$} ON ${s.accountId} = wanted.account_id AND ${by}
      JOIN ${v.$} ON ${v.id} = ${s.serviceId}`;
  // Each by an index of its own. The second are those that have been handed back under another id.
  return reader.query(
    sql`SELECT ${selectAgain('found', SUBSCRIPTION)} FROM (
      ${known(sql`${s.sourceKey} = wanted.source_key`)}
      UNION ALL
      ${known(sql`${s.id} = wanted.source_key AND ${s.sourceKey} IS DISTINCT FROM wanted.source_key`)}) found`,
  );
}

/** Subscriptions by account and id, under the two with a blank between. */
export async function findSubscriptions(
  reader: Reader,
  wanted: readonly { readonly accountId: string; readonly id: string }[],
): Promise<Map<string, Subscription>> {
  const accountIds = wanted.map((one) => one.accountId);
  const ids = wanted.map((one) => one.id);
  const subscriptions = await reader.query(
    sql`SELECT ${SUBSCRIPTION}
      FROM unnest(${accountIds}::uuid[], ${ids}::uuid[]) AS wanted(account_id, id)
      JOIN ${s.$} ON ${s.accountId} = wanted.account_id AND ${s.id} = wanted.id
      JOIN ${v.$} ON ${v.id} = ${s.serviceId}`,
  );
  return new Map(subscriptions.map((one) => [`${one.accountId} ${one.id}`, one]));
}

/** One subscription of the account; null when it has none of this id. */
export async function findSubscription(reader: Reader, accountId: string, id: string): Promise<Subscription | null> {
  const [subscription] = await reader.query(
    sql`SELECT ${SUBSCRIPTION} FROM ${SUBSCRIPTIONS_AND_SERVICES}
      WHERE ${s.accountId} = ${accountId} AND ${s.id} = ${id}`,
  );
  return subscription ?? null;
}

/** Pages of the subscriptions of several accounts, in the order of their start. */
export const SUBSCRIPTION_KEYSET: Keyset<Subscription> = {
  name: 'subscription',
  selection: SUBSCRIPTION,
  from: SUBSCRIPTIONS_AND_SERVICES,
  account: s.accountId,
  order: [
    { column: s.startDate, type: 'date', of: (subscription) => subscription.startDate },
    { column: s.id, type: 'uuid', of: (subscription) => subscription.id },
  ],
  direction: 'ASC',
};

/** Adds subscriptions as the transaction commits. One statement, none for no subscription. */
export async function insertSubscriptions(
  pass: AccountPass | SyncPass,
  subscriptions: readonly Subscription[],
): Promise<void> {
  if (subscriptions.length === 0) return;
  const rows = subscriptions.map((one) => ({
    serviceId: one.service.id,
    // One that is recorded has its key for its id.
    sourceKey: one.sourceSubscriptionId && one.id,
    ...one,
  }));
  const sold = recordset('sold', SUBSCRIPTIONS, SOLD_FIELDS, rows, {});
  // Nobody reads what it returns; Citus plans it under row-level security only so.
  writeAtCommit(
    pass,
    { by: ['CREATE_SUBSCRIPTION'], accounts: subscriptions.map((one) => one.accountId) },
    sql`INSERT INTO public.subscriptions (${columnsOf(SUBSCRIPTIONS, SOLD_FIELDS)})
      SELECT ${sold.$list(SOLD_FIELDS)} FROM ${sold.$} RETURNING id`,
  );
}

/** Brings subscriptions to the states that their source has sent, as the transaction commits. One statement, none for none (S26). */
export async function updateSubscriptions(pass: SyncPass, subscriptions: readonly Subscription[]): Promise<void> {
  if (subscriptions.length === 0) return;
  const now = recordset('now', SUBSCRIPTIONS, ['accountId', 'id', ...STATE_FIELDS], subscriptions, {});
  writeAtCommit(
    pass,
    { by: ['CREATE_SUBSCRIPTION'], accounts: subscriptions.map((one) => one.accountId) },
    sql`UPDATE ${s.$} SET ${assignedFrom(SUBSCRIPTIONS, STATE_FIELDS, now)} FROM ${now.$}
      WHERE ${s.accountId} = ${now.accountId} AND ${s.id} = ${now.id}`,
  );
}

/** The subscriptions of accounts that run on a day, in the order of their start, by account. */
export async function findRunningSubscriptions(
  reader: Reader,
  accountIds: readonly string[],
  today: string,
): Promise<Map<string, Subscription[]>> {
  const rows = await reader.query(
    sql`SELECT ${SUBSCRIPTION} FROM ${SUBSCRIPTIONS_AND_SERVICES}
      WHERE ${s.accountId} = ANY (${accountIds}::uuid[]) AND (${s.endDate} IS NULL OR ${s.endDate} >= ${today}::date)
      ORDER BY ${s.accountId}, ${s.startDate}, ${s.id}`,
  );
  return byAccount(rows);
}

/** The subscriptions of accounts with their last days and what their sources know them by, by account. Whoever sells or ends one holds the account's row. */
export async function findLastDays(
  reader: Reader,
  accountIds: readonly string[],
): Promise<
  Map<string, (Pick<Subscription, 'id' | 'accountId' | 'endDate'> & { readonly sourceKey: string | null })[]>
> {
  const rows = await reader.query(
    sql`SELECT ${select(s, ['accountId', 'id', 'endDate', 'sourceKey'])} FROM ${s.$} WHERE ${s.accountId} = ANY (${accountIds}::uuid[])
      ORDER BY ${s.accountId}, ${s.id}`,
  );
  return byAccount(rows);
}

function byAccount<Row extends { readonly accountId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const known = grouped.get(row.accountId);
    if (known) known.push(row);
    else grouped.set(row.accountId, [row]);
  }
  return grouped;
}

/** Gives subscriptions of accounts, whose keys as customers these are, the ids that they have got in the reseller's BSS. */
export async function mapSubscriptions(
  pass: AdministratorPass,
  tenantResellerId: string,
  mapped: readonly {
    readonly accountId: string;
    readonly customerKey: string;
    readonly subscriptionId: string;
    readonly sourceSubscriptionId: string;
  }[],
): Promise<void> {
  if (mapped.length === 0) return;
  const rows = mapped.map(({ accountId, customerKey, subscriptionId, sourceSubscriptionId }) => ({
    accountId,
    id: subscriptionId,
    sourceSubscriptionId,
    tenantResellerId,
    sourceKey: sourceSubscriptionKey(customerKey, sourceSubscriptionId),
  }));
  const m = recordset('m', SUBSCRIPTIONS, ['accountId', 'id', ...SOURCE_FIELDS], rows, {});
  await write(
    pass,
    SETUP,
    sql`UPDATE ${s.$} SET ${assignedFrom(SUBSCRIPTIONS, SOURCE_FIELDS, m)} FROM ${m.$}
      WHERE ${s.accountId} = ${m.accountId} AND ${s.id} = ${m.id}`,
  );
}

/** Changes what is given of one subscription; `endDate` is earlier than its own end when the account was deleted before. */
export async function changeSubscription(
  pass: AccountPass | SyncPass,
  subscription: Pick<Subscription, 'accountId' | 'id' | 'endDate' | 'cancellationDate'> &
    Partial<Pick<Subscription, 'quantities'>>,
): Promise<void> {
  const ended = assignments(SUBSCRIPTIONS, ['quantities', 'endDate', 'cancellationDate'], subscription);
  await write(
    pass,
    { by: ['CREATE_SUBSCRIPTION'], accounts: [subscription.accountId] },
    sql`UPDATE ${s.$} SET ${join(ended, ', ')}
      WHERE ${s.accountId} = ${subscription.accountId} AND ${s.id} = ${subscription.id}`,
  );
}

/**
 * Ends every subscription of a deleted account on the day of the deletion, unless it ended before, by itself or with the
 * account's leaving (S12, S29). Once the account is restored, null: each ends as its own state says (S31).
 */
export async function endWithAccount(
  pass: AccountPass | SyncPass,
  accountId: string,
  deletionDate: string | null,
): Promise<void> {
  // Null is no day for LEAST.
  const ends = sql`LEAST(${s.cancellationDate}, ${s.closedOn}, ${deletionDate}::date)`;
  await write(
    pass,
    { by: ['DELETE'], accounts: [accountId] },
    sql`UPDATE ${s.$} SET end_date = ${ends} WHERE ${s.accountId} = ${accountId} AND ${s.endDate} IS DISTINCT FROM ${ends}`,
  );
}
