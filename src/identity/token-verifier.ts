import type { KeyObject } from 'node:crypto';
import { errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import type { Caller } from '../domain/caller';
import { personOf, resellerSyncOf } from './caller-claims';
import { type IssuerSettings, type PublicKeyIssuer, SIGNING_ALGORITHMS, type TrustedIssuers } from './issuer-settings';
import { KeyRing, type WantedKey } from './key-ring';
import { refusedToken } from './refused-token';
import { RemoteKeys } from './remote-keys';
import { readToken, type UnverifiedToken } from './token-header';
import { VerifiedTokens } from './verified-tokens';

const CLOCK_TOLERANCE_SECONDS = 5;

/** Says who calls, or refuses. */
export interface TokenVerifier {
  /**
   * Throws a RequestError whose message holds nothing of the token: `UNAUTHENTICATED`, or `TEMPORARILY_UNAVAILABLE` when
   * the keys of its issuer are not to be had.
   */
  verify(token: string): Promise<Caller>;
  /** Whether the token says that it is of the syncs' issuer. It is not verified, and may say anything. */
  saysItIsOfSync(token: string): boolean;
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
      const unverified = readToken(token);
      const issuer = issuers.get(unverified.issuer);
      if (issuer === undefined) throw refusedToken('its issuer is not trusted here');
      const { caller, expiresAt } = await issuer.verify(token, unverified);
      verified.remember(token, caller, expiresAt, Date.now());
      return caller;
    },
    saysItIsOfSync(token) {
      try {
        return readToken(token).issuer === trusted.resellerSync.issuer;
      } catch {
        // What is no token is of nobody: its refusal says why.
        return false;
      }
    },
    async isReady() {
      const answers = await Promise.all([people.isReady(), resellerSync.isReady()]);
      return answers.every(Boolean);
    },
  };
}

interface Vouching {
  verify(token: string, unverified: UnverifiedToken): Promise<{ caller: Caller; expiresAt: number }>;
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

  const options: JWTVerifyOptions = {
    issuer,
    audience,
    algorithms: [...algorithms],
    requiredClaims: ['exp', 'sub'],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    ...(maxTokenAgeSeconds === undefined ? {} : { maxTokenAge: maxTokenAgeSeconds }),
  };

  return {
    async verify(token, unverified) {
      if (!options.algorithms?.includes(unverified.algorithm)) throw refusedToken('its algorithm is not accepted');
      const payload = await claimsOf(token, unverified, keys, options);
      // JSON may say 1e999, which is more than any number.
      if (!Number.isFinite(payload.exp)) throw refusedToken('claim "exp" is missing or wrong');
      return { caller: callerOf(payload), expiresAt: endOf(payload, maxTokenAgeSeconds) };
    },
    isReady: () => keys.isReady(),
  };
}

/** The claims of the token, once one of the keys has proved to be the one that signed it. */
async function claimsOf(
  token: string,
  unverified: UnverifiedToken,
  keys: Keys,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  const known = await keys.find(unverified);
  const verified = await verifiedBy(known, token, options);
  if (verified !== null) return verified;
  const others = await keys.findOthers(unverified, known);
  if (known.length + others.length === 0) throw refusedToken('its key is not one of its issuer');
  const payload = await verifiedBy(others, token, options);
  if (payload === null) throw refusedToken('its signature is wrong');
  return payload;
}

/** The claims as the first key that fits verifies them; null when none does. */
async function verifiedBy(
  keys: readonly KeyObject[],
  token: string,
  options: JWTVerifyOptions,
): Promise<JWTPayload | null> {
  for (const key of keys) {
    try {
      return (await jwtVerify(token, key, options)).payload;
    } catch (error) {
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw refusalOf(error);
    }
  }
  return null;
}

interface Keys {
  find(wanted: WantedKey): Promise<readonly KeyObject[]>;
  findOthers(wanted: WantedKey, tried: readonly KeyObject[]): Promise<readonly KeyObject[]>;
  isReady(): Promise<boolean>;
}

function keysOf(settings: IssuerSettings, onKeysFailure: KeysFailure): Keys {
  if (settings.kind === 'keySet') {
    return new RemoteKeys(settings, (error) => onKeysFailure(settings.issuer, error));
  }
  const ring = keyAtHand(settings);
  // There is only the one, whatever name the token gives it.
  return {
    find: async ({ algorithm }) => ring.candidates({ algorithm, keyId: undefined }),
    findOthers: async () => [],
    isReady: async () => true,
  };
}

function keyAtHand({ issuer, publicKey, algorithms }: PublicKeyIssuer): KeyRing {
  const ring = new KeyRing([publicKey], algorithms);
  if (ring.isEmpty) throw new Error(`${issuer}: the key is not a public key for ${algorithms.join(', ')}`);
  return ring;
}

/** From when on the token is not good any more, in milliseconds. The verification has seen to it that both claims are there. */
function endOf({ exp = 0, iat = 0 }: JWTPayload, maxTokenAgeSeconds: number | undefined): number {
  return Math.min(exp, maxTokenAgeSeconds === undefined ? exp : iat + maxTokenAgeSeconds) * 1000;
}
/** Anything that is not jose's is a fault of ours. */
function refusalOf(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return refusedToken('it has expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    return refusedToken(`claim "${error.claim}" is missing or wrong`);
  }
  if (error instanceof errors.JOSEError) return refusedToken('it is malformed');
  return error;
}
