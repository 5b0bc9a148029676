import { assertNothingAgainst } from '../../domain/errors';
import { activationRefusals, MOST_IN_THE_WAY } from '../../domain/resellers/go-live';
import type { AdministratorPass } from '../../persistence/pass/guard-pass';
import { saveTenantReseller } from '../../persistence/resellers/tenant-reseller-repository';
import { findInTheWay, lockPlan } from '../../persistence/selling/go-live-repository';
import { lockNamedReseller } from './named-reseller';

/**
 * Lets the reseller copy customers from now on; never off again. Whoever sells to one of its customers here, hands one over
 * or bills another one to it meanwhile is waited for, or waits (S28; test/races/go-live.test.ts).
 */
export async function activateBackOrdering(
  pass: AdministratorPass,
  input: { readonly tenantResellerId: string },
  today: string,
): Promise<{ id: string }> {
  const reseller = await lockNamedReseller(pass, input.tenantResellerId, 'CHANGES');
  if (reseller.backOrderingActive) return { id: reseller.id };
  await lockPlan(pass, reseller.accountId);
  const inTheWay = await findInTheWay(pass.transaction, [reseller.accountId], today, MOST_IN_THE_WAY);
  assertNothingAgainst(
    activationRefusals(reseller, inTheWay.get(reseller.accountId) ?? [], ['input', 'tenantResellerId']),
  );
  await saveTenantReseller(pass, { ...reseller, backOrderingActive: true });
  return { id: reseller.id };
}
