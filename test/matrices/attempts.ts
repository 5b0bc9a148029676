import { invoiceLineId } from '../../src/domain/identifiers';
import type { Standing, UnderTest } from '../guard/accounts';

/** A mutation on an account: the action that it is, what it is called with, and what it leaves when it is allowed. */
export interface Attempt {
  readonly action: string;
  input(account: UnderTest): Record<string, unknown>;
  /** What differs on the account afterwards; the rest of its standing stays. */
  readonly effect: Partial<Standing>;
}

const SALE = { title: 'A sale', lines: [{ sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 2 }] };

/** Every mutation that acts on an account, with its action: by hand from docs/rules.md and the contract. */
export const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  synchronizeAccount: {
    action: 'SYNCHRONIZE',
    input: () => ({ systemCode: 'MAIL' }),
    effect: { synchronizations: 1 },
  },
  deleteAccount: { action: 'DELETE', input: () => ({}), effect: { status: 'DELETED', running: 0 } },
  suspendAccount: { action: 'SUSPEND', input: () => ({}), effect: { status: 'SUSPENDED' } },
  reactivateAccount: { action: 'REACTIVATE', input: () => ({}), effect: { status: 'ACTIVE' } },
  createOpportunity: { action: 'CREATE_OPPORTUNITY', input: () => SALE, effect: { documents: 'OPPORTUNITY' } },
  createOffer: { action: 'CREATE_OFFER', input: () => SALE, effect: { documents: 'OFFER' } },
  createOrder: { action: 'CREATE_ORDER', input: () => SALE, effect: { documents: 'ORDER' } },
  createSubscription: {
    action: 'CREATE_SUBSCRIPTION',
    input: () => ({ sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 2 }),
    effect: { subscriptions: 2, running: 2, units: '2 5' },
  },
  cancelSubscription: {
    action: 'CREATE_SUBSCRIPTION',
    input: ({ subscriptionId }) => ({ subscriptionId, endDate: '2026-12-31' }),
    effect: { running: 0 },
  },
  changeSubscription: {
    action: 'CREATE_SUBSCRIPTION',
    input: ({ subscriptionId }) => ({ subscriptionId, quantities: [{ from: '2026-01-31', quantity: 7 }] }),
    effect: { units: '7' },
  },
  updateAccount: {
    action: 'EDIT',
    input: () => ({ separateInvoices: false }),
    effect: { separateInvoices: false },
  },
  generateInvoices: { action: 'GENERATE_INVOICES', input: () => ({}), effect: { invoices: 2 } },
  createInvoice: {
    action: 'CREATE_INVOICE',
    input: () => ({ lines: [{ description: 'Work', quantity: '1', unitPrice: '10' }] }),
    effect: { invoices: 2 },
  },
  createCreditNote: {
    action: 'GENERATE_INVOICES',
    input: ({ invoiceId }) => ({
      invoiceId,
      lines: [{ invoiceLineId: invoiceLineId(invoiceId, 1), amount: '4' }],
      reason: 'Too much',
    }),
    effect: { credits: '-4.00' },
  },
  addContact: { action: 'ADD_CONTACT', input: () => ({ lastName: 'Hardy' }), effect: { contacts: 'Anders Hardy' } },
  updateContact: {
    action: 'ADD_CONTACT',
    input: ({ contactId }) => ({ contactId, lastName: 'Berg' }),
    effect: { contacts: 'Berg' },
  },
  removeContact: { action: 'ADD_CONTACT', input: ({ contactId }) => ({ contactId }), effect: { contacts: '' } },
  relateAccount: {
    action: 'RELATE',
    input: () => ({ kind: 'TASK', targetId: 't-1' }),
    effect: { relations: 'DOCUMENT TASK' },
  },
  unrelateAccount: { action: 'RELATE', input: ({ relationId }) => ({ relationId }), effect: { relations: '' } },
};

/** Every mutation that only an administrator may call. */
export const ADMINISTRATORS = [
  ...['createAccount', 'createTenantReseller', 'updateTenantReseller', 'activateBackOrdering', 'transferAccounts'],
  ...['setApiOptions', 'savePermissionRule', 'saveCustomFieldDefinition', 'saveService', 'savePriceList'],
  ...['releaseAccounts', 'announceMove', 'completeMove', 'withdrawMove'],
];

/** Every mutation that only a reseller's sync service may call. */
export const SYNCS = [
  ...['recordPaidSubscription', 'syncCustomers', 'cancelPaidSubscription'],
  ...['deleteManagedAccount', 'restoreManagedAccount'],
];
