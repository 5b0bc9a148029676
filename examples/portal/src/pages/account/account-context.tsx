import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type * as Api from '../../api/generated.ts';

/** The account of the page, with what the server says of it for this caller, at this moment. */
export interface AccountState {
  readonly account: Api.AccountStandingFragment;
  /** Why the action is denied, in the server's words; null where it is allowed. */
  readonly denied: (action: Api.AccountAction) => string | null;
  /** Why the field is locked, in the server's words; null where it is not. */
  readonly lock: (field: Api.AccountField) => string | null;
}

const AccountContext = createContext<AccountState | null>(null);

interface AccountProviderProps {
  readonly account: Api.AccountStandingFragment;
  readonly children: ReactNode;
}

export function AccountProvider({ account, children }: AccountProviderProps) {
  const state = useMemo(() => stateOf(account), [account]);
  return <AccountContext value={state}>{children}</AccountContext>;
}

export function useAccount(): AccountState {
  const state = useContext(AccountContext);
  if (state === null) throw new Error('Used outside of its provider');
  return state;
}

function stateOf(account: Api.AccountStandingFragment): AccountState {
  const permissions = new Map((account.actionPermissions ?? []).map((one) => [one.action, one]));
  const locks = new Map((account.fieldLocks ?? []).map((one) => [one.field, one.message]));
  return {
    account,
    // What the server does not speak of is not offered.
    denied: (action) => {
      const permission = permissions.get(action);
      return permission?.allowed ? null : (permission?.message ?? '');
    },
    lock: (field) => locks.get(field) ?? null,
  };
}
