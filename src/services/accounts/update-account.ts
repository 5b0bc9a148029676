import { type AccountChange, accountChanges } from '../../domain/accounts/account-change';
import { type EditInput, type EditPlan, planEdit } from '../../domain/accounts/account-edit';
import { resellerBilledToAnother } from '../../domain/accounts/account-reference';
import { namedReseller } from '../../domain/accounts/account-view';
import { edited } from '../../domain/accounts/wording';
import { assertNothingAgainst, DomainError, type Refusal, refusal } from '../../domain/errors';
import { invalidInput, read, version } from '../../domain/input';
import { say } from '../../domain/message';
import { type AboveField, hasRecords, wouldMakeCircle } from '../../persistence/accounts/account-facts';
import { changeAccount } from '../../persistence/accounts/account-writes';
import { addLine } from '../../persistence/accounts/add-line';
import { holdCustomFieldDefinitions } from '../../persistence/accounts/custom-field-repository';
import { atOnce } from '../../persistence/pass/at-once';
import type { AccountPass } from '../../persistence/pass/guard-pass';
import { checkReferences } from './references';

/**
 * Changes what is not locked, all or nothing (S15). What is posted back as it is stored is no change. Gives what a dry run
 * would change (S32).
 */
export async function updateAccount(pass: AccountPass, input: EditInput): Promise<AccountChange[]> {
  assertExpectedRevision(pass, input.expectedRevision);
  const definitions = await holdCustomFieldDefinitions(pass);
  const plan = planEdit(pass.loaded, pass.caller, definitions, input);
  assertNothingAgainst(plan.refusals);
  assertNothingAgainst(await refusalsOfChanges(pass, plan.changes));
  if (plan.labels.length === 0) return [];
  await atOnce([changeAccount(pass, plan.changes), addLine(pass, 'EDITED', edited(plan.labels))]);
  return pass.isDryRun ? accountChanges(pass.caller, pass.account, { ...pass.account, ...plan.changes }) : [];
}

function assertExpectedRevision(pass: AccountPass, sent: unknown): void {
  if (sent === undefined || sent === null) return;
  const path = ['input', 'expectedRevision'];
  const expected = read(version, sent, path);
  if (expected === pass.account.revision) return;
  throw new DomainError(refusal('CONCURRENT_EDIT', say('edit.concurrent', { revision: pass.account.revision }), path));
}

/** What only the database can tell: whether what is named is there, and what a change would do to others. */
async function refusalsOfChanges(pass: AccountPass, changes: EditPlan['changes']): Promise<Refusal[]> {
  const { refusals, visible } = await checkReferences(pass, changes);
  const { parentId, billToId, currency } = changes;
  const { account } = pass;
  const others: Refusal[] = [];
  const billed = resellerBilledToAnother(pass.loaded, billToId ?? null, namedReseller(pass.loaded), [
    'input',
    'billToId',
  ]);
  if (billed) others.push(billed);
  const makesCircle = async (field: AboveField, id: string | null | undefined) =>
    id ? visible.has(id) && (await wouldMakeCircle(pass, account.id, field, id)) : false;
  if (await makesCircle('parentId', parentId)) {
    others.push(invalidInput(['input', 'parentId'], 'input.belowItself'));
  }
  // Itself is no circle: whoever pays for nobody else pays for itself.
  if (billToId !== account.id && (await makesCircle('billToId', billToId))) {
    others.push(invalidInput(['input', 'billToId'], 'input.billedToItself'));
  }
  if (currency && (await hasRecords(pass.transaction, account.id))) {
    others.push(invalidInput(['input', 'currency'], 'input.currencyFixed', { currency: account.currency }));
  }
  return [...refusals, ...others];
}
