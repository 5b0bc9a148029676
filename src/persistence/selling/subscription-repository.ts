import { sourceSubscriptionKey } from '../../domain/identifiers';
import type { Subscription } from '../../domain/selling/subscription';
import type { BillingPeriod } from '../../domain/vocabulary';
import type { Sql } from '../engine/database';
import type { Keyset } from '../engine/keyset';
import type { AccountPass, AdministratorPass, SyncPass } from '../pass/guard-pass';
import { SETUP, write } from '../pass/writing';

interface SubscriptionRow {
  readonly account_id: string;
  readonly id: string;
  readonly service_id: string;
  readonly sku: string;
  readonly service_name: string;
  readonly quantity: number;
  readonly unit_price: string;
  readonly currency: string;
  readonly billing_period: BillingPeriod;
  readonly start_date: string;
  readonly end_date: string | null;
  readonly cancellation_date: string | null;
  readonly source_subscription_id: string | null;
  readonly invoiced_periods: number;
}

const SELECT_SUBSCRIPTIONS = `
  SELECT s.account_id, s.id, s.service_id, v.sku, v.name AS service_name, s.quantity, s.unit_price, s.currency,
    s.billing_period, s.start_date, s.end_date, s.cancellation_date, s.source_subscription_id,
    s.invoiced_periods`;

function subscriptionOf(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    accountId: row.account_id,
    service: { id: row.service_id, sku: row.sku, name: row.service_name },
    quantity: row.quantity,
    unitPrice: row.unit_price,
    currency: row.currency,
    billingPeriod: row.billing_period,
    startDate: row.start_date,
    endDate: row.end_date,
    sourceSubscriptionId: row.source_subscription_id,
    cancellationDate: row.cancellation_date,
    invoicedPeriods: row.invoiced_periods,
  };
}

/** Those of the paid subscriptions that were recorded, whatever account they are on. */
export async function findSourceSubscriptions(
  sql: Sql,
  wanted: readonly { readonly accountId: string; readonly sourceSubscriptionId: string }[],
): Promise<Subscription[]> {
  const rows = await sql.query<SubscriptionRow>(
    `${SELECT_SUBSCRIPTIONS}
     FROM unnest($1::uuid[], $2::uuid[]) AS wanted(account_id, source_key)
     JOIN subscriptions s ON s.account_id = wanted.account_id AND s.source_key = wanted.source_key
     JOIN services v ON v.id = s.service_id`,
    [
      wanted.map((one) => one.accountId),
      wanted.map((one) => sourceSubscriptionKey(one.accountId, one.sourceSubscriptionId)),
    ],
  );
  return rows.map(subscriptionOf);
}

/** Subscriptions by account and id, under the two with a blank between. */
export async function findSubscriptions(
  sql: Sql,
  wanted: readonly { readonly accountId: string; readonly id: string }[],
): Promise<Map<string, Subscription>> {
  const rows = await sql.query<SubscriptionRow>(
    `${SELECT_SUBSCRIPTIONS}
     FROM unnest($1::uuid[], $2::uuid[]) AS wanted(account_id, id)
     JOIN subscriptions s ON s.account_id = wanted.account_id AND s.id = wanted.id
     JOIN services v ON v.id = s.service_id`,
    [wanted.map((one) => one.accountId), wanted.map((one) => one.id)],
  );
  return new Map(rows.map((row) => [`${row.account_id} ${row.id}`, subscriptionOf(row)]));
}

/** One subscription of the account; null when it has none of this id. */
export async function findSubscription(sql: Sql, accountId: string, id: string): Promise<Subscription | null> {
  const [row] = await sql.query<SubscriptionRow>(
    `${SELECT_SUBSCRIPTIONS} FROM subscriptions s JOIN services v ON v.id = s.service_id
     WHERE s.account_id = $1 AND s.id = $2`,
    [accountId, id],
  );
  return row ? subscriptionOf(row) : null;
}

/** Pages of the subscriptions of several accounts, in the order of their start. */
export const SUBSCRIPTION_KEYSET: Keyset<Subscription, SubscriptionRow> = {
  name: 'subscription',
  columns: SELECT_SUBSCRIPTIONS,
  from: 'subscriptions s JOIN services v ON v.id = s.service_id',
  account: 's.account_id',
  order: [
    { expression: 's.start_date', type: 'date', of: (subscription) => subscription.startDate },
    { expression: 's.id', type: 'uuid', of: (subscription) => subscription.id },
  ],
  direction: 'ASC',
  toItem: subscriptionOf,
};

