import type { Account, AccountGaps } from '../accounts/account';
import type { TenantReseller } from '../tenant-reseller';
import type { DriftWarning } from '../vocabulary';

/** Where a copy and the reseller's record have drifted apart since (S7, S8, S10, A14). */
export function driftOf(
  account: Pick<Account, 'currency'>,
  reseller: TenantReseller,
  gaps: AccountGaps,
  possibleDuplicate: boolean,
): DriftWarning[] {
  const warnings: [DriftWarning, boolean][] = [
    ['CURRENCY_DIFFERS_FROM_RESELLER', account.currency !== reseller.currency],
    ['RESPONSIBLE_USER_UNSET', gaps.lacksResponsibleUser],
    ['PERMISSION_RULE_UNSET', gaps.lacksPermissionRule],
    ['POSSIBLE_DUPLICATE', possibleDuplicate],
  ];
  return warnings.filter(([, holds]) => holds).map(([warning]) => warning);
}
