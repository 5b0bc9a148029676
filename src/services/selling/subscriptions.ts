import { v7 } from 'uuid';
import { z } from 'zod';
import { DomainError, refusal } from '../../domain/errors';
import { canonicalId } from '../../domain/identifiers';
import { billingPeriod, day, filledText, firstDay, quantity, read } from '../../domain/input';
import { say } from '../../domain/message';
import { serviceNotOffered } from '../../domain/resellers/price-list';
import { decideCancellation } from '../../domain/selling/cancellation';
import type { Subscription } from '../../domain/selling/subscription';
import { subscriptionSold } from '../../domain/selling/wording';
import { addLine, addLines } from '../../persistence/accounts/add-line';
import type { AccountPass } from '../../persistence/pass/guard-pass';
import { createOnce } from '../../persistence/pass/idempotency';
import { loadPrices } from '../../persistence/resellers/service-repository';
import {
  endSubscription,
  findSubscription,
  insertSubscriptions,
} from '../../persistence/selling/subscription-repository';

const subscriptionInput = z.object({
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
    const subscription: Subscription = {
      id: v7(),
      accountId: account.id,
      service: price.service,
      unitPrice: price.unitPrice,
      quantity: sent.quantity,
      currency: account.currency,
      billingPeriod: sent.billingPeriod,
      startDate: sent.startDate ?? today,
      endDate: null,
      sourceSubscriptionId: null,
      cancellationDate: null,
      invoicedPeriods: 0,
    };
    await insertSubscriptions(pass, [subscription]);
    await addLine(pass, 'SOLD', subscriptionSold(subscription.quantity, price.service.name, subscription.startDate));
    return { id: subscription.id };
  });
}

/** Ends a subscription that the distributor sold. The same again is no change, another day is a conflict. */
export async function cancelSubscription(
  pass: AccountPass,
  input: { subscriptionId: string; endDate: string },
): Promise<{ id: string }> {
  const endDate = read(day, input.endDate, ['input', 'endDate']);
  const path = ['input', 'subscriptionId'];
  const id = canonicalId(input.subscriptionId);
  const subscription = id ? await findSubscription(pass.transaction, pass.accountId, id) : null;
  if (!subscription) {
    throw new DomainError(refusal('NOT_FOUND', say('notFound.subscription'), path));
  }
  const decision = decideCancellation(subscription, endDate, pass.account.deletionDate);
  if (decision.outcome === 'REJECTED') throw new DomainError(decision.refusal);
  if (decision.outcome === 'APPLIED') {
    await endSubscription(pass, decision.subscription);
    await addLines(pass, pass.accountId, [decision.line]);
  }
  return { id: subscription.id };
}
