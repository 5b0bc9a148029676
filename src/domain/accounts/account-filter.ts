import { z } from 'zod';
import type { Caller } from '../caller';
import { argumentRefused } from '../errors';
import { canonicalId } from '../identifiers';
import { fieldMessage, instant, LIMITS, readArgument, text } from '../input';
import { label, say } from '../message';
import { ACCOUNT_STATUSES, type AccountStatus } from '../vocabulary';
import { anyScalar, type CustomFieldScalar } from './custom-field';

/** Which accounts a list shows. What is undefined does not narrow it; deleted ones only where `status` names them. */
export interface AccountFilter {
  readonly managed?: boolean | undefined;
  readonly tenantResellerId?: string | undefined;
  readonly tenantResellerIds?: readonly string[] | undefined;
  readonly parentId?: string | undefined;
  readonly billToId?: string | undefined;
  readonly responsibleUserId?: string | undefined;
  readonly withoutResponsibleUser?: boolean | undefined;
  readonly hasDrift?: boolean | undefined;
  readonly status?: readonly AccountStatus[] | undefined;
  readonly search?: string | undefined;
  readonly updatedSince?: Date | undefined;
  readonly customField?: CustomFieldFilter | undefined;
}

/** Accounts whose custom field has this value; those without a value when it is null. */
export interface CustomFieldFilter {
  readonly code: string;
  readonly equals: CustomFieldScalar | null;
}

/** How many accounts a list has: exact up to `MOST_COUNTED`, which stands for more. */
export interface Count {
  readonly total: number;
  readonly isCapped: boolean;
}

export const MOST_COUNTED = 10_000;

/** What a list can be ordered by, and which end comes first. */
export const ACCOUNT_ORDER_FIELDS = ['NAME', 'UPDATED_AT', 'CREATED_AT'] as const;
export const ORDER_DIRECTIONS = ['ASC', 'DESC'] as const;

export interface AccountOrder {
  readonly field: (typeof ACCOUNT_ORDER_FIELDS)[number];
  readonly direction: (typeof ORDER_DIRECTIONS)[number];
}

/** An id that no account can have: what a filter for an id of another shape finds. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const absent = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value): z.output<T> | undefined => value ?? undefined);
const anId = z.string().transform((value) => canonicalId(value) ?? NOBODY);
const id = absent(anId);

const accountFilter = z.object({
  managed: absent(z.boolean()),
  tenantResellerId: id,
  tenantResellerIds: absent(
    z
      .array(anId)
      .max(LIMITS.itemsPerCall, { message: fieldMessage('input.tooMany', { most: LIMITS.itemsPerCall }) })
      .transform((ids) => [...new Set(ids)]),
  ),
  parentId: id,
  billToId: id,
  responsibleUserId: absent(text()),
  withoutResponsibleUser: absent(z.boolean()),
  hasDrift: absent(z.boolean()),
  status: absent(z.array(z.enum(ACCOUNT_STATUSES))),
  search: absent(text()),
  updatedSince: absent(instant),
  customField: absent(
    z.object({
      code: text(),
      equals: anyScalar.nullish().transform((value) => value ?? null),
    }),
  ),
});

/** What a sync caller does not see, it cannot ask by either. */
const HIDDEN_FROM_SYNC = [
  'parentId',
  'billToId',
  'responsibleUserId',
  'withoutResponsibleUser',
  'hasDrift',
  'customField',
] as const;

/** Reads a list's arguments; one that cannot be is refused with its path. */
export function parseAccountFilter(caller: Caller, sent: unknown, order: AccountOrder): AccountFilter {
  const filter = readArgument(accountFilter, sent ?? {}, ['filter']);
  if (caller.kind !== 'RESELLER_SYNC') return filter;
  const hidden = HIDDEN_FROM_SYNC.find((field) => filter[field] !== undefined);
  if (hidden) throw argumentRefused(say('input.mayNotFilter', { field: label(hidden) }), ['filter', hidden]);
  if (order.field !== 'NAME') {
    throw argumentRefused(say('input.mayNotOrder', { order: order.field }), ['orderBy', 'field']);
  }
  return filter;
}
