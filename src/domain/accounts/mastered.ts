import type { z } from 'zod';
import { nameText, optionalText } from '../input';
import type { AccountField } from '../vocabulary';
import { billingAddress, synchronizationOptions } from './account-input';

/** What is said of a value that a reseller masters. */
interface Mastered {
  /** The field that is locked, with MASTERED_BY_RESELLER. */
  readonly field: AccountField;
  /** How the line of a refresh calls it. */
  readonly label: string;
  /** How what is sent of it is read; the sync reads an address as it is (S3). */
  readonly schema: z.ZodType;
  /** What stands where nothing is known of it. */
  readonly none: unknown;
}

/**
 * What a reseller masters on a managed account besides its status (S2, S3, S9), by the name that the account, the sync's
 * input and an edit's input have for it. The sync's input, the copy, the refresh, the comparison and the locks are read
 * off this table.
 */
export const MASTERED = {
  name: { field: 'NAME', label: 'name', schema: nameText(), none: '' },
  accountingNo: { field: 'ACCOUNTING_NO', label: 'accounting number', schema: optionalText(), none: null },
  email: { field: 'EMAIL', label: 'e-mail', schema: optionalText(), none: null },
  billingAddress: { field: 'BILLING_ADDRESS', label: 'billing address', schema: billingAddress(), none: null },
  synchronizationOptions: {
    field: 'SYNCHRONIZATION_OPTIONS',
    label: 'synchronization options',
    schema: synchronizationOptions,
    none: [],
  },
} as const satisfies Record<string, Mastered>;

export type MasteredProperty = keyof typeof MASTERED;
export type MasteredField = (typeof MASTERED)[MasteredProperty]['field'];

/** The values that a reseller masters, as they are stored. */
export type MasteredValues = {
  readonly [Property in MasteredProperty]: z.output<(typeof MASTERED)[Property]['schema']>;
};

export const MASTERED_PROPERTIES: readonly MasteredProperty[] = Object.keys(MASTERED) as MasteredProperty[];

type MasteredSchemas = { readonly [Property in MasteredProperty]: (typeof MASTERED)[Property]['schema'] };

/** How each is read, as the shape of a zod object. */
export const MASTERED_SCHEMAS = ofEach<MasteredSchemas>((property) => MASTERED[property].schema);

/** The mastered values of an account or a snapshot, and nothing else of it. */
export function masteredOf(source: MasteredValues): MasteredValues {
  const { name, accountingNo, email, billingAddress: address, synchronizationOptions: options } = source;
  return { name, accountingNo, email, billingAddress: address, synchronizationOptions: options };
}

/** The account with the mastered values of a snapshot. */
export function withMastered<Of extends MasteredValues>(account: Of, source: MasteredValues): Of {
  const { name, accountingNo, email, billingAddress: address, synchronizationOptions: options } = source;
  return { ...account, name, accountingNo, email, billingAddress: address, synchronizationOptions: options };
}

/** Nothing of what a reseller would master, as an account begins. */
export const NOTHING_MASTERED = ofEach<MasteredValues>((property) => MASTERED[property].none);

/** What differs. Both sides are normalised: the order of options does not count. */
export function masteredDifferences(stored: MasteredValues, source: MasteredValues): MasteredProperty[] {
  return MASTERED_PROPERTIES.filter((property) => !isSame(stored[property], source[property]));
}

/** Whether two documents hold the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => isSame(one[name], other[name]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Something of each mastered value, under its name. */
function ofEach<Each extends Record<MasteredProperty, unknown>>(
  of: (property: MasteredProperty) => Each[MasteredProperty],
): Each {
  return Object.fromEntries(MASTERED_PROPERTIES.map((property) => [property, of(property)])) as Each;
}
