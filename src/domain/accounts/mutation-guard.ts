import type { AccountAction } from '../vocabulary';

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
