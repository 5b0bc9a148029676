import type { Account } from '../../domain/accounts/account';
import { assertNothingAgainst, DomainError, type Refusal } from '../../domain/errors';
import { canonicalId, sourceIdentityKey } from '../../domain/identifiers';
import { filledText, invalidInput, LIMITS, parse, read, readId } from '../../domain/input';
import { transferredTo } from '../../domain/resellers/wording';
import type { TenantReseller } from '../../domain/tenant-reseller';
import { billedAccounts, findAccountStatus, wouldMakeCircle } from '../../persistence/accounts/account-facts';
import { lockAccounts } from '../../persistence/accounts/account-locks';
import { markTransferred } from '../../persistence/accounts/account-writes';
import { addLines } from '../../persistence/accounts/add-line';
import { unavailable } from '../../persistence/engine/unavailable';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import {
  findTenantReseller,
  findTenantResellerOf,
  lockTenantReseller,
} from '../../persistence/resellers/tenant-reseller-repository';
import { lockSubscriptions, mapSubscriptions } from '../../persistence/selling/subscription-repository';
import { claimSourceIdentities } from '../../persistence/sync/source-identity-repository';

/** Opens a transaction with the administrator's guard. */
export type RunAsAdministrator = <T>(work: (pass: AdministratorPass) => Promise<T>) => Promise<T>;

/** An account to be handed over, as it is sent. */
export interface AccountTransfer {
  readonly accountId: string;
  readonly sourceAccountId: string;
  readonly subscriptions?: readonly { readonly subscriptionId: string; readonly sourceSubscriptionId: string }[] | null;
}

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
    const message = `must be at most ${LIMITS.itemsPerCall}; send the rest in another call`;
    throw new DomainError(invalidInput(['input', 'accounts'], { message }));
  }
  const reseller = await run((pass) => liveReseller(pass, input.tenantResellerId));
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

async function liveReseller(pass: AdministratorPass, sentId: string): Promise<TenantReseller> {
  const path = ['input', 'tenantResellerId'];
  const id = readId(sentId, path);
  const reseller = await findTenantReseller(pass.transaction, id);
  if (!reseller) throw new DomainError({ code: 'NOT_FOUND', message: 'There is no tenant reseller of this id.', path });
  if ((await findAccountStatus(pass.transaction, reseller.accountId)) === 'DELETED') {
    const message = `The account of ${reseller.name} is deleted: nothing can be billed to it.`;
    throw new DomainError({ code: 'INVALID_INPUT', message, path });
  }
  if (reseller.backOrderingActive) return reseller;
  const message = `Back-ordering is not active for ${reseller.name}.`;
  throw new DomainError({ code: 'BACK_ORDERING_INACTIVE', message, path });
}

/** Where an account stands in the arguments, and the day of the call. */
interface TransferPlace {
  readonly path: readonly string[];
  readonly today: string;
}

async function transferOne(
  run: RunAsAdministrator,
  reseller: TenantReseller,
  account: AccountTransfer,
  at: TransferPlace,
  onFault: (fault: unknown) => void,
): Promise<readonly Refusal[]> {
  try {
    await run((pass) => transfer(pass, reseller, account, at));
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.refusals;
    onFault(error);
    return unavailable().refusals;
  }
}

const sourceId = filledText();

