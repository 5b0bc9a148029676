import type { JWK } from 'jose';

/** The signatures we accept: asymmetric only, so that whoever can check a token can never make one. */
export const SIGNING_ALGORITHMS = ['ES256', 'ES384', 'ES512', 'EdDSA', 'RS256', 'PS256'] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

interface IssuerPins {
  /** The exact `iss` of the tokens. */
  readonly issuer: string;
  /** The `aud` that the tokens must name. */
  readonly audience: string;
}

/** An issuer whose one public key is at hand, as the local development issuer's. */
export interface PublicKeyIssuer extends IssuerPins {
  readonly kind: 'publicKey';
  readonly publicKey: JWK;
  readonly algorithm: SigningAlgorithm;
}

/** What it takes to check the tokens of one issuer. `kind` says where the key comes from. */
export type IssuerSettings = PublicKeyIssuer;

/** The two issuers that may vouch for a caller. Which of them did decides the kind of the caller. */
export interface TrustedIssuers {
  readonly people: IssuerSettings;
  readonly resellerSync: IssuerSettings;
}
