import type { Caller } from '../caller';
import type { AccessLevel, AccountAction, AccountField, DenialReason, LockReason } from '../vocabulary';
import { ACCOUNT_ACTIONS, ACCOUNT_FIELDS } from '../vocabulary';
import type { Account } from './account';
import { FIELDS } from './account-fields';

// Where persistence looks for it.

/** What an action asks for. */
export interface ActionRule {
  readonly label: string;
  readonly description: string;
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
    label: 'Synchronize',
    description: 'Synchronize the account with a provisioning system.',
    whenManaged: false,
    access: 'FULL',
  },
  DELETE: {
    label: 'Delete',
    description: 'Delete the account; it stays readable with its invoices and history.',
    whenManaged: false,
    sparesReseller: 'WITH_CUSTOMERS',
    access: 'FULL',
  },
  SUSPEND: {
    label: 'Suspend',
    description: 'Suspend the account.',
    whenManaged: false,
    access: 'FULL',
    pointlessWhen: 'SUSPENDED',
  },
  REACTIVATE: {
    label: 'Reactivate',
    description: 'Make a suspended account active again.',
    whenManaged: false,
    access: 'FULL',
    pointlessWhen: 'ACTIVE',
  },
  CREATE_OPPORTUNITY: {
    label: 'Create opportunity',
    description: 'Open a sales opportunity for the account.',
    whenManaged: false,
    access: 'EDIT',
  },
  CREATE_OFFER: {
    label: 'Create offer',
    description: 'Make the account an offer.',
    whenManaged: false,
    access: 'EDIT',
  },
  CREATE_ORDER: {
    label: 'Create order',
    description: 'Take an order for the account.',
    whenManaged: false,
    access: 'EDIT',
  },
  CREATE_SUBSCRIPTION: {
    label: 'Create subscription',
    description: 'Sell the account a subscription, or change or cancel one that the distributor sold.',
    whenManaged: false,
    access: 'EDIT',
  },
  EDIT: {
    label: 'Edit',
    description: 'Change what is not locked.',
    whenManaged: true,
    access: 'EDIT',
  },
  GENERATE_INVOICES: {
    label: 'Generate invoices',
    description: 'Invoice what is pending, and credit what was invoiced.',
    whenManaged: true,
    whenDeleted: true,
    access: 'EDIT',
  },
  VIEW_PENDING_INVOICES: {
    label: 'View pending invoices',
    description: 'See what would be invoiced by a day.',
    whenManaged: true,
    whenDeleted: true,
    access: 'READ',
  },
  CREATE_INVOICE: {
    label: 'Create invoice',
    description: 'Invoice by hand; on a managed account it is billed to the tenant reseller.',
    whenManaged: true,
    access: 'EDIT',
  },
  ADD_CONTACT: {
    label: 'Add contact',
    description: "Add, change or remove contacts of the distributor's own.",
    whenManaged: true,
    access: 'EDIT',
  },
  RELATE: {
    label: 'Relate',
    description: 'Relate the account with e-mails, tasks, events, documents, contacts and cases.',
    whenManaged: true,
    access: 'EDIT',
  },
};

/** All that a rule may ask about an account that is here. */
export interface AccountStanding {
  readonly account: Pick<Account, 'status' | 'management' | 'responsibleUserId'>;
  /** What the account's sharing rule grants the caller; null for nothing. */
  readonly grantedAccess: AccessLevel | null;
  /** Of a tenant reseller's own account: whether customers are billed to it; null for any other account. */
  readonly tenantResellerAccount: { readonly hasBilledCustomers: boolean } | null;
}

const RANK = { READ: 1, EDIT: 2, FULL: 3 } as const;

/**
 * The caller's access to an account that is here (S8); null means that the account does not exist for the caller.
 * A sync caller sees the accounts that its reseller manages and no other.
 */
