import { z } from 'zod';
import { assertNothingAgainst } from '../../domain/errors';
import { priceListId, serviceId } from '../../domain/identifiers';
import { amount, billingPeriod, currency, day, fieldMessage, filledText, nameText, read } from '../../domain/input';
import { againstPriceList, entryKey } from '../../domain/resellers/price-list-change';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import {
  listPriceListEntries,
  replacePriceListEntries,
  savePriceListRow,
} from '../../persistence/resellers/price-list-repository';
import { knownSkus } from '../../persistence/resellers/service-repository';

const MAX_ENTRIES = 10_000;
/** A price list as it is sent. */
export const priceListInput = z.object({
  code: nameText(),
  name: nameText(),
  prices: z
    .array(z.object({ sku: filledText(), currency, billingPeriod, amount, validFrom: day }))
    .max(MAX_ENTRIES, { message: fieldMessage('input.tooMany', { most: MAX_ENTRIES }) })
    .refine((entries) => new Set(entries.map(entryKey)).size === entries.length, {
      message: fieldMessage('input.listedTwice'),
    }),
});

/**
 * Adds a price list, or replaces its name and what is valid from today on; what was valid before must be sent as it is
 * (S27). What is past is decided once the list is locked: `today` is asked then.
 */
export async function savePriceList(
  pass: AdministratorPass,
  input: unknown,
  today: () => string,
): Promise<{ id: string }> {
  const { code, name, prices } = read(priceListInput, input, ['input']);
  const id = priceListId(code);
  await savePriceListRow(pass, { id, code, name });
  const from = today();
  const present = await listPriceListEntries(pass.transaction, id);
  const skus = await knownSkus(
    pass.transaction,
    prices.map(({ sku }) => sku),
  );
  assertNothingAgainst(againstPriceList(present, prices, { today: from, skus }));
  const entries = prices.map(({ sku, ...entry }) => ({ ...entry, serviceId: serviceId(sku) }));
  await replacePriceListEntries(pass, id, entries, from);
  return { id };
}
