import { v7 } from 'uuid';
import { z } from 'zod';
import { DomainError, refusal } from '../../domain/errors';
import { canonicalId } from '../../domain/identifiers';
import { billingPeriod, day, filledText, firstDay, quantity, read } from '../../domain/input';
import { say } from '../../domain/message';
import { serviceNotOffered } from '../../domain/resellers/price-list';
import { decideCancellation } from '../../domain/selling/cancellation';
import { changeInput, decideChange } from '../../domain/selling/change';
import type { Subscription } from '../../domain/selling/subscription';
import { subscriptionSold } from '../../domain/selling/wording';
import { addLine, addLines } from '../../persistence/accounts/add-line';
import { atOnce } from '../../persistence/pass/at-once';
import type { AccountPass } from '../../persistence/pass/guard-pass';
import { createOnce } from '../../persistence/pass/idempotency';
import { loadPrices } from '../../persistence/resellers/service-repository';
import {
  findSubscription,
  insertSubscriptions,
  changeSubscription as writeChange,
} from '../../persistence/selling/subscription-repository';

/** A subscription that is sold, as it is sent. */
export const subscriptionInput = z.object({
  sku: filledText(),
  quantity,
  billingPeriod,
  startDate: firstDay.nullish(),
});

/** Sells an own account a subscription, from today unless another day is given (S14). Gives its id. */
export function createSubscription(
  pass: AccountPass,
  input: { readonly idempotencyKey?: string | null },
  today: string,
): Promise<{ id: string }> {
  return createOnce(pass, 'createSubscription', input, async () => {
    const sent = read(subscriptionInput, input, ['input']);
    const { account } = pass;
    const prices = await loadPrices(pass, [sent.sku]);
    const price = prices.priceOf(sent.sku, sent.billingPeriod, account.currency, null);
    if (!price) throw new DomainError(serviceNotOffered(sent, account.currency, ['input', 'sku']));
    const startDate = sent.startDate ?? today;
    const subscription: Subscription = {
      id: v7(),
      accountId: account.id,
      ...price,
      quantities: [{ from: startDate, quantity: sent.quantity }],
      currency: account.currency,
      billingPeriod: sent.billingPeriod,
      startDate,
      endDate: null,
      sourceSubscriptionId: null,
      sourceVersion: null,
      tenantResellerId: null,
      closedOn: null,
      cancellationDate: null,
      invoicedPeriods: 0,
    };
    await atOnce([
      insertSubscriptions(pass, [subscription]),
      addLine(pass, 'SOLD', subscriptionSold(sent.quantity, price.service.name, startDate)),
    ]);
    return { id: subscription.id };
  });
}

/** The last day of a subscription, as it is sent. */
export const endInput = day;

/** Ends a subscription that the distributor sold. The same again is no change, another day is a conflict. */
export async function cancelSubscription(
  pass: AccountPass,
  input: { subscriptionId: string; endDate: string },
): Promise<{ id: string }> {
  const endDate = read(endInput, input.endDate, ['input', 'endDate']);
  const subscription = await subscriptionNamed(pass, input.subscriptionId);
  const decision = decideCancellation(subscription, endDate, pass.account.deletionDate);
  if (decision.outcome === 'REJECTED') throw new DomainError(decision.refusal);
  if (decision.outcome === 'APPLIED') {
    await atOnce([writeChange(pass, decision.subscription), addLines(pass, pass.accountId, [decision.line])]);
  }
  return { id: subscription.id };
}

/** Changes quantities and end of a subscription that the distributor sold (S26). The same again is no change. */
export async function changeSubscription(
  pass: AccountPass,
  input: { subscriptionId: string },
): Promise<{ id: string }> {
  const change = read(changeInput, input, ['input']);
  const subscription = await subscriptionNamed(pass, input.subscriptionId);
  const decision = decideChange(subscription, change, pass.account.deletionDate);
  if (decision.outcome === 'REJECTED') throw new DomainError(decision.refusal);
  if (decision.outcome === 'APPLIED') {
    await atOnce([writeChange(pass, decision.subscription), addLines(pass, pass.accountId, [decision.line])]);
  }
  return { id: subscription.id };
}

async function subscriptionNamed(pass: AccountPass, sent: string): Promise<Subscription> {
  const id = canonicalId(sent);
  const subscription = id ? await findSubscription(pass.transaction, pass.accountId, id) : null;
  if (subscription) return subscription;
  throw new DomainError(refusal('NOT_FOUND', say('notFound.subscription'), ['input', 'subscriptionId']));
}
