import { whereAlpha2 } from 'iso-3166-1';
import { z } from 'zod';
import { fault, filledText, LIMITS, optionalText } from '../input';

/** An ISO 3166-1 alpha-2 code in capitals. */
export const country = z.string().refine((value) => whereAlpha2(value)?.alpha2 === value, {
  message: 'must be an ISO 3166-1 alpha-2 country code, e.g. "DE"',
});

/** A postal address, whose parts are null when they are empty. */
export interface BillingAddress {
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}

/** A postal address, as one unit: null when nothing of it is filled in. */
export const billingAddress: z.ZodType<BillingAddress | null> = z
  .object({
    line1: optionalText(),
    line2: optionalText(),
    city: optionalText(),
    region: optionalText(),
    postalCode: optionalText(),
    country: z
      .union([z.literal(''), country])
      .nullish()
      .transform((value) => value || null),
  })
  .nullish()
  .transform((address) => (address && Object.values(address).some((part) => part !== null) ? address : null));

/** How an account is known to one provisioning system. */
export interface SynchronizationOption {
  readonly systemCode: string;
  readonly key: string;
  readonly value: string | null;
}

/** Synchronization options in the order of system code and key; one of each. */
export const synchronizationOptions: z.ZodType<readonly SynchronizationOption[]> = z
  .array(z.object({ systemCode: filledText(), key: filledText(), value: optionalText() }))
  .max(LIMITS.options, { message: `must have at most ${LIMITS.options} options` })
  .nullish()
  .transform((options, context) => {
    const seen = new Set<string>();
    for (const { systemCode, key } of options ?? []) {
      const name = JSON.stringify([systemCode, key]);
      if (seen.has(name)) return fault(context, `must not have "${key}" of "${systemCode}" twice`);
      seen.add(name);
    }
    return inOrder(options ?? []);
  });

/** Synchronization options in the order in which they are stored: their source's order does not count. */
export function inOrder(options: readonly SynchronizationOption[]): SynchronizationOption[] {
  return options.toSorted(
    (one, other) => byCodeUnit(one.systemCode, other.systemCode) || byCodeUnit(one.key, other.key),
  );
}

function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
