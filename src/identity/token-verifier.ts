import { decodeJwt, errors, importJWK, type JWTPayload, jwtVerify } from 'jose';
import type { Caller } from '../domain/caller';
import { RequestError } from '../domain/errors';
import { personOf, resellerSyncOf } from './caller-claims';
import { type IssuerSettings, SIGNING_ALGORITHMS, type TrustedIssuers } from './issuer-settings';
import { VerifiedTokens } from './verified-tokens';

const CLOCK_TOLERANCE_SECONDS = 5;

/** Says who calls, or refuses. */
export interface TokenVerifier {
  /** Throws a RequestError `UNAUTHENTICATED`, whose message holds nothing of the token. */
  verify(token: string): Promise<Caller>;
}

/** Verifies bearer tokens of the two issuers. The kind of the caller follows from which of them signed (product.md, "Actors"). */
export async function createTokenVerifier(trusted: TrustedIssuers): Promise<TokenVerifier> {
  if (trusted.people.issuer === trusted.resellerSync.issuer) {
    throw new Error('People and sync services need an issuer each: the issuer decides the kind of the caller');
  }
  const issuers = new Map([
    [trusted.people.issuer, await vouching(trusted.people, personOf)],
    [trusted.resellerSync.issuer, await vouching(trusted.resellerSync, resellerSyncOf)],
  ]);
  const verified = new VerifiedTokens();

  return {
    async verify(token) {
      const known = verified.find(token, Date.now());
      if (known !== null) return known;
      const issuer = issuers.get(unverifiedIssuer(token));
      if (issuer === undefined) throw refused('its issuer is not trusted here');
      const { caller, expiresAt } = await issuer(token);
      verified.remember(token, caller, expiresAt, Date.now());
      return caller;
    },
  };
}

type Vouching = (token: string) => Promise<{ caller: Caller; expiresAt: number }>;

async function vouching(settings: IssuerSettings, callerOf: (claims: JWTPayload) => Caller): Promise<Vouching> {
  // The type says so already; a configuration read from text may lie.
  if (!SIGNING_ALGORITHMS.includes(settings.algorithm)) {
    throw new Error(`${settings.issuer}: only ${SIGNING_ALGORITHMS.join(', ')} may sign tokens`);
  }
  const key = await importJWK(settings.publicKey, settings.algorithm);
  if (key instanceof Uint8Array || key.type !== 'public')
    throw new Error(`${settings.issuer}: the key is not a public key`);

  return async (token) => {
    const { payload } = await jwtVerify(token, key, {
      issuer: settings.issuer,
      audience: settings.audience,
      algorithms: [settings.algorithm],
      requiredClaims: ['exp', 'sub'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    }).catch((error: unknown) => {
      throw refusalOf(error);
    });
    return { caller: callerOf(payload), expiresAt: (payload.exp ?? 0) * 1000 };
  };
}

/** Read only to choose the key; the verification then holds the token to it. */
function unverifiedIssuer(token: string): string {
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    throw refused('it is not a JSON Web Token');
  }
}

/** The messages of jose name claims and headers, never their values. Anything that is not jose's is a fault of ours. */
function refusalOf(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return refused('it has expired');
  if (error instanceof errors.JWSSignatureVerificationFailed) return refused('its signature is wrong');
  if (error instanceof errors.JOSEAlgNotAllowed) return refused('its algorithm is not accepted');
  if (error instanceof errors.JWTClaimValidationFailed) return refused(`claim "${error.claim}" is missing or wrong`);
  if (error instanceof errors.JOSEError) return refused('it is malformed');
  return error;
}

function refused(why: string): RequestError {
  return new RequestError('UNAUTHENTICATED', `The token was refused: ${why}.`);
}
