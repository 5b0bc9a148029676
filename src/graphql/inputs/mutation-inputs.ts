import { z } from 'zod';
import { editInput } from '../../domain/accounts/account-edit';
import { contactInput } from '../../domain/accounts/contact';
import { customFieldInputs, definitionInput } from '../../domain/accounts/custom-field';
import { relationInput } from '../../domain/accounts/relation';
import { idempotencyKey, knownId, LIMITS, uuid } from '../../domain/input';
import { transferInput } from '../../domain/resellers/transfer-items';
import { changeInput } from '../../domain/selling/change';
import {
  cancellationInput,
  deletionInput,
  purchaseInput,
  restorationInput,
  syncItem,
} from '../../domain/sync/sync-input';
import * as account from '../../services/accounts/create-account';
import { systemCodeInput } from '../../services/accounts/synchronize-account';
import { creditNoteInput } from '../../services/billing/create-credit-note';
import { linesInput } from '../../services/billing/create-invoice';
import { asOfInput } from '../../services/billing/generate-invoices';
import { announcementInput } from '../../services/moving/move-accounts';
import { releaseInput } from '../../services/moving/release-accounts';
import * as reseller from '../../services/resellers/create-tenant-reseller';
import { ruleInput } from '../../services/resellers/save-permission-rule';
import { priceListInput } from '../../services/resellers/save-price-list';
import { serviceInput } from '../../services/resellers/save-service';
import { optionsInput } from '../../services/resellers/set-api-options';
import * as resellerChange from '../../services/resellers/update-tenant-reseller';
import { sellInput } from '../../services/selling/create-sales-document';
import { endInput, subscriptionInput } from '../../services/selling/subscriptions';
import type { MutationResolvers } from '../generated/types';

const onAccount = { accountId: knownId };
const ofReseller = { tenantResellerId: uuid };
const repeatable = { idempotencyKey: idempotencyKey.nullish() };
const rehearsed = { dryRun: z.boolean().nullish() };
/** What each stands for itself of, up to so many. */
const bulk = <Item extends z.ZodType>(item: Item) => z.array(item).max(LIMITS.itemsPerCall);

const account_ = z.object(onAccount);
const sale = z.object({ ...onAccount, ...sellInput.shape, ...repeatable });
const accounts = z.object({ accountIds: bulk(knownId), ...rehearsed });

/**
 * What `input` of each mutation must be: of the very objects that its use case reads with, put together where it reads parts
 * of it apart. test/graphql/inputs holds them against the schema.
 */
export const MUTATION_INPUTS: Readonly<Record<keyof MutationResolvers, z.ZodObject>> = {
  createAccount: z.object({ ...account.creationInput.shape, customFields: customFieldInputs, ...repeatable }),
  updateAccount: z.object({ ...onAccount, ...editInput.shape, ...rehearsed }),
  suspendAccount: account_,
  reactivateAccount: account_,
  deleteAccount: account_,
  synchronizeAccount: z.object({ ...onAccount, systemCode: systemCodeInput }),
  addContact: z.object({ ...onAccount, ...contactInput.shape, ...repeatable }),
  updateContact: z.object({ ...contactInput.partial().shape, ...onAccount, contactId: knownId }),
  removeContact: z.object({ ...onAccount, contactId: knownId }),
  relateAccount: z.object({ ...onAccount, ...relationInput.shape }),
  unrelateAccount: z.object({ ...onAccount, relationId: knownId }),

  createOpportunity: sale,
  createOffer: sale,
  createOrder: sale,
  createSubscription: z.object({ ...onAccount, ...subscriptionInput.shape, ...repeatable }),
  cancelSubscription: z.object({ ...onAccount, subscriptionId: knownId, endDate: endInput }),
  changeSubscription: z.object({ ...onAccount, subscriptionId: knownId, ...changeInput.shape }),

  generateInvoices: z.object({
    ...onAccount,
    asOf: asOfInput.nullish(),
    subscriptionIds: z.array(knownId).nullish(),
    ...repeatable,
  }),
  createInvoice: z.object({ ...onAccount, billToId: uuid.nullish(), lines: linesInput, ...repeatable }),
  createCreditNote: z.object({ ...onAccount, invoiceId: knownId, ...creditNoteInput.shape, ...repeatable }),

  createTenantReseller: z.object({ ...reseller.creationInput.shape, ...repeatable }),
  updateTenantReseller: z.object({ ...ofReseller, ...resellerChange.changeInput.shape }),
  activateBackOrdering: z.object(ofReseller),
  transferAccounts: z.object({ ...ofReseller, accounts: bulk(transferInput), ...rehearsed }),
  setApiOptions: optionsInput,
  savePermissionRule: z.object({ ...ruleInput.shape, ...repeatable }),
  saveCustomFieldDefinition: definitionInput,
  saveService: serviceInput,
  savePriceList: priceListInput,

  releaseAccounts: z.object({ accounts: bulk(releaseInput), ...rehearsed }),
  announceMove: z.object({ toTenantResellerId: uuid, accounts: bulk(announcementInput), ...rehearsed }),
  completeMove: accounts,
  withdrawMove: accounts,

  recordPaidSubscription: z.object({ ...purchaseInput.shape, ...rehearsed }),
  syncCustomers: z.object({ items: bulk(syncItem), ...rehearsed }),
  cancelPaidSubscription: cancellationInput,
  deleteManagedAccount: deletionInput,
  restoreManagedAccount: restorationInput,
};
