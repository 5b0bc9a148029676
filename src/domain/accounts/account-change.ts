import type { Caller } from '../caller';
import { ACCOUNT_FIELDS, type AccountChangeSubject, type AccountField } from '../vocabulary';
import { type AccountState, UNTOLD_TO_SYNC } from './account';
import { propertyOf } from './account-fields';

/** What a call would change of an account (S32). What it was and what it becomes are JSON; null is what is not there. */
export interface AccountChange {
  readonly accountId: string;
  readonly subject: AccountChangeSubject;
  readonly field: AccountField | null;
  readonly subscriptionId: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What becomes of an account's fields and of its management, as the caller may see it. Of an account that is new, null before,
 * what it has. A version of the source that advances is no change.
 */
export function accountChanges(
  caller: Pick<Caller, 'kind'>,
  before: AccountState | null,
  after: AccountState,
): AccountChange[] {
  const of = { accountId: after.id, subscriptionId: null };
  const fields = ACCOUNT_FIELDS.filter((field) => isTold(caller, field)).flatMap((field) => {
    const property = propertyOf(field);
    return changed(
      { ...of, subject: 'FIELD', field },
      before && valueText(before[property]),
      valueText(after[property]),
    );
  });
  const management = changed(
    { ...of, subject: 'MANAGEMENT', field: null },
    before && managementText(before),
    managementText(after),
  );
  return [...fields, ...management];
}

/** The change, if it is one. */
export function changed(
  what: Omit<AccountChange, 'before' | 'after'>,
  before: string | null,
  after: string | null,
): AccountChange[] {
  // What begins as nothing does not change.
  if (before === after || (before === null && after !== null && NOTHING.has(after))) return [];
  return [{ ...what, before, after }];
}

const NOTHING: ReadonlySet<string> = new Set(['null', '[]', '{}']);

function isTold({ kind }: Pick<Caller, 'kind'>, field: AccountField): boolean {
  return kind !== 'RESELLER_SYNC' || !(propertyOf(field) in UNTOLD_TO_SYNC);
}

function valueText(value: unknown): string {
  return JSON.stringify(value);
}

function managementText({ management }: AccountState): string {
  if (!management) return 'null';
  const { tenantResellerId, sourceAccountId, origin } = management;
  return JSON.stringify({ tenantResellerId, sourceAccountId, origin });
}