export function accessTo(standing: AccountStanding, caller: Caller): AccessLevel | null {
  switch (caller.kind) {
    case 'ADMINISTRATOR':
      return 'FULL';
    case 'DISTRIBUTOR_USER':
      return standing.account.responsibleUserId === caller.id ? 'FULL' : standing.grantedAccess;
    case 'RESELLER_SYNC':
      return standing.account.management?.tenantResellerId === caller.tenantResellerId ? 'READ' : null;
  }
}

/**
 * Everything that speaks against the action, in the order that callers are shown; empty means allowed.
 * `standing` is null for an id that is unknown here; a hidden account answers exactly the same (S21).
 */
export function denialReasons(standing: AccountStanding | null, caller: Caller, action: AccountAction): DenialReason[] {
  const access = standing && accessTo(standing, caller);
  if (!standing || !access) return ['ACCOUNT_NOT_FOUND'];
  // S14: the block is on the actor. A sync caller is denied for what it is, not for what the account is.
  if (caller.kind === 'RESELLER_SYNC') return ['NOT_FOR_THIS_CALLER'];
  const rule = ACTIONS[action];
  const reasons = standingReasons(standing, rule);
  if (RANK[access] < RANK[rule.access]) reasons.push('INSUFFICIENT_ACCESS');
  if (rule.pointlessWhen === standing.account.status) reasons.push('ALREADY_IN_STATUS');
  return reasons;
}

/** What an action, or what an administrator sets up, asks of the account itself, whoever does it. */
export type StandingRule = Pick<ActionRule, 'whenManaged' | 'whenDeleted' | 'sparesReseller'>;

/** What speaks against it for what the account is: deleted, managed, or a tenant reseller's own (S12, S14, S25). */
export function standingReasons(
  { account, tenantResellerAccount }: Pick<AccountStanding, 'account' | 'tenantResellerAccount'>,
  rule: StandingRule,
): DenialReason[] {
  const reasons: DenialReason[] = [];
  if (account.status === 'DELETED' && !rule.whenDeleted) reasons.push('ACCOUNT_DELETED');
  if (account.management !== null && !rule.whenManaged) reasons.push('MANAGED_BY_RESELLER');
  if (tenantResellerAccount !== null && isSpared(tenantResellerAccount, rule)) reasons.push('TENANT_RESELLER_ACCOUNT');
  return reasons;
}

function isSpared({ hasBilledCustomers }: { readonly hasBilledCustomers: boolean }, rule: StandingRule): boolean {
  return rule.sparesReseller === 'ALWAYS' || (rule.sparesReseller === 'WITH_CUSTOMERS' && hasBilledCustomers);
}

/** The actions that nothing speaks against, in the contract's order. */
export function allowedActions(standing: AccountStanding | null, caller: Caller): AccountAction[] {
  return ACCOUNT_ACTIONS.filter((action) => denialReasons(standing, caller, action).length === 0);
}

/** Why the caller may not change the field; null when it may. The first reason that holds stands for all (S21). */
export function fieldLock(standing: AccountStanding, caller: Caller, field: AccountField): LockReason | null {
  const rule = FIELDS[field];
  const access = accessTo(standing, caller);
  if (standing.account.status === 'DELETED') return 'ACCOUNT_DELETED';
  if (standing.account.management && rule.whenManaged) return rule.whenManaged;
  if (standing.tenantResellerAccount && rule.setByTenantReseller) return 'SET_BY_TENANT_RESELLER';
  return access && RANK[access] >= RANK[rule.access] ? null : 'INSUFFICIENT_ACCESS';
}

/** Every locked field with its reason, in the contract's order. Empty for a sync caller and for an account that is not there. */
export function fieldLocks(
  standing: AccountStanding | null,
  caller: Caller,
): { field: AccountField; reason: LockReason }[] {
  if (!standing || caller.kind === 'RESELLER_SYNC' || !accessTo(standing, caller)) return [];
  return ACCOUNT_FIELDS.flatMap((field) => {
    const reason = fieldLock(standing, caller, field);
    return reason ? [{ field, reason }] : [];
  });
}
