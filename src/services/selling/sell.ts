import { v7 } from 'uuid';
import { z } from 'zod';
import { assertNothingAgainst, DomainError, type Refusal } from '../../domain/errors';
import { canonicalId } from '../../domain/identifiers';
import { billingPeriod, day, filledText, quantity, read } from '../../domain/input';
import { lineAmount, total } from '../../domain/money';
import { serviceNotOffered } from '../../domain/resellers/price-list';
import { decideCancellation } from '../../domain/selling/cancellation';
import type { SalesDocument, SalesLine } from '../../domain/selling/sales-document';
import type { Subscription } from '../../domain/selling/subscription';
import { sold, subscriptionSold } from '../../domain/selling/wording';
import type { BillingPeriod, SalesDocumentKind } from '../../domain/vocabulary';
import { addLine, addLines } from '../../persistence/accounts/add-line';
import type { AccountPass } from '../../persistence/pass/guard-pass';
import { createOnce } from '../../persistence/pass/idempotency';
import { loadPriceList } from '../../persistence/resellers/service-repository';
import { insertSalesDocument } from '../../persistence/selling/sales-document-repository';
import {
  endSubscription,
  findSubscription,
  insertSubscriptions,
} from '../../persistence/selling/subscription-repository';

const MAX_LINES = 200;
const sellInput = z.object({
  title: filledText(),
  lines: z
    .array(z.object({ sku: filledText(), billingPeriod, quantity }))
    .min(1, { message: 'must have a line' })
    .max(MAX_LINES, { message: `must have at most ${MAX_LINES} lines` }),
});
const subscriptionInput = z.object({
  sku: filledText(),
  quantity,
  billingPeriod,
  startDate: day.nullish(),
});

/** Adds an opportunity, offer or order to an own account, at the price list's prices (S14). Gives its id. */
export function createSalesDocument(
  pass: AccountPass,
  kind: SalesDocumentKind,
  input: { readonly idempotencyKey?: string | null },
): Promise<{ id: string }> {
  return createOnce(pass, pass.action, input, async () => {
    const sent = read(sellInput, input, ['input']);
    const { account } = pass;
    const lines = await pricedLines(pass, sent.lines);
    const amounts = lines.map((line) => lineAmount(line.quantity, line.unitPrice, account.currency));
    const document: SalesDocument = {
      id: v7(),
      accountId: account.id,
      kind,
      title: sent.title,
      currency: account.currency,
      total: total(amounts, account.currency),
      lines,
    };
    await insertSalesDocument(pass, document);
    await addLine(pass, 'SOLD', sold(kind, document.title, document.total, document.currency));
    return { id: document.id };
  });
}

async function pricedLines(
  pass: AccountPass,
  lines: readonly { sku: string; billingPeriod: BillingPeriod; quantity: number }[],
): Promise<SalesLine[]> {
  const { currency } = pass.account;
  const prices = await loadPriceList(
    pass.transaction,
    lines.map((line) => line.sku),
  );
  const refusals: Refusal[] = [];
  const priced = lines.flatMap((line, index) => {
    const price = prices.priceOf(line.sku, line.billingPeriod, currency);
    if (price) return [{ ...price, billingPeriod: line.billingPeriod, quantity: line.quantity }];
    refusals.push(serviceNotOffered(line, currency, ['input', 'lines', String(index), 'sku']));
    return [];
  });
  assertNothingAgainst(refusals);
  return priced;
}

/** Sells an own account a subscription, from today unless another day is given (S14). Gives its id. */
export function createSubscription(
  pass: AccountPass,
  input: { readonly idempotencyKey?: string | null },
  today: string,
): Promise<{ id: string }> {
  return createOnce(pass, 'createSubscription', input, async () => {
    const sent = read(subscriptionInput, input, ['input']);
    const { account } = pass;
    const prices = await loadPriceList(pass.transaction, [sent.sku]);
    const price = prices.priceOf(sent.sku, sent.billingPeriod, account.currency);
    if (!price) throw new DomainError(serviceNotOffered(sent, account.currency, ['input', 'sku']));
    const subscription: Subscription = {
      id: v7(),
      accountId: account.id,
      ...price,
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
    throw new DomainError({ code: 'NOT_FOUND', message: 'The account has no subscription of this id.', path });
  }
  const decision = decideCancellation(subscription, endDate, pass.account.deletionDate);
  if (decision.outcome === 'REJECTED') throw new DomainError(decision.refusal);
  if (decision.outcome === 'APPLIED') {
    await endSubscription(pass, decision.subscription);
    await addLines(pass, pass.accountId, [decision.line]);
  }
  return { id: subscription.id };
}
