import type { Keywords } from '../input-limits';
import { ACCOUNT_ACTIONS, ACCOUNT_FIELDS, type AccountAction } from '../vocabulary';
import { EDIT_INPUTS } from './account-edit';
import { FIELDS } from './account-fields';
import { ACTIONS } from './account-policy';

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

/** The rules as data (S23), as `accountPolicy` answers them. */
export type PolicyCatalogue = ReturnType<typeof policyCatalogue>;

/** Reads the catalogue off the policy table, the guards that are bound and what inputs are read with. */
export function policyCatalogue(guards: readonly MutationGuard[], inputSchemaOf: (mutation: string) => Keywords) {
  const inputFields = new Map(Object.entries(EDIT_INPUTS).map(([name, field]) => [field, name]));
  return {
    actions: ACCOUNT_ACTIONS.map((action) => ({
      action,
      label: ACTIONS[action].label,
      description: ACTIONS[action].description,
      allowedOnManagedAccount: ACTIONS[action].whenManaged,
      minimumAccess: ACTIONS[action].access,
      mutations: guards.filter((guard) => 'action' in guard && guard.action === action).map(({ mutation }) => mutation),
    })),
    fields: ACCOUNT_FIELDS.map((field) => ({
      field,
      label: FIELDS[field].label,
      accountField: FIELDS[field].accountField,
      inputField: inputFields.get(field) ?? null,
      lockedOnManagedAccount: FIELDS[field].whenManaged,
    })),
    mutations: guards.map((guard) => ({
      mutation: guard.mutation,
      guard: guard.kind,
      action: 'action' in guard ? guard.action : null,
      accountPath: 'action' in guard ? guard.accountPath.join('.') : null,
      inputSchema: () => inputSchemaOf(guard.mutation),
    })),
  };
}
