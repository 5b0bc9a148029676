import { v7 } from 'uuid';
import { z } from 'zod';
import { refusalsOfAccounts, resellerBilledToAnother } from '../../domain/accounts/account-reference';
import { namedReseller } from '../../domain/accounts/account-view';
import { assertNothingAgainst, DomainError, type Refusal, refusal } from '../../domain/errors';
import { canonicalId } from '../../domain/identifiers';
import { amount, fieldMessage, invalidInput, LIMITS, nameText, positiveAmount, read } from '../../domain/input';
import { say } from '../../domain/message';
import { lineAmount, total } from '../../domain/money';
import type { TenantReseller } from '../../domain/tenant-reseller';
import { holdReferences } from '../../persistence/accounts/account-locks';
import { insertInvoice } from '../../persistence/billing/invoicing';
import type { AccountPass } from '../../persistence/pass/guard-pass';
import { createOnce } from '../../persistence/pass/idempotency';
import { storedPayerRefusal } from './stored-payer';

const MAX_LINES = 200;
/** The lines of an invoice by hand, as they are sent. */
export const linesInput = z
  .array(
    z.object({
      description: nameText(LIMITS.text),
      quantity: positiveAmount,
      unitPrice: amount,
    }),
  )
  .min(1, { message: fieldMessage('input.empty') })
  .max(MAX_LINES, { message: fieldMessage('input.tooMany', { most: MAX_LINES }) });

/** An invoice by hand, as it is sent. */
export interface CreateInvoice {
  readonly billToId?: string | null;
  readonly lines: readonly unknown[];
  readonly idempotencyKey?: string | null;
}

/** Issues an invoice by hand, in the account's currency; on a managed account it is billed to the tenant reseller (S20). */
export function createInvoice(pass: AccountPass, input: CreateInvoice, today: string): Promise<{ id: string }> {
  return createOnce(pass, 'createInvoice', input, async () => {
    const billToId = await billTo(pass, input.billToId ?? null);
    const sent = read(linesInput, input.lines, ['input', 'lines']);
    const { currency } = pass.account;
    const priced = sent.map((line) => ({
      ...line,
      amount: lineAmount(line.quantity, line.unitPrice, currency),
      accountId: pass.accountId,
      subscriptionId: null,
      period: null,
      fromDay: null,
      correctsPosition: null,
    }));
    const invoice = {
      id: v7(),
      kind: 'INVOICE',
      correctsId: null,
      reason: null,
      billToId,
      issueDate: today,
      currency,
      total: total(
        priced.map((line) => line.amount),
        currency,
      ),
    } as const;
    await insertInvoice(pass, invoice, priced);
    return { id: invoice.id };
  });
}

const PATH = ['input', 'billToId'];

/** Who pays, named or not (S20). */
async function billTo(pass: AccountPass, sent: string | null): Promise<string> {
  const { account, managedBy } = pass.loaded;
  if (managedBy) return billToReseller(managedBy, sent);
  const id = sent === null ? (account.billToId ?? account.id) : canonicalId(sent);
  if (!id) throw new DomainError(invalidInput(PATH, 'input.uuid'));
  if (id === account.id) return id;
  const refusal = resellerBilledToAnother(pass.loaded, id, namedReseller(pass.loaded), PATH);
  assertNothingAgainst(refusal ? [refusal] : await refusalsOfPayer(pass, sent === null ? null : id));
  return id;
}

function billToReseller({ accountId, name }: TenantReseller, sent: string | null): string {
  if (sent === null || canonicalId(sent) === accountId) return accountId;
  throw new DomainError(refusal('BILL_TO_MUST_BE_RESELLER', say('billTo.resellerOnly', { reseller: name }), PATH));
}

/** What speaks against the account that is named to pay, or against the one that is stored: hidden or not, it pays. */
async function refusalsOfPayer(pass: AccountPass, named: string | null): Promise<Refusal[]> {
  if (named !== null) return refusalsOfAccounts({ billToId: named }, await holdReferences(pass, [named]));
  const refusal = await storedPayerRefusal(pass, PATH);
  return refusal ? [refusal] : [];
}
