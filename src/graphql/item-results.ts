import type { Subscription } from '../domain/account';
import type { SyncOutcome, SyncWarning } from '../domain/vocabulary';
import type { AccountUserError } from './generated/types';

/** One customer of a bulk call; its account is loaded when it is asked for. */
export interface SyncItemResult {
  readonly sourceAccountId: string;
  readonly outcome: SyncOutcome;
  readonly accountId: string | null;
  readonly subscriptions: readonly Subscription[];
  readonly warnings: readonly SyncWarning[];
  readonly userErrors: readonly AccountUserError[];
}

/** One account of a transfer; it is loaded when it is asked for. */
export interface TransferResult {
  readonly accountId: string;
  readonly userErrors: readonly AccountUserError[];
}
