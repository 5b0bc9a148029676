import type { AccountChange } from '../../domain/accounts/account-change';
import { DomainError, type Refusal, RefusedCall } from '../../domain/errors';
import { invalidInput, LIMITS } from '../../domain/input';
import { receiverRefusal } from '../../domain/resellers/transfer';
import type { TransferItem } from '../../domain/resellers/transfer-items';
import type { TenantReseller } from '../../domain/tenant-reseller';
import { findAccountStatus } from '../../persistence/accounts/account-facts';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { eachForItself, type Run } from '../bulk/each-for-itself';
import { findNamedReseller } from './named-reseller';
import { type RehearsedTransfer, transferSet } from './transfer-set';

/** What the transfer of one account came to. */
export interface TransferOutcome {
  readonly accountId: string;
  readonly refusals: readonly Refusal[];
  /** What a dry run would change (S32). */
  readonly changes: readonly AccountChange[];
}

/**
 * Hands up to 500 accounts of the distributor's own to the reseller that they are billed to (S24), each for itself: all of
 * them as one set. At that instant their rows are locked, and no sale, edit or invoice slips through. `onFault` is told of
 * an account that fails for a reason of ours.
 */
export async function transferAccounts(
  run: Run<AdministratorPass>,
  input: { readonly tenantResellerId: string; readonly accounts: readonly Omit<TransferItem, 'path'>[] },
  today: string,
  onFault: (fault: unknown) => void,
): Promise<TransferOutcome[]> {
  if (input.accounts.length > LIMITS.itemsPerCall) {
    throw new DomainError(invalidInput(['input', 'accounts'], 'input.tooManyAtOnce', { most: LIMITS.itemsPerCall }));
  }
  const receiver = (pass: AdministratorPass) => receivingReseller(pass, input.tenantResellerId);
  const items = input.accounts.map((account, index) => ({ ...account, path: ['input', 'accounts', String(index)] }));
  if (items.length === 0) await run(receiver);
  const together = async (pass: AdministratorPass, some: readonly TransferItem[]) =>
    transferSet(pass, await receiver(pass), some, today);
  const decisions = await eachForItself({ run, together, refused, onFault }, items);
  return items.map(({ accountId }, index) => ({
    accountId,
    refusals: decisions[index]?.refusals ?? [],
    changes: decisions[index]?.changes ?? [],
  }));
}

function refused(refusals: readonly Refusal[]): RehearsedTransfer {
  return { refusals, transferred: null };
}

async function receivingReseller(pass: AdministratorPass, sentId: string): Promise<TenantReseller> {
  const reseller = await findNamedReseller(pass, sentId).catch(refuseAll);
  const status = await findAccountStatus(pass.transaction, reseller.accountId);
  const refusal = receiverRefusal(reseller, status, ['input', 'tenantResellerId']);
  if (refusal) throw new RefusedCall(refusal);
  return reseller;
}

function refuseAll(error: unknown): never {
  throw error instanceof DomainError ? new RefusedCall(...error.refusals) : error;
}
