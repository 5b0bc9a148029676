import { v7 } from 'uuid';
import { z } from 'zod';
import { creditLine } from '../../domain/billing/credit';
import type { Invoice, IssuedLine } from '../../domain/billing/invoice';
import { assertNothingAgainst, DomainError, type Refusal, refusal } from '../../domain/errors';
import { canonicalId, invoiceLineId } from '../../domain/identifiers';
import { fieldMessage, invalidInput, knownId, LIMITS, nameText, positiveTotal, read } from '../../domain/input';
import { fieldAt, say } from '../../domain/message';
import { total } from '../../domain/money';
import { findInvoices, linesOfInvoice } from '../../persistence/billing/invoice-repository';
import { insertInvoice } from '../../persistence/billing/invoicing';
import type { AccountPass } from '../../persistence/pass/guard-pass';
import { createOnce } from '../../persistence/pass/idempotency';

const MAX_LINES = 1000;
/** A credit note as it is sent, but for the invoice. */
export const creditNoteInput = z.object({
  lines: z
    .array(z.object({ invoiceLineId: knownId, amount: positiveTotal }))
    .min(1, { message: fieldMessage('input.empty') })
    .max(MAX_LINES, { message: fieldMessage('input.tooMany', { most: MAX_LINES }) }),
  reason: nameText(LIMITS.text),
});

/** A credit note, as it is sent. */
export interface CreateCreditNote {
  readonly invoiceId: string;
  readonly lines: readonly unknown[];
  readonly reason: string;
  readonly idempotencyKey?: string | null;
}

/**
 * Takes back lines of an invoice by a credit note that is billed like it (S26). The account's row is locked, so that of two
 * at once the second sees what the first has taken back (test/races/credit-notes.test.ts).
 */
export function createCreditNote(pass: AccountPass, input: CreateCreditNote, today: string): Promise<{ id: string }> {
  return createOnce(pass, 'createCreditNote', input, async () => {
    const sent = read(creditNoteInput, input, ['input']);
    const invoice = await invoiceToCredit(pass, input.invoiceId);
    const credited = creditedLines(await linesOfInvoice(pass.transaction, invoice.id), invoice, sent.lines);
    const { currency, billToId, id: correctsId } = invoice;
    const amounts = credited.map((line) => line.amount);
    const { reason } = sent;
    const note = { id: v7(), kind: 'CREDIT_NOTE', billToId, issueDate: today, currency, correctsId, reason } as const;
    await insertInvoice(pass, { ...note, total: total(amounts, currency) }, credited);
    return { id: note.id };
  });
}

async function invoiceToCredit(pass: AccountPass, sent: string): Promise<Invoice> {
  const path = ['input', 'invoiceId'];
  const id = canonicalId(sent);
  const invoice = id && (await findInvoices(pass.transaction, [id])).get(id);
  if (!invoice || invoice.accountId !== pass.accountId) {
    throw new DomainError(refusal('NOT_FOUND', say('notFound.invoice'), path));
  }
  if (invoice.kind === 'CREDIT_NOTE') throw new DomainError(invalidInput(path, 'input.creditNote'));
  return invoice;
}

function creditedLines(
  lines: readonly IssuedLine[],
  { id, currency }: Invoice,
  sent: readonly { readonly invoiceLineId: string; readonly amount: string }[],
) {
  const byId = new Map(lines.map((line) => [invoiceLineId(id, line.position), line]));
  const named = new Set<string>();
  const refusals: Refusal[] = [];
  const credited = sent.flatMap((one, index) => {
    const path = ['input', 'lines', String(index)];
    const lineAt = [...path, 'invoiceLineId'];
    const lineId = one.invoiceLineId.toLowerCase();
    const line = byId.get(lineId);
    const result = line
      ? named.has(lineId)
        ? refusal('INVALID_INPUT', say('input.namedTwice', { field: fieldAt(lineAt) }), [...path, 'amount'])
        : creditLine(line, one.amount, currency, [...path, 'amount'])
      : refusal('NOT_FOUND', say('notFound.invoiceLine'), lineAt);
    named.add(lineId);
    if (!('code' in result)) return [result];
    refusals.push(result);
    return [];
  });
  assertNothingAgainst(refusals);
  return credited;
}
