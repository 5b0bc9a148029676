import type { Resolvers } from '../generated/types';
import { Account } from './Account';
import { AccountConnection } from './AccountConnection';
import { AccountInvoice } from './AccountInvoice';
import { AccountInvoiceLine } from './AccountInvoiceLine';
import { AccountSubscription } from './AccountSubscription';
import { AccountViewer } from './AccountViewer';
import { ApiOptions } from './ApiOptions';
import { AuditEntry } from './AuditEntry';
import { AccountResult, SyncItemResult, TransferResult } from './bulk-results';
import { GoLiveAccount } from './GoLiveAccount';
import { GoLivePlan } from './GoLivePlan';
import { ManagedByReseller } from './ManagedByReseller';
import { activateBackOrdering } from './Mutation/activateBackOrdering';
import { addContact } from './Mutation/addContact';
import { announceMove } from './Mutation/announceMove';
import { cancelPaidSubscription } from './Mutation/cancelPaidSubscription';
import { cancelSubscription } from './Mutation/cancelSubscription';
import { changeSubscription } from './Mutation/changeSubscription';
import { completeMove } from './Mutation/completeMove';
import { createAccount } from './Mutation/createAccount';
import { createCreditNote } from './Mutation/createCreditNote';
import { createInvoice } from './Mutation/createInvoice';
import { createOffer } from './Mutation/createOffer';
import { createOpportunity } from './Mutation/createOpportunity';
import { createOrder } from './Mutation/createOrder';
import { createSubscription } from './Mutation/createSubscription';
import { createTenantReseller } from './Mutation/createTenantReseller';
import { deleteAccount } from './Mutation/deleteAccount';
import { deleteManagedAccount } from './Mutation/deleteManagedAccount';
import { generateInvoices } from './Mutation/generateInvoices';
import { reactivateAccount } from './Mutation/reactivateAccount';
import { recordPaidSubscription } from './Mutation/recordPaidSubscription';
import { relateAccount } from './Mutation/relateAccount';
import { releaseAccounts } from './Mutation/releaseAccounts';
import { removeContact } from './Mutation/removeContact';
import { restoreManagedAccount } from './Mutation/restoreManagedAccount';
import { saveCustomFieldDefinition } from './Mutation/saveCustomFieldDefinition';
import { savePermissionRule } from './Mutation/savePermissionRule';
import { savePriceList } from './Mutation/savePriceList';
import { saveService } from './Mutation/saveService';
import { setApiOptions } from './Mutation/setApiOptions';
import { suspendAccount } from './Mutation/suspendAccount';
import { syncCustomers } from './Mutation/syncCustomers';
import { synchronizeAccount } from './Mutation/synchronizeAccount';
import { transferAccounts } from './Mutation/transferAccounts';
import { unrelateAccount } from './Mutation/unrelateAccount';
import { updateAccount } from './Mutation/updateAccount';
import { updateContact } from './Mutation/updateContact';
import { updateTenantReseller } from './Mutation/updateTenantReseller';
import { withdrawMove } from './Mutation/withdrawMove';
import { OfferedService } from './OfferedService';
import { PendingInvoice } from './PendingInvoice';
import { PriceList } from './PriceList';
import { account } from './Query/account';
import { accountPolicy } from './Query/accountPolicy';
import { accounts } from './Query/accounts';
import { accountViewer } from './Query/accountViewer';
import { apiOptions } from './Query/apiOptions';
import { auditEntries } from './Query/auditEntries';
import { copiedAccount } from './Query/copiedAccount';
import { copiedAccounts } from './Query/copiedAccounts';
import { customFieldDefinitions } from './Query/customFieldDefinitions';
import { invoice } from './Query/invoice';
import { offeredServices } from './Query/offeredServices';
import { permissionRules } from './Query/permissionRules';
import { priceLists } from './Query/priceLists';
import { tenantReseller } from './Query/tenantReseller';
import { tenantResellers } from './Query/tenantResellers';
import { SalesDocument } from './SalesDocument';
import { SyncProblem } from './SyncProblem';
import { scalars } from './scalars';
import { TenantReseller } from './TenantReseller';

/** Every resolver, by the name of its type and field. */
export const resolvers: Resolvers = {
  ...scalars,
  Account,
  AccountConnection,
  AccountInvoice,
  AccountInvoiceLine,
  PendingInvoice,
  AccountSubscription,
  AccountViewer,
  ApiOptions,
  AuditEntry,
  GoLiveAccount,
  GoLivePlan,
  ManagedByReseller,
  OfferedService,
  PriceList,
  SalesDocument,
  SyncItemResult,
  AccountResult,
  TransferResult,
  SyncProblem,
  TenantReseller,
  Query: {
    invoice,
    account,
    accounts,
    accountPolicy,
    accountViewer,
    apiOptions,
    auditEntries,
    copiedAccount,
    copiedAccounts,
    customFieldDefinitions,
    offeredServices,
    permissionRules,
    priceLists,
    tenantReseller,
    tenantResellers,
  },
  Mutation: {
    releaseAccounts,
    announceMove,
    completeMove,
    withdrawMove,
    transferAccounts,
    generateInvoices,
    changeSubscription,
    createCreditNote,
    createInvoice,
    activateBackOrdering,
    addContact,
    cancelPaidSubscription,
    cancelSubscription,
    createAccount,
    createOffer,
    createOpportunity,
    createOrder,
    createSubscription,
    createTenantReseller,
    deleteAccount,
    deleteManagedAccount,
    reactivateAccount,
    recordPaidSubscription,
    relateAccount,
    removeContact,
    savePermissionRule,
    restoreManagedAccount,
    saveCustomFieldDefinition,
    savePriceList,
    saveService,
    setApiOptions,
    suspendAccount,
    syncCustomers,
    synchronizeAccount,
    unrelateAccount,
    updateAccount,
    updateContact,
    updateTenantReseller,
  },
};
