// The door of the package: what it exports, and nothing else.
export type { Fetch, SyncClientOptions } from './caller.ts';
export type { CustomerOutcome, CustomerSource, SyncCustomersOptions } from './customer-run.ts';
export type {
  AccountChangeSubject,
  AccountErrorCode,
  AccountField,
  BillingAddressInput,
  BillingPeriod,
  CancelPaidSubscriptionInput,
  Change,
  CustomerSnapshotInput,
  CustomerSyncItem,
  DeleteManagedAccountInput,
  PaidSubscriptionInput,
  QuantityStepInput,
  RecordPaidSubscriptionInput,
  Refusal,
  RestoreManagedAccountInput,
  SourceStatus,
  SynchronizationOptionInput,
  SyncOutcome,
  SyncWarning,
} from './generated/operations.ts';
export type {
  ItemOutcome,
  NotHereYet,
  Objection,
  Outcome,
  Refused,
  SubscriptionOutcome,
  Taken,
  Unsettled,
  UnsettledReason,
} from './outcome.ts';
export type { CopiedAccount, OfferedService, SyncHealth, SyncProblem, Viewer } from './queries.ts';
export type { RetryOptions } from './retry.ts';
export type { CallOptions, RecordedSubscription, SyncClient } from './sync-client.ts';
export { createSyncClient } from './sync-client.ts';
export { type StopReason, SyncStopped } from './sync-stopped.ts';
