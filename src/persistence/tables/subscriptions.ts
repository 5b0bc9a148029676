import { BILLING_PERIODS } from '../../domain/vocabulary';
import { day, instant, integer, isOneOf, numeric, oneOf, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { ACCOUNTS } from './accounts';
import { SERVICES } from './services';

/** What an account is billed for. */
export const SUBSCRIPTIONS = table(
  'subscriptions',
  {
    accountId: uuid(),
    id: uuid(),
    serviceId: uuid(),
    quantity: integer(),
    unitPrice: numeric(),
    currency: text(),
    billingPeriod: oneOf(BILLING_PERIODS),
    startDate: day(),
    endDate: day().nullable(),
    cancellationDate: day().nullable(),
    invoicedPeriods: integer().defaultValue(0),
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
      ck_subscriptions_unit_price: 'unit_price >= 0',
      ck_subscriptions_billing_period: isOneOf('billing_period', BILLING_PERIODS),
      ck_subscriptions_invoiced_periods: 'invoiced_periods >= 0',
      ck_subscriptions_source: '(source_subscription_id IS NULL) = (source_key IS NULL)',
    },
    indexes: { ix_subscriptions_start: ['accountId', 'startDate', 'id'] },
    foreignKeys: {
      fk_subscriptions_account: [['accountId'], ACCOUNTS],
      fk_subscriptions_service: [['serviceId'], SERVICES],
    },
  },
);
