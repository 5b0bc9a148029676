import { z } from 'zod';
import { serviceId } from '../../domain/identifiers';
import { amount, billingPeriod, currency, fieldMessage, filledText, nameText, read } from '../../domain/input';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { saveServiceRow } from '../../persistence/resellers/service-repository';

const MAX_PRICES = 1000;
/** A service as it is sent. */
export const serviceInput = z.object({
  sku: filledText(),
  name: nameText(),
  prices: z
    .array(
      z.object({
        currency,
        billingPeriod,
        amount,
      }),
    )
    .max(MAX_PRICES, { message: fieldMessage('input.tooMany', { most: MAX_PRICES }) })
    .refine((prices) => new Set(prices.map((one) => `${one.currency} ${one.billingPeriod}`)).size === prices.length, {
      message: fieldMessage('input.priceTwice'),
    }),
});

/** Adds a service to the price list, or replaces its name and prices; what was sold keeps its price. */
export async function saveService(pass: AdministratorPass, input: unknown): Promise<{ id: string }> {
  const sent = read(serviceInput, input, ['input']);
  const id = serviceId(sent.sku);
  await saveServiceRow(pass, { ...sent, id });
  return { id };
}
