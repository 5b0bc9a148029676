import { type Caller, PERSON_KINDS } from '../caller';
import { ACCOUNT_ACTIONS, ACCOUNT_FIELDS, type AccountAction } from '../vocabulary';
import { EDIT_INPUTS } from './account-edit';
import { FIELDS } from './account-fields';
import { ACTIONS, actionConditions, fieldConditions } from './account-policy';

/** Whom a mutation lets through, or whether it may be done to a managed account. */
export const MUTATION_GUARDS = [
  'ALLOWED_ON_MANAGED_ACCOUNT',
  'BLOCKED_ON_MANAGED_ACCOUNT',
  'RESELLER_SYNC',
  'ADMINISTRATOR',
] as const satisfies MutationGuard['kind'][];

/** What the directive of a mutation says of its guard. */
export type MutationGuard =
  | {
      readonly mutation: string;
      readonly kind: 'ALLOWED_ON_MANAGED_ACCOUNT' | 'BLOCKED_ON_MANAGED_ACCOUNT';
      readonly action: AccountAction;
      /** Where the account's id stands in the arguments, e.g. ['input', 'accountId']. */
      readonly accountPath: readonly string[];
    }
  | { readonly mutation: string; readonly kind: 'RESELLER_SYNC' | 'ADMINISTRATOR' };

/** The callers that each guard lets through, of which a guard of people asks for access besides. */
export const GUARD_CALLERS = {
  ALLOWED_ON_MANAGED_ACCOUNT: PERSON_KINDS,
  BLOCKED_ON_MANAGED_ACCOUNT: PERSON_KINDS,
  RESELLER_SYNC: ['RESELLER_SYNC'],
  ADMINISTRATOR: ['ADMINISTRATOR'],
} as const satisfies Record<MutationGuard['kind'], readonly Caller['kind'][]>;

type LetThrough<Kind extends MutationGuard['kind']> = Extract<
  Caller,
  { readonly kind: (typeof GUARD_CALLERS)[Kind][number] }
>;

export function letsThrough<Kind extends MutationGuard['kind']>(
  guard: Kind,
  caller: Caller,
): caller is LetThrough<Kind> {
  const kinds: readonly Caller['kind'][] = GUARD_CALLERS[guard];
  return kinds.includes(caller.kind);
}

/** The guards that let the caller through. */
export function powersOf(caller: Caller): MutationGuard['kind'][] {
  return MUTATION_GUARDS.filter((guard) => letsThrough(guard, caller));
}

/** The mutation that an edit of an account is, whose values change fields (S15). */
const EDIT_MUTATION = 'updateAccount';

function inputFieldsOf(mutation: string) {
  const inputs = mutation === EDIT_MUTATION ? Object.entries(EDIT_INPUTS) : [];
  return inputs.map(([name, field]) => ({ path: ['input', name], field }));
}

/** The rules as data (S23), as `accountPolicy` answers them. */
export type PolicyCatalogue = ReturnType<typeof policyCatalogue>;

/** Reads the catalogue off the policy table and the guards that are bound. */
export function policyCatalogue(guards: readonly MutationGuard[]) {
  const inputFields = new Map(Object.entries(EDIT_INPUTS).map(([name, field]) => [field, name]));
  return {
    actions: ACCOUNT_ACTIONS.map((action) => ({
      action,
      label: ACTIONS[action].label,
      description: ACTIONS[action].description,
      allowedOnManagedAccount: ACTIONS[action].whenManaged,
      minimumAccess: ACTIONS[action].access,
      mutations: guards.filter((guard) => 'action' in guard && guard.action === action).map(({ mutation }) => mutation),
      conditions: actionConditions(action),
    })),
    fields: ACCOUNT_FIELDS.map((field) => ({
      field,
      label: FIELDS[field].label,
      accountField: FIELDS[field].accountField,
      inputField: inputFields.get(field) ?? null,
      lockedOnManagedAccount: FIELDS[field].whenManaged,
      conditions: fieldConditions(field),
    })),
    mutations: guards.map((guard) => ({
      mutation: guard.mutation,
      guard: guard.kind,
      action: 'action' in guard ? guard.action : null,
      accountPath: 'action' in guard ? guard.accountPath.join('.') : null,
      callers: GUARD_CALLERS[guard.kind],
      inputFields: inputFieldsOf(guard.mutation),
    })),
  };
}
