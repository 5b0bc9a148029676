import type { Account } from '../../domain/accounts/account';
import { assertNothingAgainst, DomainError } from '../../domain/errors';
import { canonicalId, sourceIdentityKey } from '../../domain/identifiers';
import { filledText, read } from '../../domain/input';
import {
  isTransferredAlready,
  sourceAccountTaken,
  type TransferFacts,
  transferRefusal,
  unknownToTransfer,
} from '../../domain/resellers/transfer';
import { type MappedSubscription, planMapping } from '../../domain/resellers/transfer-mapping';
import { transferredTo } from '../../domain/resellers/wording';
import type { TenantReseller } from '../../domain/tenant-reseller';
import { findNaming } from '../../persistence/accounts/account-facts';
import { lockAccounts } from '../../persistence/accounts/account-locks';
import { markTransferred } from '../../persistence/accounts/account-writes';
import { addLines } from '../../persistence/accounts/add-line';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { findTenantReseller, findTenantResellerOf } from '../../persistence/resellers/tenant-reseller-repository';
import { lockSubscriptions, mapSubscriptions } from '../../persistence/selling/subscription-repository';
import { claimSourceIdentities } from '../../persistence/sync/source-identity-repository';

/** An account to be handed over, as it is sent. */
export interface AccountTransfer {
  readonly accountId: string;
  readonly sourceAccountId: string;
  readonly subscriptions?: readonly MappedSubscription[] | null;
}

/** Where an account stands in the arguments, and the day of the call. */
export interface TransferPlace {
  readonly path: readonly string[];
  readonly today: string;
}

const sourceId = filledText();

/** Hands one account of the distributor's own to the reseller that it is billed to (S24). */
export async function transferAccount(
  pass: AdministratorPass,
  reseller: TenantReseller,
  sent: AccountTransfer,
  { path, today }: TransferPlace,
): Promise<void> {
  const sourceAccountId = read(sourceId, sent.sourceAccountId, [...path, 'sourceAccountId']);
  const id = canonicalId(sent.accountId);
  const [account] = id ? await lockAccounts(pass, [id]) : [];
  if (!account) throw new DomainError(unknownToTransfer([...path, 'accountId']));
  if (isTransferredAlready(account, reseller, sourceAccountId)) return;
  await assertTransferable(pass, account, reseller, [...path, 'accountId']);
  const known = await lockSubscriptions(pass, account.id);
  const { mapped, refusals } = planMapping(known, sent.subscriptions ?? [], today, [...path, 'subscriptions']);
  assertNothingAgainst(refusals);
  await claim(pass, account.id, reseller, sourceAccountId, [...path, 'sourceAccountId']);
  // First what lies below it: a managed account's subscriptions are closed to the portal's login.
  await mapSubscriptions(pass, account.id, mapped);
  await markTransferred(pass, account.id, reseller, sourceAccountId);
  await addLines(pass, account.id, [{ kind: 'TRANSFERRED', text: transferredTo(reseller.name) }]);
}

async function assertTransferable(
  pass: AdministratorPass,
  account: Account,
  reseller: TenantReseller,
  path: readonly string[],
): Promise<void> {
  const refusal = transferRefusal(await factsOf(pass, account), reseller, path);
  if (refusal) throw new DomainError(refusal);
}

/** The account's row is locked: whoever names it holds it (services/accounts/references.ts), and is seen here or waits. */
async function factsOf({ transaction }: AdministratorPass, account: Account): Promise<TransferFacts> {
  const namedBy = await findNaming(transaction, account.id);
  const { management } = account;
  if (management) {
    const manager = await findTenantReseller(transaction, management.tenantResellerId);
    return { account, namedBy, resellerName: manager?.name ?? null, tenantResellerAccount: null };
  }
  const own = await findTenantResellerOf(transaction, account.id);
  const tenantResellerAccount = own && { hasBilledCustomers: namedBy.isBillTo };
  return { account, namedBy, resellerName: own?.name ?? null, tenantResellerAccount };
}

async function claim(
  pass: AdministratorPass,
  accountId: string,
  reseller: TenantReseller,
  sourceAccountId: string,
  path: readonly string[],
): Promise<void> {
  const key = sourceIdentityKey(reseller.id, sourceAccountId);
  const identity = { key, tenantResellerId: reseller.id, sourceAccountId, accountId };
  if ((await claimSourceIdentities(pass, [identity])).has(key)) return;
  throw new DomainError(sourceAccountTaken(reseller, path));
}
