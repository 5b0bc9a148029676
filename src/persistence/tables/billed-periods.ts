import { boolean, day, numeric, uuid } from '../engine/column';
import { table } from '../engine/table';

/**
 * What has been issued for a period of a subscription, named by its first day, and credited of that (S26). Triggers keep
 * it, from the lines of invoices, and as those it has no foreign key to what is charged; it lies by the account that is charged, where the lines may lie by the one that pays.
 */
export const BILLED_PERIODS = table(
  'billed_periods',
  {
    accountId: uuid(),
    subscriptionId: uuid(),
    period: day(),
    /** Of the first line that was issued for it: the price of the period from then on. */
    unitPrice: numeric(),
    issued: numeric(),
    credited: numeric().defaultValue(0),
    /** Issued before this rule, or before the account came to who manages it now: nothing more is due for it, and nothing less. */
    dueAsIssued: boolean().defaultValue(false),
  },
  { primaryKey: ['pk_billed_periods', 'accountId', 'subscriptionId', 'period'] },
);
