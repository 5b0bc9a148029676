import { v7 } from 'uuid';
import { z } from 'zod';
import { assertNothingAgainst, type Refusal } from '../../domain/errors';
import { billingPeriod, fieldMessage, filledText, LIMITS, nameText, quantity, read } from '../../domain/input';
import { lineAmount, total } from '../../domain/money';
import { serviceNotOffered } from '../../domain/resellers/price-list';
import type { SalesDocument, SalesLine } from '../../domain/selling/sales-document';
import { sold } from '../../domain/selling/wording';
import type { BillingPeriod, SalesDocumentKind } from '../../domain/vocabulary';
import { addLine } from '../../persistence/accounts/add-line';
import { atOnce } from '../../persistence/pass/at-once';
import type { AccountPass } from '../../persistence/pass/guard-pass';
import { createOnce } from '../../persistence/pass/idempotency';
import { loadPrices } from '../../persistence/resellers/service-repository';
import { insertSalesDocument } from '../../persistence/selling/sales-document-repository';

const MAX_LINES = 200;
/** An opportunity, offer or order as it is sent. */
export const sellInput = z.object({
  title: nameText(LIMITS.text),
  lines: z
    .array(z.object({ sku: filledText(), billingPeriod, quantity }))
    .min(1, { message: fieldMessage('input.empty') })
    .max(MAX_LINES, { message: fieldMessage('input.tooMany', { most: MAX_LINES }) }),
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
    await atOnce([
      insertSalesDocument(pass, document),
      addLine(pass, 'SOLD', sold(kind, document.title, document.total, document.currency)),
    ]);
    return { id: document.id };
  });
}

async function pricedLines(
  pass: AccountPass,
  lines: readonly { sku: string; billingPeriod: BillingPeriod; quantity: number }[],
): Promise<SalesLine[]> {
  const { currency } = pass.account;
  const prices = await loadPrices(
    pass,
    lines.map((line) => line.sku),
  );
  const refusals: Refusal[] = [];
  const priced = lines.flatMap((line, index) => {
    const price = prices.priceOf(line.sku, line.billingPeriod, currency, null);
    if (price) {
      const { service, unitPrice } = price;
      return [{ service, unitPrice, billingPeriod: line.billingPeriod, quantity: line.quantity }];
    }
    refusals.push(serviceNotOffered(line, currency, ['input', 'lines', String(index), 'sku']));
    return [];
  });
  assertNothingAgainst(refusals);
  return priced;
}
