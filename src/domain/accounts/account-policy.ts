import type { Caller } from '../caller';
import type { AccessLevel, AccountAction, AccountField, DenialReason, LockReason } from '../vocabulary';
import { ACCOUNT_ACTIONS, ACCOUNT_FIELDS } from '../vocabulary';
import type { Account } from './account';
import { FIELDS } from './account-fields';
import { onceForEach, type Standing, standingWith } from './account-standing';

/** What an action asks for. */
export interface ActionRule {
  /** Whether the distributor may still do it to a managed account (S11-S20). */
  readonly whenManaged: boolean;
  /** Whether it is still allowed on a deleted account (S12). */
  readonly whenDeleted?: true;
  /** Whether a tenant reseller's own account is spared it: while customers are billed to it, or always (S25). */
  readonly sparesReseller?: 'WITH_CUSTOMERS' | 'ALWAYS';
  /** The access that the sharing rule must grant (S8). */
  readonly access: AccessLevel;
  /** The status in which there is nothing to do. */
  readonly pointlessWhen?: 'ACTIVE' | 'SUSPENDED';
}

/** The 14 actions. Guards, `allowedActions`, the policy catalogue and every message are read off this table. */
export const ACTIONS: Readonly<Record<AccountAction, ActionRule>> = {
  SYNCHRONIZE: {
    whenManaged: false,
    access: 'FULL',
  },
  DELETE: {
    whenManaged: false,
    sparesReseller: 'WITH_CUSTOMERS',
    access: 'FULL',
  },
  SUSPEND: {
    whenManaged: false,
    access: 'FULL',
    pointlessWhen: 'SUSPENDED',
  },
  REACTIVATE: {
    whenManaged: false,
    access: 'FULL',
    pointlessWhen: 'ACTIVE',
  },
  CREATE_OPPORTUNITY: {
    whenManaged: false,
    access: 'EDIT',
  },
  CREATE_OFFER: {
    whenManaged: false,
    access: 'EDIT',
  },
  CREATE_ORDER: {
    whenManaged: false,
    access: 'EDIT',
  },
  CREATE_SUBSCRIPTION: {
    whenManaged: false,
    access: 'EDIT',
  },
  EDIT: {
    whenManaged: true,
    access: 'EDIT',
  },
  GENERATE_INVOICES: {
    whenManaged: true,
    whenDeleted: true,
    access: 'EDIT',
  },
  VIEW_PENDING_INVOICES: {
    whenManaged: true,
    whenDeleted: true,
    access: 'READ',
  },
  CREATE_INVOICE: {
    whenManaged: true,
    access: 'EDIT',
  },
  ADD_CONTACT: {
    whenManaged: true,
    access: 'EDIT',
  },
  RELATE: {
    whenManaged: true,
    access: 'EDIT',
  },
};

/** What of an account that is here decides how it stands to the rules for a caller. */
export interface AccountStanding {
  readonly account: Pick<Account, 'status' | 'management' | 'responsibleUserId'>;
  /** What the account's sharing rule grants the caller; null for nothing. */
  readonly grantedAccess: AccessLevel | null;
  /** Of a tenant reseller's own account: whether customers are billed to it; null for any other account. */
  readonly tenantResellerAccount: { readonly hasBilledCustomers: boolean } | null;
}

const RANK = { READ: 1, EDIT: 2, FULL: 3 } as const;

/** What the access to an account hangs on. */
export interface AccessFacts {
  readonly responsibleUserId: string | null;
  readonly tenantResellerId: string | null;
  /** What the account's sharing rule grants the caller; null for nothing. */
  readonly grantedAccess: AccessLevel | null;
}

/**
 * The caller's access to an account that is here (S8); null means that the account does not exist for the caller.
 * A sync caller sees the accounts that its reseller manages and no other.
 */
export function accessBy(facts: AccessFacts, caller: Caller): AccessLevel | null {
  switch (caller.kind) {
    case 'ADMINISTRATOR':
      return 'FULL';
    case 'DISTRIBUTOR_USER':
      return facts.responsibleUserId === caller.id ? 'FULL' : facts.grantedAccess;
    case 'RESELLER_SYNC':
      return facts.tenantResellerId === caller.tenantResellerId ? 'READ' : null;
  }
}

/** The same of an account that was loaded. */
export function accessTo({ account, grantedAccess }: AccountStanding, caller: Caller): AccessLevel | null {
  const { responsibleUserId, management } = account;
  return accessBy({ responsibleUserId, tenantResellerId: management?.tenantResellerId ?? null, grantedAccess }, caller);
}

/** How an account stands to the rules for a caller; null where it does not exist for it, be it hidden or unknown (S21). */
export function standingOf(loaded: AccountStanding | null, caller: Caller): Standing | null {
  const access = loaded && accessTo(loaded, caller);
  if (!loaded || !access) return null;
  return standingWith({ ...standingOfAccount(loaded), access, callerKind: caller.kind });
}

