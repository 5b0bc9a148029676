import { type EditableValues, type EditInput, planEdit } from '../../domain/accounts/account-edit';
import { refusalsOfDeleted } from '../../domain/accounts/account-reference';
import { edited } from '../../domain/accounts/wording';
import { asDomainError, DomainError, type Refusal, referenceNotFound } from '../../domain/errors';
import { invalidInput, parse, version } from '../../domain/input';
import { hasRecords, wouldMakeCircle } from '../../persistence/accounts/account-facts';
import { holdReferences } from '../../persistence/accounts/account-locks';
import { changeAccount } from '../../persistence/accounts/account-writes';
import { holdCustomFieldDefinitions } from '../../persistence/accounts/custom-field-repository';
import { insertHistory } from '../../persistence/accounts/history-repository';
import type { AccountPass } from '../../persistence/pass/guard-pass';
import { permissionRuleExists } from '../../persistence/resellers/permission-rule-repository';

/** Changes what is not locked, all or nothing (S15). What is posted back as it is stored is no change. */
export async function updateAccount(pass: AccountPass, input: EditInput): Promise<void> {
  assertExpectedRevision(pass, input.expectedRevision);
  const definitions = await holdCustomFieldDefinitions(pass);
  const plan = planEdit(pass.loaded, pass.caller, definitions, input);
  if (plan.refusals.length > 0) throw asDomainError(plan.refusals);
  const refusals = await refusalsOfReferences(pass, plan.changes);
  if (refusals.length > 0) throw asDomainError(refusals);
  if (plan.labels.length === 0) return;
  await changeAccount(pass, plan.changes);
  await insertHistory(pass, pass.caller.id, [
    { accountId: pass.loaded.account.id, lines: [{ kind: 'EDITED', text: edited(plan.labels) }] },
  ]);
}

function assertExpectedRevision(pass: AccountPass, sent: unknown): void {
  if (sent === undefined || sent === null) return;
  const path = ['input', 'expectedRevision'];
  const expected = parse(version, sent, path);
  if (expected.refusals) throw asDomainError(expected.refusals);
  if (expected.value === pass.loaded.account.revision) return;
  throw new DomainError({
    code: 'CONCURRENT_EDIT',
    message: `Somebody else changed the account meanwhile: it is at revision ${pass.loaded.account.revision}.`,
    path,
  });
}

/** What only the database can tell: whether the accounts and the rule are there, and what a change would do to others. */
async function refusalsOfReferences(pass: AccountPass, changes: Partial<EditableValues>): Promise<Refusal[]> {
  const { transaction, loaded } = pass;
  const wanted = [changes.parentId, changes.billToId].filter((id) => id !== undefined && id !== null);
  const visible = await holdReferences(pass, wanted);
  const unknown = (id: string | null | undefined) => typeof id === 'string' && !visible.has(id);
  const { permissionRuleId, parentId } = changes;
  const refusals: Refusal[] = [];
  if (unknown(parentId)) refusals.push(referenceNotFound('parentId'));
  if (unknown(changes.billToId)) refusals.push(referenceNotFound('billToId'));
  refusals.push(...refusalsOfDeleted(changes, visible));
  if (permissionRuleId && !(await permissionRuleExists(transaction, permissionRuleId))) {
    refusals.push(referenceNotFound('permissionRuleId'));
  }
  if (parentId && !unknown(parentId) && (await wouldMakeCircle(pass, loaded.account.id, parentId))) {
    refusals.push(invalidInput(['input', 'parentId'], { message: 'must not be below this account: a circle' }));
  }
  if (changes.currency && (await hasRecords(transaction, loaded.account.id))) {
    const message = `is ${loaded.account.currency} for good: something is recorded on the account`;
    refusals.push(invalidInput(['input', 'currency'], { message }));
  }
  return refusals;
}
