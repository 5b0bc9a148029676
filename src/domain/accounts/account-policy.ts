import { PERSON_KINDS } from '../caller';
import type { AccessLevel, AccountAction, AccountField, DenialReason, LockReason } from '../vocabulary';
import { ACCOUNT_ACTIONS, ACCOUNT_FIELDS } from '../vocabulary';
import { FIELDS } from './account-fields';
import {
  type FactTest,
  factIs,
  factsOf,
  holdsOf,
  onceForEach,
  type PolicyFact,
  type Standing,
  type StandingOfAccount,
} from './account-standing';

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

/** What an action, or what an administrator sets up, asks of the account itself, whoever does it. */
export type StandingRule = Pick<ActionRule, 'whenManaged' | 'whenDeleted' | 'sparesReseller'>;

/**
 * One way in which something is denied or locked: its reason holds when every test does. `accountPolicy` tells the very
 * conditions that are asked here (S23; test/domain/accounts/policy-conditions.test.ts).
 */
export interface Condition<Reason, Fact extends PolicyFact = PolicyFact> {
  readonly reason: Reason;
  readonly when: readonly FactTest<Fact>[];
}

const DELETED = { reason: 'ACCOUNT_DELETED', when: [factIs('STATUS', 'DELETED')] } as const;
const IS_MANAGED = factIs('MANAGED', 'true');
const IS_RESELLERS_OWN = factIs('TENANT_RESELLER_ACCOUNT', 'true');

/** What speaks against it for what the account is: deleted, managed, or a tenant reseller's own (S12, S14, S25). */
function standingConditions({ whenManaged, whenDeleted, sparesReseller }: StandingRule): Condition<DenialReason>[] {
  const conditions: Condition<DenialReason>[] = [];
  if (!whenDeleted) conditions.push(DELETED);
  if (!whenManaged) conditions.push({ reason: 'MANAGED_BY_RESELLER', when: [IS_MANAGED] });
  if (sparesReseller) {
    const when = sparesReseller === 'ALWAYS' ? [] : [factIs('BILLED_CUSTOMERS', 'true')];
    conditions.push({ reason: 'TENANT_RESELLER_ACCOUNT', when: [IS_RESELLERS_OWN, ...when] });
  }
  return conditions;
}

const LESS_THAN = {
  READ: [],
  EDIT: ['READ'],
  FULL: ['READ', 'EDIT'],
} as const satisfies Record<AccessLevel, readonly AccessLevel[]>;

function withLessThan(access: AccessLevel): Condition<'INSUFFICIENT_ACCESS', 'ACCESS'>[] {
  const less = LESS_THAN[access];
  return less.length > 0 ? [{ reason: 'INSUFFICIENT_ACCESS', when: [factIs('ACCESS', ...less)] }] : [];
}

/** S14: the block is on the actor. A sync caller is denied for what it is, not for what the account is. */
function forPeople<Reason, Fact extends PolicyFact>(conditions: readonly Condition<Reason, Fact>[]) {
  const isPerson = factIs('CALLER_KIND', ...PERSON_KINDS);
  return conditions.map(({ reason, when }) => ({ reason, when: [...when, isPerson] }));
}

/** When the action is denied: every reason that holds is told, in the order of these (S21). */
export function actionConditions(action: AccountAction): readonly Condition<DenialReason>[] {
  const rule = ACTIONS[action];
  const pointless = rule.pointlessWhen ? [factIs('STATUS', rule.pointlessWhen)] : null;
  return [
    { reason: 'ACCOUNT_NOT_FOUND', when: [factIs('EXISTS', 'false')] },
    ...forPeople(standingConditions(rule)),
    { reason: 'NOT_FOR_THIS_CALLER', when: [factIs('EXISTS', 'true'), factIs('CALLER_KIND', 'RESELLER_SYNC')] },
    ...forPeople(withLessThan(rule.access)),
    ...forPeople(pointless ? [{ reason: 'ALREADY_IN_STATUS' as const, when: pointless }] : []),
  ];
}

/** What locks hang on: none asks for customers. */
export type LockStanding = Omit<Standing, 'hasBilledCustomers'>;
type LockCondition = Condition<LockReason, Exclude<PolicyFact, 'BILLED_CUSTOMERS'>>;

/** When the field may not be changed: the first of these that holds stands for all (S21). */
export function fieldConditions(field: AccountField): readonly LockCondition[] {
  const { whenManaged, setByTenantReseller, access } = FIELDS[field];
  const conditions: LockCondition[] = [DELETED];
  if (whenManaged) conditions.push({ reason: whenManaged, when: [IS_MANAGED] });
  if (setByTenantReseller) conditions.push({ reason: 'SET_BY_TENANT_RESELLER', when: [IS_RESELLERS_OWN] });
  return forPeople([...conditions, ...withLessThan(access)]);
}

/** The reasons of those that hold. */
function reasonsOf<Reason>(conditions: readonly Condition<Reason>[], known: Partial<Standing> | null): Reason[] {
  const facts = factsOf(known !== null, known ?? {});
  return conditions.filter(({ when }) => holdsOf(facts, when)).map(({ reason }) => reason);
}

/** What speaks against it for what the account is, whoever does it. */
export function standingReasons(standing: StandingOfAccount, rule: StandingRule): DenialReason[] {
  return reasonsOf(standingConditions(rule), standing);
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
  frozen(
    ACCOUNT_ACTIONS.map((action) =>
      Object.freeze({ action, reasons: frozen(reasonsOf(actionConditions(action), standing)) }),
    ),
  ),
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
export const fieldLocks = onceForEach((standing: LockStanding | null): readonly FieldLock[] =>
  frozen(
    ACCOUNT_FIELDS.flatMap((field) => {
      const [reason] = reasonsOf(fieldConditions(field), standing);
      return reason ? [Object.freeze({ field, reason })] : [];
    }),
  ),
);

/** Why the field may not be changed; null when it may. */
export function fieldLock(standing: LockStanding, field: AccountField): LockReason | null {
  return fieldLocks(standing).find((lock) => lock.field === field)?.reason ?? null;
}

/** The fields of these. */
export const lockedFields = onceForEach((standing: LockStanding | null): readonly AccountField[] =>
  frozen(fieldLocks(standing).map(({ field }) => field)),
);

/** Kept for whoever asks next: nobody changes it. */
function frozen<Item>(items: readonly Item[]): readonly Item[] {
  return Object.freeze(items);
}
