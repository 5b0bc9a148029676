import type { AccountFilter, AccountOrder, AccountOrderField, AccountStatus } from '../../api/generated.ts';

/** Whose accounts: everybody's, those that a tenant reseller manages, or the distributor's own. */
export type Managed = 'all' | 'managed' | 'own';
export type Sort = 'name' | 'updated' | 'created';

/** A custom field by its code, and the value that is looked for; null: accounts without one. */
export interface CustomFieldChoice {
  readonly code: string;
  readonly value: string | number | boolean | null;
}

/** Which accounts are listed, and in which order: all that the address of the list holds. */
export interface ListAddress {
  readonly search: string;
  readonly managed: Managed;
  readonly resellers: readonly string[];
  readonly statuses: readonly string[];
  /** Only accounts with warnings of drift. */
  readonly drifting: boolean;
  /** Only accounts without a responsible user. */
  readonly unassigned: boolean;
  readonly customField: CustomFieldChoice | null;
  readonly sort: Sort;
  readonly isDescending: boolean;
}

export const NO_FILTER = {
  search: '',
  managed: 'all',
  resellers: [],
  statuses: [],
  drifting: false,
  unassigned: false,
  customField: null,
} as const satisfies Partial<ListAddress>;

const MANAGED: Readonly<Record<Managed, boolean | undefined>> = { all: undefined, managed: true, own: false };
export const SORTS: Readonly<Record<Sort, AccountOrderField>> = {
  name: 'NAME',
  updated: 'UPDATED_AT',
  created: 'CREATED_AT',
};

/** What an address says; whatever in it is not understood is as if it were left out. */
export function readAddress(parameters: URLSearchParams): ListAddress {
  const code = parameters.get('field');
  const value = plainValueOf(parameters.get('value'));
  return {
    search: parameters.get('q') ?? '',
    managed: keyOf(MANAGED, parameters.get('managed')) ?? 'all',
    resellers: [...new Set(parameters.getAll('reseller'))],
    statuses: [...new Set(parameters.getAll('status'))],
    drifting: parameters.get('drift') === 'yes',
    unassigned: parameters.get('unassigned') === 'yes',
    customField: code === null || value === undefined ? null : { code, value },
    sort: keyOf(SORTS, parameters.get('sort')) ?? 'name',
    isDescending: parameters.get('order') === 'down',
  };
}

/** The address that says this; what is as it is without an address is left out. */
export function writeAddress(address: ListAddress): URLSearchParams {
  const { search, managed, resellers, statuses, drifting, unassigned, customField, sort, isDescending } = address;
  const written = new URLSearchParams();
  if (search !== '') written.append('q', search);
  if (managed !== 'all') written.append('managed', managed);
  for (const id of resellers) written.append('reseller', id);
  for (const status of statuses) written.append('status', status);
  if (drifting) written.append('drift', 'yes');
  if (unassigned) written.append('unassigned', 'yes');
  if (customField !== null) {
    written.append('field', customField.code);
    written.append('value', JSON.stringify(customField.value));
  }
  if (sort !== 'name') written.append('sort', sort);
  if (isDescending) written.append('order', 'down');
  return written;
}

/** The filter of the API; `known` are the statuses that the schema has, as anything may stand in an address. */
export function filterOf(address: ListAddress, known: readonly { readonly value: string }[]): AccountFilter {
  const { search, managed, resellers, statuses, drifting, unassigned, customField } = address;
  const wanted = new Set(statuses);
  const asked = known.map(({ value }) => value as AccountStatus).filter((status) => wanted.has(status));
  const isManaged = MANAGED[managed];
  return {
    ...(search.trim() === '' ? {} : { search }),
    ...(isManaged === undefined ? {} : { managed: isManaged }),
    ...(resellers.length === 0 ? {} : { tenantResellerIds: resellers }),
    ...(asked.length === 0 ? {} : { status: asked }),
    ...(drifting ? { hasDrift: true } : {}),
    ...(unassigned ? { withoutResponsibleUser: true } : {}),
    ...(customField === null ? {} : { customField: { code: customField.code, equals: customField.value } }),
  };
}

export function orderOf({ sort, isDescending }: ListAddress): AccountOrder {
  return { field: SORTS[sort], direction: isDescending ? 'DESC' : 'ASC' };
}

/** How many kinds of filter narrow the list, the search left out. */
export function countFilters({ managed, resellers, statuses, drifting, unassigned, customField }: ListAddress): number {
  const chosen = [
    managed !== 'all',
    resellers.length > 0,
    statuses.length > 0,
    drifting,
    unassigned,
    customField !== null,
  ];
  return chosen.filter(Boolean).length;
}

function keyOf<Key extends string>(table: Readonly<Record<Key, unknown>>, key: string | null): Key | undefined {
  return key !== null && Object.hasOwn(table, key) ? (key as Key) : undefined;
}

function plainValueOf(text: string | null): CustomFieldChoice['value'] | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
    return isPlain ? (value as CustomFieldChoice['value']) : undefined;
  } catch {
    return undefined;
  }
}
