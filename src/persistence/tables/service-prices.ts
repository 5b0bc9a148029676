import { BILLING_PERIODS } from '../../domain/vocabulary';
import { isOneOf, numeric, oneOf, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { SERVICES } from './services';

/** What one unit of a service costs for one billing period in one currency. */
export const SERVICE_PRICES = table(
  'service_prices',
  { serviceId: uuid(), currency: text(), billingPeriod: oneOf(BILLING_PERIODS), amount: numeric() },
  {
    primaryKey: ['pk_service_prices', 'serviceId', 'currency', 'billingPeriod'],
    checks: {
      ck_service_prices_billing_period: isOneOf('billing_period', BILLING_PERIODS),
      ck_service_prices_amount: 'amount >= 0',
    },
    foreignKeys: { fk_service_prices_service: [['serviceId'], SERVICES] },
  },
);
