import { type Refusal, refusal } from '../errors';
import { say } from '../message';
import type { TenantReseller } from '../tenant-reseller';

/** Nothing becomes a reseller's customer before the administrator has activated back-ordering for it (S1). */
export function backOrderingRefusal(
  { name, backOrderingActive }: Pick<TenantReseller, 'name' | 'backOrderingActive'>,
  path: readonly string[],
): Refusal | null {
  if (backOrderingActive) return null;
  return refusal('BACK_ORDERING_INACTIVE', say('reseller.backOrderingInactive', { reseller: name }), path);
}
