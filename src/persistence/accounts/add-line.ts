import type { HistoryLine } from '../../domain/accounts/history';
import type { AccountHistoryKind } from '../../domain/vocabulary';
import type { AccountPass, GuardPass } from '../pass/guard-pass';
import { insertHistory } from './history-repository';

/** Adds a line to the history of the account that the pass is for. */
export function addLine(pass: AccountPass, kind: AccountHistoryKind, text: string): Promise<void> {
  return addLines(pass, pass.accountId, [{ kind, text }]);
}

/** Adds lines to the history of an account, in their order, by whoever holds the pass. */
export function addLines(pass: GuardPass, accountId: string, lines: readonly HistoryLine[]): Promise<void> {
  return insertHistory(pass, pass.actor, [{ accountId, lines }]);
}
