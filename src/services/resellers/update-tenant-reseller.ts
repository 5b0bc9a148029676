import { z } from 'zod';
import { edited } from '../../domain/accounts/wording';
import { DomainError, refusal } from '../../domain/errors';
import { currency, nameText, read, uuid } from '../../domain/input';
import { say } from '../../domain/message';
import { followsReseller, sharedChanges } from '../../domain/resellers/reseller-account';
import { TENANT_RESELLER_STATUSES } from '../../domain/vocabulary';
import { lockAccounts } from '../../persistence/accounts/account-locks';
import { changeResellerAccount } from '../../persistence/accounts/account-writes';
import { addLines } from '../../persistence/accounts/add-line';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { priceListExists } from '../../persistence/resellers/price-list-repository';
import { saveTenantReseller } from '../../persistence/resellers/tenant-reseller-repository';
import { lockNamedReseller } from './named-reseller';

/** What of a reseller to change. */
export const changeInput = z.object({
  name: nameText().optional(),
  currency: currency.optional(),
  separateInvoices: z.boolean().optional(),
  priceListId: uuid.nullish(),
  status: z.enum(TENANT_RESELLER_STATUSES).optional(),
});

/**
 * Changes a tenant reseller; its name and currency are its account's too. Copies keep what they have (S6, S10, S27). What its sync
 * is writing is waited for: a status holds for everything that is committed after it (S30).
 */
export async function updateTenantReseller(
  pass: AdministratorPass,
  input: { readonly tenantResellerId: string },
): Promise<{ id: string }> {
  const reseller = await lockNamedReseller(pass, input.tenantResellerId, 'ITS_SYNC');
  const { priceListId, ...values } = read(changeInput, input, ['input']);
  if (priceListId) await assertListExists(pass, priceListId);
  const changed = { ...reseller, ...definedOnly({ ...values, priceListId }) };
  const labels = sharedChanges(reseller, changed);
  await saveTenantReseller(pass, changed);
  if (labels.length > 0) {
    const [account] = await lockAccounts(pass, [reseller.accountId]);
    if (!account) throw new Error(`The tenant reseller ${reseller.id} has no account`);
    if (followsReseller(account, pass.caller)) {
      await changeResellerAccount(pass, account, { name: changed.name, currency: changed.currency });
      await addLines(pass, reseller.accountId, [{ kind: 'EDITED', text: edited(labels) }]);
    }
  }
  return { id: reseller.id };
}

async function assertListExists(pass: AdministratorPass, id: string): Promise<void> {
  if (await priceListExists(pass.transaction, id)) return;
  throw new DomainError(refusal('NOT_FOUND', say('notFound.priceList'), ['input', 'priceListId']));
}

function definedOnly<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
