import type { AccessLevel, PrincipalKind } from '../vocabulary';

/** A sharing rule: who may see and change the accounts that it is put on (S8). */
export interface PermissionRule {
  readonly id: string;
  readonly name: string;
  readonly grants: readonly PermissionGrant[];
}

export interface PermissionGrant {
  readonly principal: PrincipalKind;
  readonly principalId: string;
  readonly access: AccessLevel;
}