/** What of it is the account's, whoever looks. */
export function standingOfAccount({
  account,
  tenantResellerAccount,
}: Pick<AccountStanding, 'account' | 'tenantResellerAccount'>): StandingOfAccount {
  return {
    status: account.status,
    isManaged: account.management !== null,
    isResellersOwn: tenantResellerAccount !== null,
    hasBilledCustomers: tenantResellerAccount?.hasBilledCustomers ?? false,
  };
}

export type StandingOfAccount = Omit<Standing, 'access' | 'callerKind'>;

/** What an action, or what an administrator sets up, asks of the account itself, whoever does it. */
export type StandingRule = Pick<ActionRule, 'whenManaged' | 'whenDeleted' | 'sparesReseller'>;

/** What speaks against it for what the account is: deleted, managed, or a tenant reseller's own (S12, S14, S25). */
export function standingReasons(
  { status, isManaged, isResellersOwn, hasBilledCustomers }: StandingOfAccount,
  { whenManaged, whenDeleted, sparesReseller }: StandingRule,
): DenialReason[] {
  const isSpared = sparesReseller === 'ALWAYS' || (sparesReseller === 'WITH_CUSTOMERS' && hasBilledCustomers);
  const reasons: DenialReason[] = [];
  if (status === 'DELETED' && !whenDeleted) reasons.push('ACCOUNT_DELETED');
  if (isManaged && !whenManaged) reasons.push('MANAGED_BY_RESELLER');
  if (isResellersOwn && isSpared) reasons.push('TENANT_RESELLER_ACCOUNT');
  return reasons;
}

/** Everything that speaks against the action, in the order that callers are shown. */
function reasonsAgainst(standing: Standing | null, action: AccountAction): readonly DenialReason[] {
  if (!standing) return ['ACCOUNT_NOT_FOUND'];
  // S14: the block is on the actor. A sync caller is denied for what it is, not for what the account is.
  if (standing.callerKind === 'RESELLER_SYNC') return ['NOT_FOR_THIS_CALLER'];
  const rule = ACTIONS[action];
  const reasons = standingReasons(standing, rule);
  if (RANK[standing.access] < RANK[rule.access]) reasons.push('INSUFFICIENT_ACCESS');
  if (rule.pointlessWhen === standing.status) reasons.push('ALREADY_IN_STATUS');
  return reasons;
}

/** What locks hang on: none asks for customers. */
export type LockStanding = Omit<Standing, 'hasBilledCustomers'>;

/** Why the field may not be changed; null when it may. The first reason that holds stands for all (S21). */
export function fieldLock(standing: LockStanding, field: AccountField): LockReason | null {
  const rule = FIELDS[field];
  if (standing.status === 'DELETED') return 'ACCOUNT_DELETED';
  if (standing.isManaged && rule.whenManaged) return rule.whenManaged;
  if (standing.isResellersOwn && rule.setByTenantReseller) return 'SET_BY_TENANT_RESELLER';
  return RANK[standing.access] >= RANK[rule.access] ? null : 'INSUFFICIENT_ACCESS';
}

/** An action and everything that speaks against it; nothing does when it is allowed. */
export interface ActionDenial {
  readonly action: AccountAction;
  readonly reasons: readonly DenialReason[];
}

export interface FieldLock {
  readonly field: AccountField;
  readonly reason: LockReason;
}

/** Every action with what speaks against it, in the contract's order. */
export const actionDenials = onceForEach((standing: Standing | null): readonly ActionDenial[] =>
  frozen(ACCOUNT_ACTIONS.map((action) => Object.freeze({ action, reasons: frozen(reasonsAgainst(standing, action)) }))),
);

/** Everything that speaks against one action, in the order that callers are shown; empty means allowed. */
export function denialReasons(standing: Standing | null, action: AccountAction): readonly DenialReason[] {
  const denial = actionDenials(standing)[ACCOUNT_ACTIONS.indexOf(action)];
  if (denial?.action !== action) throw new Error(`There is no action ${action}`);
  return denial.reasons;
}

/** The actions that nothing speaks against, in the contract's order. */
export const allowedActions = onceForEach((standing: Standing | null): readonly AccountAction[] =>
  frozen(
    actionDenials(standing)
      .filter(({ reasons }) => reasons.length === 0)
      .map(({ action }) => action),
  ),
);

/** Every locked field with its reason, in the contract's order. Empty for a sync caller and for an account that is not there. */
export const fieldLocks = onceForEach((standing: LockStanding | null): readonly FieldLock[] => {
  if (!standing || standing.callerKind === 'RESELLER_SYNC') return frozen([]);
  return frozen(
    ACCOUNT_FIELDS.flatMap((field) => {
      const reason = fieldLock(standing, field);
      return reason ? [Object.freeze({ field, reason })] : [];
    }),
  );
});

/** The fields of these. */
export const lockedFields = onceForEach((standing: LockStanding | null): readonly AccountField[] =>
  frozen(fieldLocks(standing).map(({ field }) => field)),
);

/** Kept for whoever asks next: nobody changes it. */
function frozen<Item>(items: readonly Item[]): readonly Item[] {
  return Object.freeze(items);
}
