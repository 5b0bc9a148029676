import type { QuantityStep } from '../../domain/selling/quantities';
import { BILLING_PERIODS, PRICE_SOURCES } from '../../domain/vocabulary';
import { bigint, day, instant, integer, isOneOf, jsonb, numeric, oneOf, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { ACCOUNTS } from './accounts';
import { array, numberOf, object, textOf } from './documents';
import { SERVICES } from './services';

const quantities = jsonb<readonly QuantityStep[]>((value, what) =>
  array(value, what).map((one) => {
    const stored = object(one, what);
    return { from: textOf(stored, 'from', what), quantity: numberOf(stored, 'quantity', what) };
  }),
);

/** What an account is billed for. */
export const SUBSCRIPTIONS = table(
  'subscriptions',
  {
    accountId: uuid(),
    id: uuid(),
    serviceId: uuid(),
    quantities,
    /** The first of them, for servers of 0.1.0; a trigger keeps it, and nobody here reads it. */
    quantity: integer(),
    unitPrice: numeric(),
    priceSource: oneOf(PRICE_SOURCES).defaultValue('SERVICE'),
    currency: text(),
    billingPeriod: oneOf(BILLING_PERIODS),
    startDate: day(),
    endDate: day().nullable(),
    cancellationDate: day().nullable(),
    invoicedPeriods: integer().defaultValue(0),
    /** How many periods, from the first, owe nothing more in this state: what is pending is looked for after them. */
    settledPeriods: integer().defaultValue(0),
    sourceVersion: bigint().nullable(),
    /** Under whom it lies: who sent it, or to whom it was transferred; null while it is the distributor's own. */
    tenantResellerId: uuid().nullable(),
    /** The last day before its account left that reseller; what its source sends of it once it is back opens it again (S29). */
    closedOn: day().nullable(),
    /** When the account came back to that reseller: a period begun before and never billed is not due (S29). */
    dueFrom: day().nullable(),
    sourceSubscriptionId: text().nullable(),
    sourceKey: uuid().nullable(),
    createdAt: instant().default('now()'),
  },
  {
    primaryKey: ['pk_subscriptions', 'accountId', 'id'],
    unique: { uq_subscriptions_source: ['accountId', 'sourceKey'] },
    checks: {
      ck_subscriptions_days: ['start_date', 'end_date', 'cancellation_date']
        .map((name) => `(${name} IS NULL OR ${name} BETWEEN '0001-01-01' AND '9999-12-31')`)
        .join(' AND '),
      ck_subscriptions_quantity: 'quantity > 0',
      ck_subscriptions_quantities: `jsonb_typeof(quantities) = 'array' AND jsonb_array_length(quantities) BETWEEN 1 AND 1000
        AND NOT jsonb_path_exists(quantities, '$[*] ? (!(@.quantity >= 1) || !(@.from.type() == "string"))')
        AND (quantities -> 0 ->> 'from')::date = start_date`,
      ck_subscriptions_unit_price: 'unit_price >= 0',
      ck_subscriptions_billing_period: isOneOf('billing_period', BILLING_PERIODS),
      ck_subscriptions_price_source: isOneOf('price_source', PRICE_SOURCES),
      ck_subscriptions_source_version: 'source_version >= 0',
      ck_subscriptions_invoiced_periods: 'invoiced_periods >= 0',
      ck_subscriptions_settled_periods: 'settled_periods >= 0',
      ck_subscriptions_manager: 'tenant_reseller_id IS NULL OR source_key IS NOT NULL',
      ck_subscriptions_source: '(source_subscription_id IS NULL) = (source_key IS NULL)',
    },
    indexes: { ix_subscriptions_start: ['accountId', 'startDate', 'id'] },
    foreignKeys: {
      fk_subscriptions_account: [['accountId'], ACCOUNTS],
      fk_subscriptions_service: [['serviceId'], SERVICES],
    },
  },
);
