import { z } from 'zod';
import { snapshotAddress } from '../accounts/account-input';
import { MASTERED_SCHEMAS } from '../accounts/mastered';
import { isBlank } from '../folding';
import {
  billingPeriod,
  day,
  fieldMessage,
  filledText,
  firstDay,
  LIMITS,
  type Parsed,
  parse,
  quantity,
  version,
} from '../input';
import { given, TOLD } from '../input-limits';
import { quantitySteps, startsOn } from '../selling/quantities';
import { type CustomerSnapshot, type PaidSubscription, SOURCE_STATUSES, type SyncItem } from './sync-item';

/** A country or a currency that nobody knows refuses nothing: it would keep a suspension from being applied (S3, S10). */
const customerSnapshot: z.ZodType<CustomerSnapshot> = z
  .object({
    sourceAccountId: filledText(),
    sourceVersion: version,
    ...MASTERED_SCHEMAS,
    billingAddress: snapshotAddress,
    status: z.enum(SOURCE_STATUSES),
    currency: z
      .string()
      .nullish()
      .transform((code) => (isBlank(code ?? '') ? null : (code ?? '').trim().toUpperCase())),
  })
  .transform((sent) => {
    const { billingAddress, hasUnknownCountry } = sent.billingAddress;
    return { hasUnknownCountry, ...sent, billingAddress };
  });

/** Its whole state when it has a version; without, what it was bought as (S26). */
const paidSubscription: z.ZodType<PaidSubscription> = z
  .object({
    sourceSubscriptionId: filledText(),
    sku: filledText(),
    quantity: quantity.nullish(),
    quantities: quantitySteps.nullish(),
    billingPeriod,
    startDate: day,
    endDate: day.nullish().transform((endDate) => endDate ?? null),
    sourceVersion: version.nullish().transform((sent) => sent ?? null),
    trial: z
      .boolean()
      .nullish()
      .transform((trial) => trial ?? false),
  })
  .transform((paid, context) => {
    const { quantity: units, quantities, sourceSubscriptionId, sku, startDate, endDate, sourceVersion, trial } = paid;
    const wrong = (field: string, message: string) =>
      context.issues.push({ code: 'custom', path: [field], message, input: paid });
    const steps = quantities ?? (typeof units === 'number' ? [{ from: startDate, quantity: units }] : []);
    if (steps.length === 0) wrong('quantity', fieldMessage('input.quantityNeeded'));
    if (quantities && typeof units === 'number') wrong('quantities', fieldMessage('input.quantityTwice'));
    if (quantities && !startsOn(quantities, startDate)) {
      context.issues.push({
        code: 'custom',
        path: ['quantities', 0, 'from'],
        message: fieldMessage('input.notTheStart', { start: startDate }),
        input: paid,
      });
    }
    if (sourceVersion === null) {
      if (quantities) wrong('quantities', fieldMessage('input.needsVersion'));
      if (endDate !== null) wrong('endDate', fieldMessage('input.needsVersion'));
    }
    const { billingPeriod: period } = paid;
    return {
      sourceSubscriptionId,
      sku,
      quantities: steps,
      billingPeriod: period,
      startDate,
      endDate,
      sourceVersion,
      trial,
    };
  })
  .register(TOLD, {
    oneOf: [given('quantity'), given('quantities')],
    if: { anyOf: [given('quantities'), given('endDate')] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: given('sourceVersion'),
  });

/** One item of syncCustomers. */
export const syncItem = z.object({
  customer: customerSnapshot,
  paidSubscriptions: z
    .array(paidSubscription)
    .max(LIMITS.subscriptionsPerItem, { message: fieldMessage('input.tooMany', { most: LIMITS.subscriptionsPerItem }) })
    .nullish()
    .transform((subscriptions) => subscriptions ?? []),
});

/** Reads one item of syncCustomers. */
export function parseSyncItem(item: unknown, index: number): Parsed<SyncItem> {
  const path = ['input', 'items', String(index)];
  const sent = parse(syncItem, item, path);
  if (sent.refusals) return sent;
  const { customer, paidSubscriptions } = sent.value;
  return {
    value: {
      customer,
      paidSubscriptions,
      path: {
        customer: [...path, 'customer'],
        subscription: (subscription) => [...path, 'paidSubscriptions', String(subscription)],
      },
    },
  };
}

export const purchaseInput = z.object({ customer: customerSnapshot, subscription: paidSubscription });

/** Reads the arguments of recordPaidSubscription as the one item that they are. */
export function parseRecordPaidSubscription(input: unknown): Parsed<SyncItem> {
  const sent = parse(purchaseInput, input, ['input']);
  if (sent.refusals) return sent;
  const { customer, subscription } = sent.value;
  return {
    value: {
      customer,
      paidSubscriptions: [subscription],
      path: { customer: ['input', 'customer'], subscription: () => ['input', 'subscription'] },
    },
  };
}

export const restorationInput = z.object({ customer: customerSnapshot });

/** Reads the arguments of restoreManagedAccount as an item without subscriptions. */
export function parseRestoration(input: unknown): Parsed<SyncItem> {
  const sent = parse(restorationInput, input, ['input']);
  if (sent.refusals) return sent;
  const path = { customer: ['input', 'customer'], subscription: () => ['input'] };
  return { value: { ...sent.value, paidSubscriptions: [], path } };
}

/** A cancellation as the reseller's BSS reports it. */
export const cancellationInput = z.object({
  sourceAccountId: filledText(),
  sourceSubscriptionId: filledText(),
  endDate: day,
});

/** A deletion as the reseller's BSS reports it. */
export const deletionInput = z.object({
  sourceAccountId: filledText(),
  sourceVersion: version,
  endDate: firstDay.nullish(),
});
