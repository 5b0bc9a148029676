import { v7 } from 'uuid';
import { z } from 'zod';
import type { Account, AccountState } from '../../domain/accounts/account';
import { edited } from '../../domain/accounts/wording';
import { DomainError, type Refusal } from '../../domain/errors';
import { currency, filledText, invalidInput, LIMITS, optionalText, read, readId } from '../../domain/input';
import { resellerAccountMade } from '../../domain/resellers/wording';
import type { TenantReseller } from '../../domain/tenant-reseller';
import { hasRecords } from '../../persistence/accounts/account-facts';
import { lockAccounts } from '../../persistence/accounts/account-locks';
import { changeResellerAccount, insertAccounts } from '../../persistence/accounts/account-writes';
import { addLines } from '../../persistence/accounts/add-line';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { createOnce } from '../../persistence/pass/idempotency';
import { findCopyDefaults } from '../../persistence/resellers/api-options-repository';
import {
  findTenantResellerOf,
  insertTenantReseller,
  lockTenantReseller,
  saveTenantReseller,
} from '../../persistence/resellers/tenant-reseller-repository';

const creation = z.object({
  name: filledText(LIMITS.name),
  currency,
  separateInvoices: z.boolean(),
  email: optionalText(),
});
const change = z.object({
  name: filledText(LIMITS.name).optional(),
  currency: currency.optional(),
  separateInvoices: z.boolean().optional(),
});

/** Creates a tenant reseller with an account of its own, or with an existing one of the distributor's (S25). */
export function createTenantReseller(
  pass: AdministratorPass,
  input: { readonly accountId?: string | null; readonly idempotencyKey?: string | null },
): Promise<{ id: string }> {
  return createOnce(pass, 'createTenantReseller', input, async () => {
    const { email, ...values } = read(creation, input, ['input']);
    const reseller = { ...values, id: v7(), backOrderingActive: false };
    const accountId =
      typeof input.accountId === 'string'
        ? await takeAccount(pass, input.accountId, values, email)
        : await createAccount(pass, values, email);
    await insertTenantReseller(pass, { ...reseller, accountId });
    await addLines(pass, accountId, [{ kind: 'EDITED', text: resellerAccountMade(reseller.name) }]);
    return { id: reseller.id };
  });
}

async function createAccount(
  pass: AdministratorPass,
  values: Pick<TenantReseller, 'name' | 'currency' | 'separateInvoices'>,
  email: string | null,
): Promise<string> {
  const { permissionRuleId, customFields } = await findCopyDefaults(pass.transaction);
  const account: AccountState = {
    ...values,
    id: v7(),
    email,
    accountingNo: null,
    billingAddress: null,
    synchronizationOptions: [],
    status: 'ACTIVE',
    enableOrdering: false,
    parentId: null,
    billToId: null,
    responsibleUserId: null,
    permissionRuleId,
    customFields,
    management: null,
    deletionDate: null,
  };
  await insertAccounts(pass, [account]);
  return account.id;
}

/** An existing account becomes the reseller's: from then on its name and currency are the reseller's. */
async function takeAccount(
  pass: AdministratorPass,
  sentId: string,
  values: Pick<TenantReseller, 'name' | 'currency'>,
  email: string | null,
): Promise<string> {
  const path = ['input', 'accountId'];
  const id = readId(sentId, path);
  const [account] = await lockAccounts(pass.transaction, [id]);
  if (!account) throw new DomainError({ code: 'NOT_FOUND', message: 'There is no account of this id.', path });
  const refusal = await refusalToTake(pass, account, values.currency, path);
  if (refusal) throw new DomainError(refusal);
  const { name, currency } = values;
  const labels = [
    ...(name === account.name ? [] : ['Name']),
    ...(currency === account.currency ? [] : ['Currency']),
    ...(email === null || email === account.email ? [] : ['E-mail']),
  ];
  if (labels.length > 0) await addLines(pass, id, [{ kind: 'EDITED', text: edited(labels) }]);
  await changeResellerAccount(pass, account, { name, currency, ...(email === null ? {} : { email }) });
  return id;
}

async function refusalToTake(
  pass: AdministratorPass,
  account: Account,
  currency: string,
  path: readonly string[],
): Promise<Refusal | null> {
  if (account.management) {
    return { code: 'ACCOUNT_ALREADY_MANAGED', message: 'A tenant reseller manages this account.', path };
  }
  if (account.status === 'DELETED') {
    return { code: 'ACTION_NOT_ALLOWED', message: 'This account is deleted.', path, reasons: ['ACCOUNT_DELETED'] };
  }
  if (await findTenantResellerOf(pass.transaction, account.id)) {
    return invalidInput(path, { message: 'is the account of another tenant reseller' });
  }
  if (account.currency !== currency && (await hasRecords(pass.transaction, account.id))) {
    return invalidInput(['input', 'currency'], {
      message: `must be ${account.currency}: the account has records in it`,
    });
  }
  return null;
}

/** Changes a tenant reseller; its name and currency are its account's too. Copies keep what they have (S6, S10). */
export async function updateTenantReseller(
  pass: AdministratorPass,
  input: { readonly tenantResellerId: string },
): Promise<{ id: string }> {
  const reseller = await existingReseller(pass, input.tenantResellerId);
  const changed = { ...reseller, ...definedOnly(read(change, input, ['input'])) };
  const labels = [
    ...(changed.name !== reseller.name ? ['Name'] : []),
    ...(changed.currency !== reseller.currency ? ['Currency'] : []),
  ];
  await saveTenantReseller(pass, changed);
  if (labels.length > 0) {
    const [account] = await lockAccounts(pass.transaction, [reseller.accountId]);
    if (!account) throw new Error(`The tenant reseller ${reseller.id} has no account`);
    if (followsReseller(account)) {
      await changeResellerAccount(pass, account, { name: changed.name, currency: changed.currency });
      await addLines(pass, reseller.accountId, [{ kind: 'EDITED', text: edited(labels) }]);
    }
  }
  return { id: reseller.id };
}

/**
 * S21: ACCOUNT_DELETED and MASTERED_BY_RESELLER come before SET_BY_TENANT_RESELLER. An account that is deleted, or that was
 * handed to another reseller, keeps its name and currency.
 */
function followsReseller(account: Account): boolean {
  return account.status !== 'DELETED' && account.management === null;
}

/** Lets the reseller copy customers; it stays on (test/graphql/resellers/tenant-resellers.test.ts). */
export async function activateBackOrdering(
  pass: AdministratorPass,
  input: { readonly tenantResellerId: string },
): Promise<{ id: string }> {
  const reseller = await existingReseller(pass, input.tenantResellerId);
  await saveTenantReseller(pass, { ...reseller, backOrderingActive: true });
  return { id: reseller.id };
}

async function existingReseller(pass: AdministratorPass, sentId: string): Promise<TenantReseller> {
  const path = ['input', 'tenantResellerId'];
  const id = readId(sentId, path);
  const reseller = await lockTenantReseller(pass, id);
  if (reseller) return reseller;
  throw new DomainError({ code: 'NOT_FOUND', message: 'There is no tenant reseller of this id.', path });
}

function definedOnly<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
