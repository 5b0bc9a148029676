import type { KeyObject } from 'node:crypto';
import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Caller } from '../domain/caller';
import { RequestError } from '../domain/errors';
import { personOf, resellerSyncOf } from './caller-claims';
import { type IssuerSettings, type PublicKeyIssuer, SIGNING_ALGORITHMS, type TrustedIssuers } from './issuer-settings';
import { algorithmsOf, keyObjectOf } from './public-key';
import { RemoteKeys } from './remote-keys';
import { VerifiedTokens } from './verified-tokens';

const CLOCK_TOLERANCE_SECONDS = 5;

/** Says who calls, or refuses. */
export interface TokenVerifier {
  /**
   * Throws a RequestError whose message holds nothing of the token: `UNAUTHENTICATED`, or `TEMPORARILY_UNAVAILABLE` when
   * the keys of its issuer are not to be had.
   */
  verify(token: string): Promise<Caller>;
  /** Whether there are keys of both issuers. Tries to get those that are missing; never throws. */
  isReady(): Promise<boolean>;
}

/** Told why the published keys of an issuer could not be had. */
export type KeysFailure = (issuer: string, error: unknown) => void;

/**
 * Verifies bearer tokens of the two issuers. The kind of the caller follows from which of them signed (docs/rules.md,
 * "Callers").
 */
export function createTokenVerifier(
  trusted: TrustedIssuers,
  onKeysFailure: KeysFailure = () => undefined,
): TokenVerifier {
  if (trusted.people.issuer === trusted.resellerSync.issuer) {
    throw new Error('People and sync services need an issuer each: the issuer decides the kind of the caller');
  }
  const people = vouching(trusted.people, personOf, onKeysFailure);
  const resellerSync = vouching(trusted.resellerSync, resellerSyncOf, onKeysFailure);
  const issuers = new Map([
    [trusted.people.issuer, people],
    [trusted.resellerSync.issuer, resellerSync],
  ]);
  const verified = new VerifiedTokens();

  return {
    async verify(token) {
      const known = verified.find(token, Date.now());
      if (known !== null) return known;
      const issuer = issuers.get(unverifiedIssuer(token));
      if (issuer === undefined) throw refused('its issuer is not trusted here');
      const { caller, expiresAt } = await issuer.verify(token);
      verified.remember(token, caller, expiresAt, Date.now());
      return caller;
    },
    async isReady() {
      const answers = await Promise.all([people.isReady(), resellerSync.isReady()]);
      return answers.every(Boolean);
    },
  };
}

interface Vouching {
  verify(token: string): Promise<{ caller: Caller; expiresAt: number }>;
  isReady(): Promise<boolean>;
}

function vouching(
  settings: IssuerSettings,
  callerOf: (claims: JWTPayload) => Caller,
  onKeysFailure: KeysFailure,
): Vouching {
  const { issuer, audience, algorithms, maxTokenAgeSeconds } = settings;
  // The type says so already; a configuration read from text may lie.
  if (!algorithms.every((algorithm) => SIGNING_ALGORITHMS.includes(algorithm))) {
    throw new Error(`${issuer}: only ${SIGNING_ALGORITHMS.join(', ')} may sign tokens`);
  }
  const keys = keysOf(settings, onKeysFailure);

  return {
    async verify(token) {
      const { payload } = await jwtVerify(token, keys.find, {
        issuer,
        audience,
        algorithms: [...algorithms],
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        ...(maxTokenAgeSeconds === undefined ? {} : { maxTokenAge: maxTokenAgeSeconds }),
      }).catch((error: unknown) => {
        throw refusalOf(error);
      });
      return { caller: callerOf(payload), expiresAt: endOf(payload, maxTokenAgeSeconds) };
    },
    isReady: () => keys.isReady(),
  };
}

interface Keys {
  readonly find: JWTVerifyGetKey;
  isReady(): Promise<boolean>;
}

function keysOf(settings: IssuerSettings, onKeysFailure: KeysFailure): Keys {
  if (settings.kind === 'keySet') {
    return new RemoteKeys(settings, (error) => onKeysFailure(settings.issuer, error));
  }
  const key = keyAtHand(settings);
  return { find: async () => key, isReady: async () => true };
}

function keyAtHand({ issuer, publicKey, algorithms }: PublicKeyIssuer): KeyObject {
  const key = keyObjectOf(publicKey);
  const fitting = algorithmsOf(publicKey).some((algorithm) => algorithms.includes(algorithm));
  if (key === null || !fitting) throw new Error(`${issuer}: the key is not a public key for ${algorithms.join(', ')}`);
  return key;
}

/** From when on the token is not good any more, in milliseconds. The verification has seen to it that both claims are there. */
function endOf({ exp = 0, iat = 0 }: JWTPayload, maxTokenAgeSeconds: number | undefined): number {
  return Math.min(exp, maxTokenAgeSeconds === undefined ? exp : iat + maxTokenAgeSeconds) * 1000;
}
/** Read only to choose the key; the verification then holds the token to it. */
function unverifiedIssuer(token: string): string {
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    throw refused('it is not a JSON Web Token');
  }
}

/** Words of our own: a token is not quoted. Anything that is not jose's is a fault of ours. */
function refusalOf(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return refused('it has expired');
  if (error instanceof errors.JWSSignatureVerificationFailed) return refused('its signature is wrong');
  if (error instanceof errors.JWKSNoMatchingKey) return refused('its key is not one of its issuer');
  if (error instanceof errors.JWKSMultipleMatchingKeys) return refused('it does not say which key has signed it');
  if (error instanceof errors.JOSEAlgNotAllowed) return refused('its algorithm is not accepted');
  if (error instanceof errors.JWTClaimValidationFailed) return refused(`claim "${error.claim}" is missing or wrong`);
  if (error instanceof errors.JOSEError) return refused('it is malformed');
  return error;
}

function refused(why: string): RequestError {
  return new RequestError('UNAUTHENTICATED', `The token was refused: ${why}.`);
}
