import { createPublicKey, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import type { SigningAlgorithm } from './issuer-settings';

/** What only a private or a symmetric key has: one that comes to us by mistake must not be used, and is known to others. */
const SECRET_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const SHORTEST_RSA_BITS = 2048;
/** With 1 whoever reads a message has its signature. */
const SMALLEST_RSA_EXPONENT = 3n;
const EC_ALGORITHMS: ReadonlyMap<string, SigningAlgorithm> = new Map([
  ['prime256v1', 'ES256'],
  ['secp384r1', 'ES384'],
  ['secp521r1', 'ES512'],
]);

/** The public key in a text of PEM (SPKI) or JSON (JWK); null when it is anything else, a private key above all. */
export function parsePublicKey(text: string): JWK | null {
  try {
    // In one line of an environment a line break is often written as \n.
    const pem = text.replaceAll('\\n', '\n').trim();
    if (pem.startsWith('-----BEGIN PUBLIC KEY-----')) return createPublicKey(pem).export({ format: 'jwk' }) as JWK;
    const jwk: unknown = JSON.parse(text);
    return isPublicJwk(jwk) ? jwk : null;
  } catch {
    return null;
  }
}

/** A key, with the signatures of ours that it may check. */
export interface CheckingKey {
  readonly key: KeyObject;
  readonly algorithms: readonly SigningAlgorithm[];
}

/** Null for a key that is private, symmetric, weak or of another use (test/identity/key-ring.test.ts). */
export function checkingKeyOf(jwk: unknown): CheckingKey | null {
  const key = isPublicJwk(jwk) && isForSignatures(jwk) ? keyObjectOf(jwk) : null;
  if (key === null) return null;
  const { alg } = jwk as JWK;
  return { key, algorithms: algorithmsOfKind(key).filter((algorithm) => alg === undefined || alg === algorithm) };
}

/** The signatures of ours that the key may check, which are none if it is no key for that. */
export function algorithmsOf(jwk: unknown): readonly SigningAlgorithm[] {
  return checkingKeyOf(jwk)?.algorithms ?? [];
}

function algorithmsOfKind(key: KeyObject): readonly SigningAlgorithm[] {
  const { modulusLength = 0, publicExponent = 0n, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return modulusLength >= SHORTEST_RSA_BITS && publicExponent >= SMALLEST_RSA_EXPONENT ? ['RS256', 'PS256'] : [];
    case 'ec':
      return [EC_ALGORITHMS.get(namedCurve)].filter((algorithm) => algorithm !== undefined);
    case 'ed25519':
      return ['EdDSA'];
    default:
      return [];
  }
}

/** The key for checking signatures; null when there is no public key in it. */
function keyObjectOf(jwk: JWK): KeyObject | null {
  try {
    return createPublicKey({ key: jwk as Record<string, unknown>, format: 'jwk' });
  } catch {
    return null;
  }
}

/** What its owner says that it is for (RFC 7517, 4.2 and 4.3). */
function isForSignatures({ use, key_ops: operations }: JWK): boolean {
  const mayVerify = operations === undefined || (Array.isArray(operations) && operations.includes('verify'));
  return (use === undefined || use === 'sig') && mayVerify;
}

function isPublicJwk(value: unknown): value is JWK {
  if (typeof value !== 'object' || value === null || !('kty' in value)) return false;
  return !SECRET_MEMBERS.some((member) => member in value);
}
