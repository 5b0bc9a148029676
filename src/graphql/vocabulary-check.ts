import type { RefusalCode } from '../domain/errors';
import type * as domain from '../domain/vocabulary';
import type * as contract from './generated/types';

/** Compiles only as long as two unions have the same members. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

/** The domain's words are the contract's: a word that is added to one of them alone does not compile. */
export const VOCABULARIES_ARE_ONE: {
  readonly AccountAction: Same<domain.AccountAction, contract.AccountAction>;
  readonly AccountField: Same<domain.AccountField, contract.AccountField>;
  readonly DenialReason: Same<domain.DenialReason, contract.DenialReason>;
  readonly LockReason: Same<domain.LockReason, contract.LockReason>;
  readonly AccountErrorCode: Same<RefusalCode, contract.AccountErrorCode>;
  readonly AccountStatus: Same<domain.AccountStatus, contract.AccountStatus>;
  readonly AccessLevel: Same<domain.AccessLevel, contract.AccessLevel>;
  readonly BillingPeriod: Same<domain.BillingPeriod, contract.BillingPeriod>;
  readonly DriftWarning: Same<domain.DriftWarning, contract.DriftWarning>;
  readonly SyncOutcome: Same<domain.SyncOutcome, contract.SyncOutcome>;
  readonly SyncWarning: Same<domain.SyncWarning, contract.SyncWarning>;
  readonly AccountHistoryKind: Same<domain.AccountHistoryKind, contract.AccountHistoryKind>;
  readonly ManagementOrigin: Same<domain.ManagementOrigin, contract.ManagementOrigin>;
  readonly SalesDocumentKind: Same<domain.SalesDocumentKind, contract.SalesDocumentKind>;
  readonly PrincipalKind: Same<domain.PrincipalKind, contract.PrincipalKind>;
  readonly AuditOperation: Same<domain.AuditOperation, contract.AuditOperation>;
} = {
  AccountAction: true,
  AccountField: true,
  DenialReason: true,
  LockReason: true,
  AccountErrorCode: true,
  AccountStatus: true,
  AccessLevel: true,
  BillingPeriod: true,
  DriftWarning: true,
  SyncOutcome: true,
  SyncWarning: true,
  AccountHistoryKind: true,
  ManagementOrigin: true,
  SalesDocumentKind: true,
  PrincipalKind: true,
  AuditOperation: true,
};
