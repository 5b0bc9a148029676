import { type Refusal, refusal } from '../errors';
import type { LabelKey } from '../labels';
import { type Locale, label, type Message, say, textOf } from '../message';
import type { AccountAction, AccountField, DenialReason, LockReason } from '../vocabulary';
import { FIELDS, propertyOf } from './account-fields';
import { ACTIONS, type ActionRule, actionDenials, fieldLocks, type LockStanding } from './account-policy';
import type { Standing } from './account-standing';

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

/** Whom a sentence is for, and whom it names. */
export interface Worded extends Named {
  readonly locale: Locale;
}

/** A locked field, with the sentence about it. */
export interface LockText {
  readonly field: AccountField;
  readonly reason: LockReason;
  readonly message: string;
}

/** An action, and why it is denied if it is. */
export interface PermissionText {
  readonly action: AccountAction;
  readonly allowed: boolean;
  readonly reasons: readonly DenialReason[];
  readonly message: string | null;
}

/** Every locked field with the sentence about it. */
export const lockTexts = keptBy((standing: LockStanding | null, worded: Worded): readonly LockText[] =>
  fieldLocks(standing).map(({ field, reason }) => ({
    field,
    reason,
    message: textOf(lockMessage(field, reason, worded), worded.locale),
  })),
);

/** Every action, with the sentence about what speaks against it. */
export const permissionTexts = keptBy((standing: Standing | null, worded: Worded): readonly PermissionText[] =>
  actionDenials(standing).map(({ action, reasons }) => {
    const allowed = reasons.length === 0;
    const message = allowed ? null : textOf(denialMessage(action, reasons, worded), worded.locale);
    return { action, allowed, reasons, message };
  }),
);

/** So many lists of sentences are kept: of fifty resellers all that is usual. */
const MOST_KEPT = 1_000;

/** Sentences are put together once for all accounts that stand alike and name the same; when there are many, anew. */
function keptBy<Facts extends Partial<Standing>, Texts>(
  say: (standing: Facts | null, worded: Worded) => readonly Texts[],
): (standing: Facts | null, worded: Worded) => readonly Texts[] {
  const NOTHING = {};
  const kept = new Map<string, Map<object, readonly Texts[]>>();
  let count = 0;
  return (standing, worded) => {
    const key = JSON.stringify([worded.locale, worded.resellerName]);
    const byStanding = kept.get(key);
    const known = byStanding?.get(standing ?? NOTHING);
    if (known) return known;
    const said = Object.freeze(say(standing, worded).map((one) => Object.freeze(one)));
    if (count >= MOST_KEPT) {
      kept.clear();
      count = 0;
    }
    const now = kept.get(key) ?? new Map<object, readonly Texts[]>();
    now.set(standing ?? NOTHING, said);
    kept.set(key, now);
    count += 1;
    return said;
  };
}
