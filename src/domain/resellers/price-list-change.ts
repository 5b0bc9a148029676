import { type Refusal, refusal } from '../errors';
import { invalidInput } from '../input';
import { say } from '../message';
import type { PriceListEntry } from './price-list';

const PATH = ['input', 'prices'];

/** What tells an entry of a list from every other one. */
export function entryKey({ sku, currency, billingPeriod, validFrom }: Omit<PriceListEntry, 'amount'>): string {
  return JSON.stringify([sku, currency, billingPeriod, validFrom]);
}

/**
 * What speaks against these entries of a list that has those (S27): a service that is not there, and anything else of days
 * before today than what is there. What was valid then was sold at, and stays as it was; today's and later ones may change.
 */
export function againstPriceList(
  present: readonly PriceListEntry[],
  sent: readonly PriceListEntry[],
  { today, skus }: { readonly today: string; readonly skus: ReadonlySet<string> },
): Refusal[] {
  const past = new Map(present.filter(({ validFrom }) => validFrom < today).map((entry) => [entryKey(entry), entry]));
  const refusals = sent.flatMap((entry, index) => {
    const path = [...PATH, String(index)];
    if (!skus.has(entry.sku)) {
      return [refusal('SERVICE_NOT_OFFERED', say('service.unknown', { sku: entry.sku }), [...path, 'sku'])];
    }
    if (entry.validFrom >= today) return [];
    const key = entryKey(entry);
    const known = past.get(key);
    past.delete(key);
    if (!known) return [invalidInput(path, 'input.pastPriceAdded', { today })];
    if (isSameAmount(known.amount, entry.amount)) return [];
    return [invalidInput(path, 'input.pastPriceChanged', { amount: known.amount, today })];
  });
  const missing = [...past.values()].map(({ sku, billingPeriod, currency, validFrom }) =>
    invalidInput(PATH, 'input.pastPriceMissing', { sku, billingPeriod, currency, day: validFrom, today }),
  );
  return [...refusals, ...missing];
}

/** Amounts without a sign: 2.5 is 2.50. */
function isSameAmount(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(amount: string): string {
  const [whole = '', fraction = ''] = amount.split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${fraction.replace(/0+$/, '')}`;
}
