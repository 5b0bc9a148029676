import { v7 } from 'uuid';
import { z } from 'zod';
import { refusalsOfAccounts } from '../../domain/accounts/account-reference';
import { invoiceIssued } from '../../domain/billing/wording';
import { assertNothingAgainst, DomainError } from '../../domain/errors';
import { canonicalId } from '../../domain/identifiers';
import { amount, filledText, invalidInput, read } from '../../domain/input';
import { lineAmount, total } from '../../domain/money';
import { holdReferences } from '../../persistence/accounts/account-locks';
import { addLine } from '../../persistence/accounts/add-line';
import { insertInvoice } from '../../persistence/billing/invoicing';
import type { AccountPass } from '../../persistence/pass/guard-pass';
import { createOnce } from '../../persistence/pass/idempotency';

const MAX_LINES = 200;
const lines = z
  .array(
    z.object({
      description: filledText(),
      quantity: amount.refine((value) => /[1-9]/.test(value), { message: 'must be more than 0' }),
      unitPrice: amount,
    }),
  )
  .min(1, { message: 'must have a line' })
  .max(MAX_LINES, { message: `must have at most ${MAX_LINES} lines` });

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
    const sent = read(lines, input.lines, ['input', 'lines']);
    const { currency } = pass.account;
    const priced = sent.map((line) => ({
      ...line,
      amount: lineAmount(line.quantity, line.unitPrice, currency),
    }));
    const invoice = {
      id: v7(),
      billToId,
      issueDate: today,
      currency,
      total: total(
        priced.map((line) => line.amount),
        currency,
      ),
    };
    const number = await insertInvoice(pass, invoice, priced);
    await addLine(pass, 'INVOICED', invoiceIssued(number, invoice.total, currency));
    return { id: invoice.id };
  });
}

async function billTo(pass: AccountPass, sent: string | null): Promise<string> {
  const { account, managedBy } = pass.loaded;
  const path = ['input', 'billToId'];
  if (sent === null) return managedBy?.accountId ?? account.billToId ?? account.id;
  const id = canonicalId(sent);
  if (managedBy && id !== managedBy.accountId) {
    const message = `Invoices of this account are billed to ${managedBy.name}, and to nobody else.`;
    throw new DomainError({ code: 'BILL_TO_MUST_BE_RESELLER', message, path });
  }
  if (!id) throw new DomainError(invalidInput(path, { message: 'must be a UUID' }));
  if (managedBy || id === account.id) return id;
  const visible = await holdReferences(pass, [id]);
  assertNothingAgainst(refusalsOfAccounts({ billToId: id }, visible));
  return id;
}
