import type { Refusal } from '../errors';
import type { AccountAction, AccountField, DenialReason, LockReason } from '../vocabulary';
import { FIELDS } from './account-fields';
import { ACTIONS, type ActionRule } from './account-policy';

/** What the sentences about a refusal name. */
export interface Named {
  /** The tenant reseller that manages the account, or whose own account it is. */
  readonly resellerName: string | null;
}

/** One sentence for the person who finds the action refused. */
export function denialMessage(action: AccountAction, reasons: readonly DenialReason[], named: Named): string {
  const first = reasons[0];
  if (!first) throw new Error(`${action} is allowed, there is nothing to explain`);
  return reasonMessage(ACTIONS[action], first, named);
}

/** The sentence about one reason against something that people know by its label. */
export function reasonMessage(
  { label, access, sparesReseller }: Pick<ActionRule, 'label' | 'access' | 'sparesReseller'>,
  reason: DenialReason,
  named: Named,
): string {
  const reseller = named.resellerName ?? 'a tenant reseller';
  switch (reason) {
    case 'ACCOUNT_NOT_FOUND':
      return 'There is no account of this id that you may see.';
    case 'ACCOUNT_DELETED':
      return `${label} is not possible: the account is deleted.`;
    case 'MANAGED_BY_RESELLER':
      return `${label} is not possible: the account is managed by ${reseller} and changes there only.`;
    case 'TENANT_RESELLER_ACCOUNT':
      return sparesReseller === 'ALWAYS'
        ? `${label} is not possible: it is the account of ${reseller}, which is nobody's customer here.`
        : `${label} is not possible: it is the account of ${reseller}, and customers are billed to it.`;
    case 'NOT_FOR_THIS_CALLER':
      return `${label} is not for a sync service: it has mutations of its own.`;
    case 'INSUFFICIENT_ACCESS':
      return `${label} needs ${access} access to the account; ask its responsible user.`;
    case 'ALREADY_IN_STATUS':
      return `${label} is not needed: the account has that status already.`;
  }
}

/** One sentence for the person who finds the field locked. */
export function lockMessage(field: AccountField, reason: LockReason, named: Named): string {
  const label = FIELDS[field].label;
  const reseller = named.resellerName ?? 'the tenant reseller';
  switch (reason) {
    case 'ACCOUNT_DELETED':
      return `${label} is locked: the account is deleted.`;
    case 'MASTERED_BY_RESELLER':
      return `${label} is locked: it comes from ${reseller} and is updated from there.`;
    case 'SET_BY_BACK_ORDERING':
      return `${label} is locked: it follows from being a customer of ${reseller}.`;
    case 'SET_BY_TENANT_RESELLER':
      return `${label} is locked: it changes with the tenant reseller ${reseller}.`;
    case 'INSUFFICIENT_ACCESS':
      return `${label} is locked: a change needs ${FIELDS[field].access} access to the account.`;
  }
}

/** The refusal of an action: the same reasons in the same order that `actionPermissions` gave before (S21). */
export function actionRefusal(
  action: AccountAction,
  reasons: readonly DenialReason[],
  named: Named,
  path: readonly string[],
): Refusal {
  const missing = reasons[0] === 'ACCOUNT_NOT_FOUND';
  return {
    code: missing ? 'ACCOUNT_NOT_FOUND' : 'ACTION_NOT_ALLOWED',
    message: denialMessage(action, reasons, named),
    path,
    action,
    reasons,
  };
}
