import { DomainError } from '../../domain/errors';
import { readId } from '../../domain/input';
import type { TenantReseller } from '../../domain/tenant-reseller';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { findTenantReseller, lockTenantReseller } from '../../persistence/resellers/tenant-reseller-repository';

const PATH = ['input', 'tenantResellerId'];

/** The tenant reseller that a call names; refused when there is none. */
export async function findNamedReseller(pass: AdministratorPass, sentId: string): Promise<TenantReseller> {
  return known(await findTenantReseller(pass.transaction, readId(sentId, PATH)));
}

/** The same, locked for change. */
export async function lockNamedReseller(pass: AdministratorPass, sentId: string): Promise<TenantReseller> {
  return known(await lockTenantReseller(pass, readId(sentId, PATH), 'CHANGES'));
}

function known(reseller: TenantReseller | null): TenantReseller {
  if (reseller) return reseller;
  throw new DomainError({ code: 'NOT_FOUND', message: 'There is no tenant reseller of this id.', path: PATH });
}
