import type { AccountAction } from '../vocabulary';

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
