import { type Refusal, refusal } from '../errors';
import type { LabelKey } from '../labels';
import { label, type Message, say } from '../message';
import type { AccountAction, AccountField, DenialReason, LockReason } from '../vocabulary';
import { FIELDS, propertyOf } from './account-fields';
import { ACTIONS, type ActionRule } from './account-policy';

/** What the sentences about a refusal name. */
export interface Named {
  /** The tenant reseller that manages the account, or whose own account it is. */
  readonly resellerName: string | null;
}

/** One sentence for the person who finds the action refused. */
export function denialMessage(action: AccountAction, reasons: readonly DenialReason[], named: Named): Message {
  const first = reasons[0];
  if (!first) throw new Error(`${action} is allowed, there is nothing to explain`);
  return reasonMessage({ ...ACTIONS[action], labelKey: `action.${action}` }, first, named);
}

/** The sentence about one reason against something that people know by its label. */
export function reasonMessage(
  { labelKey, access, sparesReseller }: Pick<ActionRule, 'access' | 'sparesReseller'> & { readonly labelKey: LabelKey },
  reason: DenialReason,
  named: Named,
): Message {
  const action = label(labelKey);
  const reseller = named.resellerName ?? label('aTenantReseller');
  switch (reason) {
    case 'ACCOUNT_NOT_FOUND':
      return say('action.accountNotFound');
    case 'ACCOUNT_DELETED':
      return say('action.accountDeleted', { action });
    case 'MANAGED_BY_RESELLER':
      return say('action.managedByReseller', { action, reseller });
    case 'TENANT_RESELLER_ACCOUNT':
      return say(sparesReseller === 'ALWAYS' ? 'action.resellersOwnAccount' : 'action.resellerHasCustomers', {
        action,
        reseller,
      });
    case 'NOT_FOR_THIS_CALLER':
      return say('action.notForSync', { action });
    case 'INSUFFICIENT_ACCESS':
      return say('action.insufficientAccess', { action, access });
    case 'ALREADY_IN_STATUS':
      return say('action.alreadyInStatus', { action });
  }
}

/** One sentence for the person who finds the field locked. */
export function lockMessage(name: AccountField, reason: LockReason, named: Named): Message {
  const field = label(propertyOf(name));
  const reseller = named.resellerName ?? label('theTenantReseller');
  switch (reason) {
    case 'ACCOUNT_DELETED':
      return say('lock.accountDeleted', { field });
    case 'MASTERED_BY_RESELLER':
      return say('lock.masteredByReseller', { field, reseller });
    case 'SET_BY_BACK_ORDERING':
      return say('lock.setByBackOrdering', { field, reseller });
    case 'SET_BY_TENANT_RESELLER':
      return say('lock.setByTenantReseller', { field, reseller });
    case 'INSUFFICIENT_ACCESS':
      return say('lock.insufficientAccess', { field, access: FIELDS[name].access });
  }
}

/** The refusal of an action: the same reasons in the same order that `actionPermissions` gave before (S21). */
export function actionRefusal(
  action: AccountAction,
  reasons: readonly DenialReason[],
  named: Named,
  path: readonly string[],
): Refusal {
  const code = reasons[0] === 'ACCOUNT_NOT_FOUND' ? 'ACCOUNT_NOT_FOUND' : 'ACTION_NOT_ALLOWED';
  return refusal(code, denialMessage(action, reasons, named), path, { action, reasons });
}
