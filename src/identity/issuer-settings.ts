import type { JWK } from 'jose';

/** The signatures we accept: asymmetric, so that who checks tokens makes none (test/identity/token-verifier.test.ts). */
export const SIGNING_ALGORITHMS = ['ES256', 'ES384', 'ES512', 'EdDSA', 'RS256', 'PS256'] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

interface IssuerPins {
  /** The exact `iss` of the tokens. */
  readonly issuer: string;
  /** The `aud` that the tokens must name. */
  readonly audience: string;
  readonly algorithms: readonly SigningAlgorithm[];
  /** How old a token may be by its `iat`, whatever its `exp` says. Without it a token needs no `iat`. */
  readonly maxTokenAgeSeconds?: number;
}

/** An issuer whose one public key is at hand, as the local development issuer's. */
export interface PublicKeyIssuer extends IssuerPins {
  readonly kind: 'publicKey';
  readonly publicKey: JWK;
}

/** An issuer that publishes its keys as a JSON Web Key Set, and may change them at any time. */
export interface KeySetIssuer extends IssuerPins {
  readonly kind: 'keySet';
  readonly jwksUrl: string;
}

/** What it takes to check the tokens of one issuer. `kind` says where the key comes from. */
export type IssuerSettings = PublicKeyIssuer | KeySetIssuer;

/** The two issuers that may vouch for a caller. Which of them did decides the kind of the caller. */
export interface TrustedIssuers {
  readonly people: IssuerSettings;
  readonly resellerSync: IssuerSettings;
}
