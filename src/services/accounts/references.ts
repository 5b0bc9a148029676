import { type AccountReferences, refusalsOfAccounts } from '../../domain/accounts/account-reference';
import type { LoadedAccount } from '../../domain/accounts/account-view';
import { type Refusal, referenceNotFound } from '../../domain/errors';
import { holdReferences } from '../../persistence/accounts/account-locks';
import type { AccountPass, AdministratorPass } from '../../persistence/pass/guard-pass';
import { permissionRuleExists } from '../../persistence/resellers/permission-rule-repository';

/** What an account's new values name: accounts, and a sharing rule. */
export interface References extends AccountReferences {
  readonly permissionRuleId?: string | null | undefined;
}

/** What speaks against what is named, and the named accounts that exist for the caller. */
export interface HeldReferences {
  readonly refusals: readonly Refusal[];
  readonly visible: ReadonlyMap<string, LoadedAccount>;
}

/** Looks at what is named, and keeps the accounts from being deleted until the transaction ends. */
export async function checkReferences(
  pass: AccountPass | AdministratorPass,
  named: References,
): Promise<HeldReferences> {
  const { parentId, billToId, permissionRuleId } = named;
  const visible = await holdReferences(
    pass,
    [parentId, billToId].filter((id) => id !== undefined && id !== null),
  );
  const refusals = refusalsOfAccounts(named, visible);
  if (permissionRuleId && !(await permissionRuleExists(pass.transaction, permissionRuleId))) {
    refusals.push(referenceNotFound('permissionRuleId'));
  }
  return { refusals, visible };
}
