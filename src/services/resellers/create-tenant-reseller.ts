import { v7 } from 'uuid';
import { z } from 'zod';
import { ownAccount } from '../../domain/accounts/own-account';
import { edited } from '../../domain/accounts/wording';
import { DomainError, refusal } from '../../domain/errors';
import { currency, nameText, optionalText, read, uuid } from '../../domain/input';
import { say } from '../../domain/message';
import { sharedChanges, takingRefusal } from '../../domain/resellers/reseller-account';
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
  findTenantReseller,
  findTenantResellerOf,
  insertTenantReseller,
} from '../../persistence/resellers/tenant-reseller-repository';

/** A reseller as it is sent, and the account that is to be its own. */
export const creationInput = z.object({
  accountId: uuid.nullish(),
  name: nameText(),
  currency,
  separateInvoices: z.boolean(),
  email: optionalText(),
});

/** Creates a tenant reseller with an account of its own, or with an existing one of the distributor's (S25). */
export function createTenantReseller(
  pass: AdministratorPass,
  input: { readonly idempotencyKey?: string | null },
): Promise<{ id: string }> {
  return createOnce(pass, 'createTenantReseller', input, async () => {
    const { email, accountId: named, ...values } = read(creationInput, input, ['input']);
    const reseller = {
      ...values,
      id: v7(),
      backOrderingActive: false,
      priceListId: null,
      status: 'ACTIVE' as const,
    };
    const accountId = named ? await takeAccount(pass, named, values, email) : await createAccount(pass, values, email);
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
  const account = ownAccount({ ...values, id: v7(), email, permissionRuleId, customFields });
  await insertAccounts(pass, [account]);
  return account.id;
}

/** An existing account becomes the reseller's: from then on its name and currency are the reseller's. */
async function takeAccount(
  pass: AdministratorPass,
  id: string,
  { name, currency }: Pick<TenantReseller, 'name' | 'currency'>,
  email: string | null,
): Promise<string> {
  const path = ['input', 'accountId'];
  const [account] = await lockAccounts(pass, [id]);
  if (!account) throw new DomainError(refusal('NOT_FOUND', say('notFound.account'), path));
  const manager = account.management?.tenantResellerId;
  const facts = {
    account,
    resellerName: manager ? ((await findTenantReseller(pass.transaction, manager))?.name ?? null) : null,
    isAnotherResellers: (await findTenantResellerOf(pass.transaction, id)) !== null,
    hasRecords: await hasRecords(pass.transaction, id),
  };
  const against = takingRefusal(facts, currency, path);
  if (against) throw new DomainError(against);
  const values = { name, currency, ...(email === null ? {} : { email }) };
  const labels = sharedChanges(account, values);
  if (labels.length > 0) await addLines(pass, id, [{ kind: 'EDITED', text: edited(labels) }]);
  await changeResellerAccount(pass, account, values);
  return id;
}