async function transfer(
  pass: AdministratorPass,
  reseller: TenantReseller,
  sent: AccountTransfer,
  { path, today }: TransferPlace,
): Promise<void> {
  const sourceAccountId = read(sourceId, sent.sourceAccountId, [...path, 'sourceAccountId']);
  const id = canonicalId(sent.accountId);
  const [account] = id ? await lockAccounts(pass.transaction, [id]) : [];
  if (!account) {
    const reasons = ['ACCOUNT_NOT_FOUND'] as const;
    const message = 'There is no account of this id.';
    throw new DomainError({ code: 'ACCOUNT_NOT_FOUND', message, path: [...path, 'accountId'], reasons });
  }
  const { management } = account;
  if (management?.tenantResellerId === reseller.id && management.sourceAccountId === sourceAccountId) return;
  await assertTransferable(pass, account, reseller, path);
  const subscriptions = sent.subscriptions ?? [];
  const mapped = await mappedSubscriptions(pass, account.id, subscriptions, {
    path: [...path, 'subscriptions'],
    today,
  });
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
  const accountPath = [...path, 'accountId'];
  if (account.status === 'DELETED') {
    const reasons = ['ACCOUNT_DELETED'] as const;
    throw new DomainError({
      code: 'ACTION_NOT_ALLOWED',
      message: 'The account is deleted.',
      path: accountPath,
      reasons,
    });
  }
  if (account.management) {
    const message = 'A tenant reseller manages the account already.';
    throw new DomainError({ code: 'ACCOUNT_ALREADY_MANAGED', message, path: accountPath });
  }
  const own = await findTenantResellerOf(pass.transaction, account.id);
  // The reseller's row is locked first, so that no customer is copied, and billed to the account, meanwhile.
  if (own) await lockTenantReseller(pass, own.id);
  if (own && (await billedAccounts(pass.transaction, [account.id])).size > 0) {
    throw new DomainError({
      code: 'ACTION_NOT_ALLOWED',
      message: `It is the account of ${own.name}, and customers are billed to it.`,
      path: accountPath,
      reasons: ['TENANT_RESELLER_ACCOUNT'],
    });
  }
  if (account.billToId !== reseller.accountId) {
    const message = `The account is not billed to ${reseller.name}: set its Bill To first.`;
    throw new DomainError({ code: 'BILL_TO_MUST_BE_RESELLER', message, path: accountPath });
  }
  if (await wouldMakeCircle(pass, account.id, reseller.accountId)) {
    throw new DomainError(invalidInput(accountPath, { message: `is above the account of ${reseller.name}: a circle` }));
  }
}

const sourceSubscriptionId = filledText();

/**
 * All that run today or later must be mapped, or the reseller's BSS would report them as new and they would be billed
 * twice; those that have ended may be.
 */
async function mappedSubscriptions(
  pass: AdministratorPass,
  accountId: string,
  sent: readonly { readonly subscriptionId: string; readonly sourceSubscriptionId: string }[],
  { path, today }: TransferPlace,
): Promise<{ subscriptionId: string; sourceSubscriptionId: string }[]> {
  const known = await lockSubscriptions(pass, accountId);
  const ids = new Set(known.map(({ id }) => id));
  const refusals: Refusal[] = [];
  const mapped = new Map<string, string>();
  for (const [index, one] of sent.entries()) {
    const at = [...path, String(index)];
    const id = canonicalId(one.subscriptionId);
    const source = parse(sourceSubscriptionId, one.sourceSubscriptionId, [...at, 'sourceSubscriptionId']);
    if (source.refusals) refusals.push(...source.refusals);
    else if (!id || !ids.has(id)) {
      const message = 'The account has no subscription of this id.';
      refusals.push({ code: 'NOT_FOUND', message, path: [...at, 'subscriptionId'] });
    } else if (mapped.has(id) || [...mapped.values()].includes(source.value)) {
      refusals.push(invalidInput(at, { message: 'must be named once' }));
    } else mapped.set(id, source.value);
  }
  const running = known.filter(({ endDate }) => endDate === null || endDate >= today);
  const missing = running.map(({ id }) => id).filter((id) => !mapped.has(id));
  if (refusals.length === 0 && missing.length > 0) {
    refusals.push(
      invalidInput(path, { message: `must name every active subscription; missing: ${missing.join(', ')}` }),
    );
  }
  assertNothingAgainst(refusals);
  return [...mapped].map(([subscriptionId, source]) => ({ subscriptionId, sourceSubscriptionId: source }));
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
  const message = `${reseller.name} has a customer of this source id here already.`;
  throw new DomainError({ code: 'SOURCE_ACCOUNT_TAKEN', message, path });
}
