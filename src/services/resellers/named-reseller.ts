import { DomainError, refusal } from '../../domain/errors';
import { readId } from '../../domain/input';
import { say } from '../../domain/message';
import type { TenantReseller } from '../../domain/tenant-reseller';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { findTenantReseller, lockTenantReseller } from '../../persistence/resellers/tenant-reseller-repository';

const PATH = ['input', 'tenantResellerId'];

/** The tenant reseller that a call names; refused when there is none. */
export async function findNamedReseller(pass: AdministratorPass, sentId: string): Promise<TenantReseller> {
  return known(await findTenantReseller(pass.transaction, readId(sentId, PATH)));
}

/** The same, locked for change. */
export async function lockNamedReseller(
  pass: AdministratorPass,
  sentId: string,
  against: 'CHANGES' | 'ITS_SYNC',
): Promise<TenantReseller> {
  return known(await lockTenantReseller(pass, readId(sentId, PATH), against));
}

function known(reseller: TenantReseller | null): TenantReseller {
  if (reseller) return reseller;
  throw new DomainError(refusal('NOT_FOUND', say('notFound.tenantReseller'), PATH));
}
