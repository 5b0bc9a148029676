import { BILLING_PERIODS } from '../../domain/vocabulary';
import { day, isOneOf, numeric, oneOf, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { PRICE_LISTS } from './price-lists';
import { SERVICES } from './services';

/** What one unit of a service costs by a price list, from a day on, until a later entry is valid. */
export const PRICE_LIST_ENTRIES = table(
  'price_list_entries',
  {
    priceListId: uuid(),
    serviceId: uuid(),
    currency: text(),
    billingPeriod: oneOf(BILLING_PERIODS),
    validFrom: day(),
    amount: numeric(),
  },
  {
    primaryKey: ['pk_price_list_entries', 'priceListId', 'serviceId', 'currency', 'billingPeriod', 'validFrom'],
    checks: {
      ck_price_list_entries_billing_period: isOneOf('billing_period', BILLING_PERIODS),
      ck_price_list_entries_valid_from: `valid_from BETWEEN '1900-01-01' AND '9999-12-31'`,
      ck_price_list_entries_amount: 'amount >= 0',
    },
    foreignKeys: {
      fk_price_list_entries_price_list: [['priceListId'], PRICE_LISTS],
      fk_price_list_entries_service: [['serviceId'], SERVICES],
    },
  },
);
