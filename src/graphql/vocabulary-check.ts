import { ACCOUNT_ORDER_FIELDS, ORDER_DIRECTIONS } from '../domain/accounts/account-filter';
import { POLICY_FACTS } from '../domain/accounts/account-standing';
import { CUSTOM_FIELD_TYPES } from '../domain/accounts/custom-field';
import { MUTATION_GUARDS, VALUE_WORDS } from '../domain/accounts/policy-catalogue';
import { CALLER_KINDS } from '../domain/caller';
import { REFUSAL_CODES } from '../domain/errors';
import { API_OPTIONS_ENTITIES } from '../domain/resellers/api-options';
import { SUBSCRIPTION_STATUSES } from '../domain/selling/subscription';
import { SOURCE_STATUSES } from '../domain/sync/sync-item';
import * as domain from '../domain/vocabulary';
import { MUTATION_WORDS } from '../domain/words/mutation-words';
import type { Worded } from '../domain/words/words';
import type * as contract from './generated/types';

/**
 * The domain's words for each enum of the contract. A word that is added to one of the two alone does not compile;
 * test/graphql/vocabulary.test.ts sees that no enum is missing here and that the order is the contract's.
 */
export const VOCABULARIES = {
  AccessLevel: allOf<contract.AccessLevel>()(domain.ACCESS_LEVELS),
  AccountAction: allOf<contract.AccountAction>()(domain.ACCOUNT_ACTIONS),
  AccountChangeSubject: allOf<contract.AccountChangeSubject>()(domain.ACCOUNT_CHANGE_SUBJECTS),
  AccountErrorCode: allOf<contract.AccountErrorCode>()(REFUSAL_CODES),
  AccountField: allOf<contract.AccountField>()(domain.ACCOUNT_FIELDS),
  AccountHistoryKind: allOf<contract.AccountHistoryKind>()(domain.ACCOUNT_HISTORY_KINDS),
  AccountOrderField: allOf<contract.AccountOrderField>()(ACCOUNT_ORDER_FIELDS),
  AccountStatus: allOf<contract.AccountStatus>()(domain.ACCOUNT_STATUSES),
  AccountSubscriptionStatus: allOf<contract.AccountSubscriptionStatus>()(SUBSCRIPTION_STATUSES),
  AccountViewerKind: allOf<contract.AccountViewerKind>()(CALLER_KINDS),
  ApiOptionsEntity: allOf<contract.ApiOptionsEntity>()(API_OPTIONS_ENTITIES),
  AuditOperation: allOf<contract.AuditOperation>()(domain.AUDIT_OPERATIONS),
  BillingPeriod: allOf<contract.BillingPeriod>()(domain.BILLING_PERIODS),
  CustomFieldType: allOf<contract.CustomFieldType>()(CUSTOM_FIELD_TYPES),
  DenialReason: allOf<contract.DenialReason>()(domain.DENIAL_REASONS),
  DriftWarning: allOf<contract.DriftWarning>()(domain.DRIFT_WARNINGS),
  InvoiceKind: allOf<contract.InvoiceKind>()(domain.INVOICE_KINDS),
  GoLiveObstacle: allOf<contract.GoLiveObstacle>()(domain.GO_LIVE_OBSTACLES),
  LockReason: allOf<contract.LockReason>()(domain.LOCK_REASONS),
  ManagementOrigin: allOf<contract.ManagementOrigin>()(domain.MANAGEMENT_ORIGINS),
  MutationGuard: allOf<contract.MutationGuard>()(MUTATION_GUARDS),
  OrderDirection: allOf<contract.OrderDirection>()(ORDER_DIRECTIONS),
  PolicyFact: allOf<contract.PolicyFact>()(POLICY_FACTS),
  PriceSource: allOf<contract.PriceSource>()(domain.PRICE_SOURCES),
  PrincipalKind: allOf<contract.PrincipalKind>()(domain.PRINCIPAL_KINDS),
  RelationKind: allOf<contract.RelationKind>()(domain.RELATION_KINDS),
  SalesDocumentKind: allOf<contract.SalesDocumentKind>()(domain.SALES_DOCUMENT_KINDS),
  SourceStatus: allOf<contract.SourceStatus>()(SOURCE_STATUSES),
  SyncOutcome: allOf<contract.SyncOutcome>()(domain.SYNC_OUTCOMES),
  SyncWarning: allOf<contract.SyncWarning>()(domain.SYNC_WARNINGS),
  TenantResellerStatus: allOf<contract.TenantResellerStatus>()(domain.TENANT_RESELLER_STATUSES),
} as const;

/** Takes a list of exactly the contract's words: none too many, and none missing. */
function allOf<Contract extends string>() {
  return <const Words extends readonly Contract[]>(words: [Contract] extends [Words[number]] ? Words : never): Words =>
    words;
}

type Vocabularies = typeof VOCABULARIES;

// What people read: words that are missing do not compile; what is too many test/docs/words.test.ts finds.
VALUE_WORDS satisfies { readonly [Enum in keyof Vocabularies]: Readonly<Record<Vocabularies[Enum][number], Worded>> };
MUTATION_WORDS satisfies Readonly<Record<Exclude<keyof contract.Mutation, '__typename'>, Worded>>;
