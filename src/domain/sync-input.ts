import { z } from 'zod';
import type { CustomerSnapshot, SyncItem } from './customer-sync';
import {
  billingAddress,
  billingPeriod,
  currency,
  day,
  filledText,
  LIMITS,
  optionalText,
  type Parsed,
  parse,
  quantity,
  synchronizationOptions,
  version,
} from './input';
import type { PaidSubscription } from './paid-subscription';

const customerSnapshot: z.ZodType<CustomerSnapshot> = z.object({
  sourceAccountId: filledText(),
  sourceVersion: version,
  name: filledText(LIMITS.name),
  accountingNo: optionalText(),
  email: optionalText(),
  billingAddress,
  status: z.enum(['ACTIVE', 'SUSPENDED']),
  currency: currency.nullish().transform((code) => code ?? null),
  synchronizationOptions,
});

const paidSubscription: z.ZodType<PaidSubscription> = z.object({
  sourceSubscriptionId: filledText(),
  sku: filledText(),
  quantity,
  billingPeriod,
  startDate: day,
  trial: z
    .boolean()
    .nullish()
    .transform((trial) => trial ?? false),
});

/** Reads the arguments of recordPaidSubscription as the one item that they are. */
export function parseRecordPaidSubscription(input: { customer: unknown; subscription: unknown }): Parsed<SyncItem> {
  const path = {
    customer: ['input', 'customer'],
    subscription: () => ['input', 'subscription'],
  };
  const customer = parse(customerSnapshot, input.customer, path.customer);
  const subscription = parse(paidSubscription, input.subscription, path.subscription());
  if (customer.refusals || subscription.refusals) {
    return { refusals: [...(customer.refusals ?? []), ...(subscription.refusals ?? [])] };
  }
  return { value: { customer: customer.value, paidSubscriptions: [subscription.value], path } };
}
