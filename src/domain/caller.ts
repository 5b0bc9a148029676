/**
 * Who calls. The kind follows from the token issuer that vouched for the caller, never from an argument
 * (docs/rules.md, "Callers"; test/identity/token-verifier.test.ts).
 */
export type Caller = DistributorUser | Administrator | ResellerSync;

/** The kinds of callers, as the contract spells and orders them. */
export const CALLER_KINDS = ['DISTRIBUTOR_USER', 'ADMINISTRATOR', 'RESELLER_SYNC'] as const satisfies Caller['kind'][];
/** Those of people. */
export const PERSON_KINDS = ['DISTRIBUTOR_USER', 'ADMINISTRATOR'] as const satisfies Person['kind'][];

/** What every caller's token says of itself. */
interface Vouched {
  /** The `jti` of the token, for the audit; absent when the token has none. */
  readonly tokenId?: string;
}

/** A person of the distributor, through the portal. */
export interface DistributorUser extends Vouched {
  readonly kind: 'DISTRIBUTOR_USER';
  readonly id: string;
  readonly groups: readonly string[];
}

/** A person of the distributor who sets the subgraph up and has FULL access to every account. */
export interface Administrator extends Vouched {
  readonly kind: 'ADMINISTRATOR';
  readonly id: string;
  readonly groups: readonly string[];
}

/** The machine identity of one tenant reseller's BSS. */
export interface ResellerSync extends Vouched {
  readonly kind: 'RESELLER_SYNC';
  readonly id: string;
  readonly tenantResellerId: string;
}

/** A caller who works for the distributor. */
export type Person = DistributorUser | Administrator;

/** Who has a share: a person, or a reseller with all its services. All who send no token have one together. */
export function shareholderOf(caller: Caller | null): string {
  if (caller === null) return 'anyone';
  return caller.kind === 'RESELLER_SYNC' ? `reseller ${caller.tenantResellerId}` : `person ${caller.id}`;
}
