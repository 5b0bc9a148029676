import type { Resolvers } from '../generated/types';
import { scalars } from '../scalars';
import { Account } from './Account';
import { AccountConnection } from './AccountConnection';
import { AccountSubscription } from './AccountSubscription';
import { AccountViewer } from './AccountViewer';
import { ApiOptions } from './ApiOptions';
import { ManagedByReseller } from './ManagedByReseller';
import { activateBackOrdering } from './Mutation/activateBackOrdering';
import { cancelPaidSubscription } from './Mutation/cancelPaidSubscription';
import { cancelSubscription } from './Mutation/cancelSubscription';
import { createOffer } from './Mutation/createOffer';
import { createOpportunity } from './Mutation/createOpportunity';
import { createOrder } from './Mutation/createOrder';
import { createSubscription } from './Mutation/createSubscription';
import { createTenantReseller } from './Mutation/createTenantReseller';
import { deleteAccount } from './Mutation/deleteAccount';
import { deleteManagedAccount } from './Mutation/deleteManagedAccount';
import { reactivateAccount } from './Mutation/reactivateAccount';
import { recordPaidSubscription } from './Mutation/recordPaidSubscription';
import { savePermissionRule } from './Mutation/savePermissionRule';
import { saveService } from './Mutation/saveService';
import { setApiOptions } from './Mutation/setApiOptions';
import { suspendAccount } from './Mutation/suspendAccount';
import { syncCustomers } from './Mutation/syncCustomers';
import { synchronizeAccount } from './Mutation/synchronizeAccount';
import { updateAccount } from './Mutation/updateAccount';
import { updateTenantReseller } from './Mutation/updateTenantReseller';
import { OfferedService } from './OfferedService';
import { account } from './Query/account';
import { accountPolicy } from './Query/accountPolicy';
import { accounts } from './Query/accounts';
import { accountViewer } from './Query/accountViewer';
import { apiOptions } from './Query/apiOptions';
import { copiedAccount } from './Query/copiedAccount';
import { offeredServices } from './Query/offeredServices';
import { permissionRules } from './Query/permissionRules';
import { tenantReseller } from './Query/tenantReseller';
import { tenantResellers } from './Query/tenantResellers';
import { SalesDocument } from './SalesDocument';
import { TenantReseller } from './TenantReseller';

/** Every resolver, by the name of its type and field. */
export const resolvers: Resolvers = {
  ...scalars,
  Account,
  AccountConnection,
  AccountSubscription,
  AccountViewer,
  ApiOptions,
  ManagedByReseller,
  OfferedService,
  SalesDocument,
  TenantReseller,
  Query: {
    account,
    accounts,
    accountPolicy,
    accountViewer,
    apiOptions,
    copiedAccount,
    offeredServices,
    permissionRules,
    tenantReseller,
    tenantResellers,
  },
  Mutation: {
    activateBackOrdering,
    cancelPaidSubscription,
    cancelSubscription,
    createOffer,
    createOpportunity,
    createOrder,
    createSubscription,
    createTenantReseller,
    deleteAccount,
    deleteManagedAccount,
    reactivateAccount,
    recordPaidSubscription,
    savePermissionRule,
    saveService,
    setApiOptions,
    suspendAccount,
    syncCustomers,
    synchronizeAccount,
    updateAccount,
    updateTenantReseller,
  },
};
