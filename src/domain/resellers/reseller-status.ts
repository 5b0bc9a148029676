import { type Refusal, refusal } from '../errors';
import { say } from '../message';
import type { TenantReseller } from '../tenant-reseller';

/** Why nothing is taken from a reseller, or for it; null while it is active. A suspension may be lifted, an end is one (S30). */
export function statusRefusal(
  { name, status }: Pick<TenantReseller, 'name' | 'status'>,
  path: readonly string[],
): Refusal | null {
  switch (status) {
    case 'ACTIVE':
      return null;
    case 'SUSPENDED':
      return refusal('RESELLER_SUSPENDED', say('reseller.suspended', { reseller: name }), path, { retryable: true });
    case 'ENDED':
      return refusal('RESELLER_ENDED', say('reseller.ended', { reseller: name }), path);
  }
}
