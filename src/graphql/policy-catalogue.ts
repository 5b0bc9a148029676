import { EDIT_INPUTS } from '../domain/account-edit';
import { ACTIONS, FIELDS } from '../domain/account-policy';
import { ACCOUNT_ACTIONS, ACCOUNT_FIELDS } from '../domain/vocabulary';
import type { AccountPolicy } from './generated/types';
import type { MutationGuard } from './mutation-guards';

/** The rules as data (S23), read off the policy table and the guards that are bound. */
export type PolicyCatalogue = AccountPolicy;

export function policyCatalogue(guards: readonly MutationGuard[]): PolicyCatalogue {
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
    })),
  };
}
