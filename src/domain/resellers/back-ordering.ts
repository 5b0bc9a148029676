import type { Refusal } from '../errors';
import type { TenantReseller } from '../tenant-reseller';

/** Nothing becomes a reseller's customer before the administrator has activated back-ordering for it (S1). */
export function backOrderingRefusal(
  { name, backOrderingActive }: Pick<TenantReseller, 'name' | 'backOrderingActive'>,
  path: readonly string[],
): Refusal | null {
  if (backOrderingActive) return null;
  const message = `Back-ordering is not active for ${name}; an administrator of the distributor activates it.`;
  return { code: 'BACK_ORDERING_INACTIVE', message, path };
}
