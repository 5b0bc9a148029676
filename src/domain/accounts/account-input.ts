import { all } from 'iso-3166-1';
import { z } from 'zod';
import { isBlank, UNSEEN } from '../folding';
import { fault, fieldMessage, filledText, LIMITS, optionalText } from '../input';
import { TOLD } from '../input-limits';

const TWO_LETTERS = /^[A-Za-z]{2}$/;

/** Whether ISO 3166-1 assigns this code in capitals, or it is Kosovo's, which everybody uses. */
export function isCountry(code: string): boolean {
  return COUNTRIES.has(code);
}
const COUNTRIES: ReadonlySet<string> = new Set(['XK', ...all().map(({ alpha2 }) => alpha2)]);

/** What is taken for a country that somebody types: one of these codes in either case, or nothing that can be seen. */
function countryPattern(codes: string): string {
  return `^(?:${codes}|[${UNSEEN}]*)$`;
}
/** By their first letters. */
const ASSIGNED = countryPattern(
  [...new Set([...COUNTRIES].map((code) => code.charAt(0)))]
    .sort()
    .map((first) => {
      const seconds = [...COUNTRIES].filter((code) => code.startsWith(first)).map((code) => code.charAt(1));
      return `${inEitherCase(first)}${inEitherCase(seconds.sort().join(''))}`;
    })
    .join('|'),
);
/** What an account may have from its source besides, which is taken of that account alone. */
const PERHAPS_STORED = countryPattern('[A-Za-z]{2}');

function inEitherCase(letters: string): string {
  return `[${letters}${letters.toLowerCase()}]`;
}

/** A code of a country that somebody types, in capitals; `stored` is taken too, whatever it is (S3). */
export function country(stored: string | null = null) {
  return z
    .string()
    .transform((value) => (TWO_LETTERS.test(value) ? value.toUpperCase() : value))
    .refine((value) => value === stored || isCountry(value), {
      message: fieldMessage('input.country'),
    });
}

/** A postal address, whose parts are null when they are empty. */
export interface BillingAddress {
  readonly line1: string | null;
  readonly line2: string | null;
  readonly city: string | null;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}

/** The parts of an address that are text. */
const lines = {
  line1: optionalText(),
  line2: optionalText(),
  city: optionalText(),
  region: optionalText(),
  postalCode: optionalText(),
};

/** A postal address that somebody types, as one unit: null when nothing of it is filled in. */
export function billingAddress(storedCountry: string | null = null): z.ZodType<BillingAddress | null> {
  return addressOf(country(storedCountry), ASSIGNED);
}

/** The same for an account of which nothing is known: what is stored of it is asked as it is changed. */
export const anyBillingAddress = addressOf(z.string(), PERHAPS_STORED);

function addressOf(typedCountry: z.ZodType<string, string>, told: string): z.ZodType<BillingAddress | null> {
  const typed = z
    .string()
    .transform((value) => (isBlank(value) ? null : value))
    .pipe(typedCountry.nullable())
    .register(TOLD, { pattern: told });
  return z
    .object({ ...lines, country: typed.nullish().transform((value) => value ?? null) })
    .nullish()
    .transform((address) => unlessEmpty(address ?? null));
}

/** An address as its source has it, and whether its country is one. */
export interface SnapshotAddress {
  readonly billingAddress: BillingAddress | null;
  readonly hasUnknownCountry: boolean;
}

/**
 * The address of a snapshot (S3). The source masters it, so that no country refuses it: two letters are kept in capitals,
 * assigned or not, and anything else is none.
 */
export const snapshotAddress: z.ZodType<SnapshotAddress> = z
  .object({ ...lines, country: z.string().nullish() })
  .nullish()
  .transform((address) => {
    if (!address) return { billingAddress: null, hasUnknownCountry: false };
    const sent = (address.country ?? '').trim();
    const code = TWO_LETTERS.test(sent) ? sent.toUpperCase() : null;
    return {
      billingAddress: unlessEmpty({ ...address, country: code }),
      hasUnknownCountry: code === null ? !isBlank(sent) : !isCountry(code),
    };
  });

function unlessEmpty(address: BillingAddress | null): BillingAddress | null {
  return address && Object.values(address).some((part) => part !== null) ? address : null;
}

/** How an account is known to one provisioning system. */
export interface SynchronizationOption {
  readonly systemCode: string;
  readonly key: string;
  readonly value: string | null;
}

/** Synchronization options in the order of system code and key; one of each. */
export const synchronizationOptions: z.ZodType<readonly SynchronizationOption[]> = z
  .array(z.object({ systemCode: filledText(), key: filledText(), value: optionalText() }))
  .max(LIMITS.options, { message: fieldMessage('input.tooMany', { most: LIMITS.options }) })
  .nullish()
  .transform((options, context) => {
    const seen = new Set<string>();
    for (const { systemCode, key } of options ?? []) {
      const name = JSON.stringify([systemCode, key]);
      if (seen.has(name)) return fault(context, 'input.optionTwice', { key, systemCode });
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
