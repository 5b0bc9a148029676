import { DomainError, type Refusal } from '../../domain/errors';
import { invalidInput, LIMITS } from '../../domain/input';
import { receiverRefusal } from '../../domain/resellers/transfer';
import type { TenantReseller } from '../../domain/tenant-reseller';
import { findAccountStatus } from '../../persistence/accounts/account-facts';
import { unavailable } from '../../persistence/engine/unavailable';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { findNamedReseller } from './named-reseller';
import { type AccountTransfer, type TransferPlace, transferAccount } from './transfer-account';

/** Opens a transaction with the administrator's guard. */
export type RunAsAdministrator = <T>(work: (pass: AdministratorPass) => Promise<T>) => Promise<T>;

/** What the transfer of one account came to. */
export interface TransferOutcome {
  readonly accountId: string;
  readonly refusals: readonly Refusal[];
}

/**
 * Hands accounts of the distributor's own to the reseller that they are billed to (S24), each for itself in a
 * transaction of its own: at that instant its row is locked, and no sale, edit or invoice slips through.
 */
export async function transferAccounts(
  run: RunAsAdministrator,
  input: { readonly tenantResellerId: string; readonly accounts: readonly AccountTransfer[] },
  today: string,
  onFault: (fault: unknown) => void,
): Promise<TransferOutcome[]> {
  if (input.accounts.length > LIMITS.itemsPerCall) {
    throw new DomainError(invalidInput(['input', 'accounts'], 'input.tooManyAtOnce', { most: LIMITS.itemsPerCall }));
  }
  const reseller = await run((pass) => receivingReseller(pass, input.tenantResellerId));
  const outcomes: TransferOutcome[] = [];
  for (const [index, account] of input.accounts.entries()) {
    const path = ['input', 'accounts', String(index)];
    outcomes.push({
      accountId: account.accountId,
      refusals: await transferOne(run, reseller, account, { path, today }, onFault),
    });
  }
  return outcomes;
}

async function receivingReseller(pass: AdministratorPass, sentId: string): Promise<TenantReseller> {
  const reseller = await findNamedReseller(pass, sentId);
  const status = await findAccountStatus(pass.transaction, reseller.accountId);
  const refusal = receiverRefusal(reseller, status, ['input', 'tenantResellerId']);
  if (refusal) throw new DomainError(refusal);
  return reseller;
}

async function transferOne(
  run: RunAsAdministrator,
  reseller: TenantReseller,
  account: AccountTransfer,
  at: TransferPlace,
  onFault: (fault: unknown) => void,
): Promise<readonly Refusal[]> {
  try {
    await run((pass) => transferAccount(pass, reseller, account, at));
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.refusals;
    onFault(error);
    return unavailable().refusals;
  }
}