/** Adds subscriptions. One statement, none for no subscription. */
export async function insertSubscriptions(
  pass: AccountPass | SyncPass,
  subscriptions: readonly Subscription[],
): Promise<void> {
  if (subscriptions.length === 0) return;
  const rows = subscriptions.map((one) => ({
    account_id: one.accountId,
    id: one.id,
    service_id: one.service.id,
    quantity: one.quantity,
    unit_price: one.unitPrice,
    currency: one.currency,
    billing_period: one.billingPeriod,
    start_date: one.startDate,
    end_date: one.endDate,
    source_subscription_id: one.sourceSubscriptionId,
    source_key: one.sourceSubscriptionId && sourceSubscriptionKey(one.accountId, one.sourceSubscriptionId),
  }));
  await write(
    pass,
    { by: ['CREATE_SUBSCRIPTION'], accounts: subscriptions.map((one) => one.accountId) },
    `INSERT INTO subscriptions (account_id, id, service_id, quantity, unit_price, currency, billing_period, start_date,
       end_date, source_subscription_id, source_key)
     SELECT account_id, id, service_id, quantity, unit_price::numeric, currency, billing_period, start_date, end_date,
       source_subscription_id, source_key
     FROM json_to_recordset($1::json) AS sold(account_id uuid, id uuid, service_id uuid, quantity int, unit_price text,
       currency text, billing_period text, start_date date, end_date date, source_subscription_id text, source_key uuid)`,
    [JSON.stringify(rows)],
  );
}

/** The subscriptions of an account with their last days, locked until the transaction ends. */
export async function lockSubscriptions(
  pass: AdministratorPass,
  accountId: string,
): Promise<{ id: string; endDate: string | null }[]> {
  return pass.transaction.query(
    `SELECT id, end_date AS "endDate" FROM subscriptions WHERE account_id = $1 ORDER BY id FOR UPDATE`,
    [accountId],
  );
}

/** Gives subscriptions of an account the ids that they have got in the reseller's BSS. One statement. */
export async function mapSubscriptions(
  pass: AdministratorPass,
  accountId: string,
  mapped: readonly { readonly subscriptionId: string; readonly sourceSubscriptionId: string }[],
): Promise<void> {
  if (mapped.length === 0) return;
  await write(
    pass,
    SETUP,
    `UPDATE subscriptions s SET source_subscription_id = m.source_id, source_key = m.source_key
     FROM unnest($2::uuid[], $3::text[], $4::uuid[]) AS m(id, source_id, source_key)
     WHERE s.account_id = $1 AND s.id = m.id`,
    [
      accountId,
      mapped.map((one) => one.subscriptionId),
      mapped.map((one) => one.sourceSubscriptionId),
      mapped.map((one) => sourceSubscriptionKey(accountId, one.sourceSubscriptionId)),
    ],
  );
}

/** Ends one subscription as its cancellation says; `endDate` is earlier when the account was deleted before. */
export async function endSubscription(
  pass: AccountPass | SyncPass,
  subscription: Pick<Subscription, 'accountId' | 'id' | 'endDate' | 'cancellationDate'>,
): Promise<void> {
  await write(
    pass,
    { by: ['CREATE_SUBSCRIPTION'], accounts: [subscription.accountId] },
    'UPDATE subscriptions SET end_date = $3, cancellation_date = $4 WHERE account_id = $1 AND id = $2',
    [subscription.accountId, subscription.id, subscription.endDate, subscription.cancellationDate],
  );
}

/** Ends every subscription of a deleted account on the day of the deletion, unless it ends before (S12). */
export async function endAllSubscriptions(
  pass: AccountPass | SyncPass,
  accountId: string,
  deletionDate: string,
): Promise<void> {
  await write(
    pass,
    { by: ['DELETE'], accounts: [accountId] },
    `UPDATE subscriptions SET end_date = LEAST(end_date, $2::date)
     WHERE account_id = $1 AND (end_date IS NULL OR end_date > $2::date)`,
    [accountId, deletionDate],
  );
}
