import type { AccountState } from './account';
import { NOTHING_MASTERED } from './mastered';

/** What may be said of an account of the distributor's own at its birth. */
export type BirthValues = Pick<AccountState, 'id' | 'name' | 'currency'> &
  Partial<Omit<AccountState, 'status' | 'management' | 'deletionDate'>>;

/** An account of the distributor's own at its birth: what is not said of it is nothing, but that it is invoiced by itself. */
export function ownAccount(values: BirthValues): AccountState {
  return {
    ...NOTHING_MASTERED,
    enableOrdering: false,
    separateInvoices: true,
    parentId: null,
    billToId: null,
    responsibleUserId: null,
    permissionRuleId: null,
    customFields: {},
    ...values,
    status: 'ACTIVE',
    management: null,
    deletionDate: null,
  };
}
