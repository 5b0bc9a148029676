import { createPublicKey, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import type { SigningAlgorithm } from './issuer-settings';

/** What only a private or a symmetric key has: one that comes to us by mistake must not be used, and is known to others. */
const SECRET_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];
const SHORTEST_RSA_BITS = 2048;
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

/** The signatures of ours that the key may check. None for a key that is private, symmetric, weak or of another use. */
export function algorithmsOf(jwk: unknown): readonly SigningAlgorithm[] {
  const key = isPublicJwk(jwk) ? keyObjectOf(jwk) : null;
  if (key === null) return [];
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return modulusLength >= SHORTEST_RSA_BITS ? ['RS256', 'PS256'] : [];
    case 'ec':
      return [EC_ALGORITHMS.get(namedCurve)].filter((algorithm) => algorithm !== undefined);
    case 'ed25519':
      return ['EdDSA'];
    default:
      return [];
  }
}

/** The key for checking signatures; null when there is no public key in it. */
export function keyObjectOf(jwk: JWK): KeyObject | null {
  try {
    return createPublicKey({ key: jwk as Record<string, unknown>, format: 'jwk' });
  } catch {
    return null;
  }
}

function isPublicJwk(value: unknown): value is JWK {
  if (typeof value !== 'object' || value === null || !('kty' in value)) return false;
  return !SECRET_MEMBERS.some((member) => member in value);
}
