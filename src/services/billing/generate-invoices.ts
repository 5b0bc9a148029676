import { assertNothingAgainst, DomainError, type Refusal, refusal } from '../../domain/errors';
import { canonicalId } from '../../domain/identifiers';
import { day, invalidInput, read } from '../../domain/input';
import { say } from '../../domain/message';
import { findBilledSubscriptions, holdForInvoicing, issuePendingInvoices } from '../../persistence/billing/invoicing';
import type { AccountPass } from '../../persistence/pass/guard-pass';
import { createOnce } from '../../persistence/pass/idempotency';
import { storedPayerRefusal } from './stored-payer';

/** By which day, as it is sent. */
export const asOfInput = day;

/** What is to be invoiced, as it is sent. */
export interface GenerateInvoices {
  readonly asOf?: string | null;
  readonly subscriptionIds?: readonly string[] | null;
  readonly idempotencyKey?: string | null;
}

/** Issues what is pending by a day (S16). Of two calls one finds it issued (test/races/invoices.test.ts). */
export function generateInvoices(
  pass: AccountPass,
  input: GenerateInvoices,
  today: string,
): Promise<{ ids: readonly string[] }> {
  return createOnce(pass, 'generateInvoices', input, async () => {
    const asOf = readAsOf(input.asOf ?? today, today);
    const payerRefusal = await storedPayerRefusal(pass, ['input', 'accountId']);
    if (payerRefusal) throw new DomainError(payerRefusal);
    const billed = await holdForInvoicing(pass);
    const subscriptionIds = input.subscriptionIds ? await readSubscriptions(pass, input.subscriptionIds) : null;
    const ids = await issuePendingInvoices(pass, { billed, asOf, today, subscriptionIds }, today);
    if (ids.length > 0) return { ids };
    throw new DomainError(
      refusal('NOTHING_TO_INVOICE', say('invoice.nothingPending', { day: asOf }), ['input', 'accountId']),
    );
  });
}

function readAsOf(sent: string, today: string): string {
  const path = ['input', 'asOf'];
  const asOf = read(asOfInput, sent, path);
  if (asOf <= today) return asOf;
  throw new DomainError(invalidInput(path, 'input.notDueYet', { today }));
}

async function readSubscriptions(pass: AccountPass, sent: readonly string[]): Promise<string[]> {
  const ids = sent.map((id) => canonicalId(id));
  const known = await findBilledSubscriptions(
    pass,
    ids.filter((id) => id !== null),
  );
  const refusals = ids.flatMap<Refusal>((id, index) =>
    id !== null && known.has(id)
      ? []
      : [refusal('NOT_FOUND', say('notFound.subscription'), ['input', 'subscriptionIds', String(index)])],
  );
  assertNothingAgainst(refusals);
  return [...known];
}
