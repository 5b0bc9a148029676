import DataLoader from 'dataloader';
import type { CustomersCopied } from '../../domain/resellers/copied-by-month';
import type { SyncHealth } from '../../domain/sync/inbox';
import type { Reader } from '../../persistence/engine/database';
import type { KeysetPage } from '../../persistence/engine/keyset';
import { countCopied } from '../../persistence/resellers/copied-customers';
import { findSyncHealth, type ListedProblem, listSyncProblems } from '../../persistence/sync/sync-problem-repository';
import { Batches } from './batches';

/** What one request has loaded of what resellers' syncs have done: for a list of resellers one statement. */
export class ResellerLoaders {
  readonly #batches = new Batches();

  constructor(private readonly sql: Reader) {}

  /** A page of what a reseller's sync was refused. */
  syncProblems(tenantResellerId: string, open: boolean | null, page: KeysetPage): Promise<ListedProblem[]> {
    const read = (ids: readonly string[]) => listSyncProblems(this.sql, ids, open, page);
    return this.#batches.of(['syncProblems', open, page], read, []).load(tenantResellerId);
  }

  /** How resellers' syncs fare. */
  readonly syncHealth = new DataLoader<string, SyncHealth>(async (ids) => {
    const found = await findSyncHealth(this.sql, ids);
    return ids.map((id) => found.get(id) ?? NEVER_SENT);
  });

  /** How many of a reseller's customers were copied in these months, of those in which any was. */
  customersCopied(tenantResellerId: string, months: readonly string[]): Promise<readonly CustomersCopied[]> {
    const read = (ids: readonly string[]) => countCopied(this.sql, ids, months);
    return this.#batches.of<readonly CustomersCopied[]>(['customersCopied', months], read, []).load(tenantResellerId);
  }

  forget(): void {
    this.syncHealth.clearAll();
    this.#batches.forget();
  }
}

const NEVER_SENT: SyncHealth = { lastAcceptedAt: null, acceptedLastDay: 0, refusedLastDay: 0, openProblems: 0 };
