import type { KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import type { SigningAlgorithm } from './issuer-settings';
import { checkingKeyOf } from './public-key';

/** The keys that may have signed a token, and which of them the token names. */
export interface WantedKey {
  readonly algorithm: string;
  readonly keyId: string | undefined;
}

/**
 * How many keys one token is tried with at most: whoever sends garbage must not make us check it a thousand times. An
 * issuer has two or three; one that has more than this names the key in its tokens.
 */
export const MOST_CANDIDATES = 16;

/** Keys by what a token wants, each of them once: a set may list a key twice, or several under one name. */
export class KeyRing {
  readonly #keys = new Map<string, Map<string, KeyObject>>();

  /** What cannot check a signature of these algorithms is left out (test/identity/key-ring.test.ts). */
  constructor(jwks: readonly unknown[], algorithms: readonly SigningAlgorithm[]) {
    for (const jwk of jwks) {
      const found = checkingKeyOf(jwk);
      const fitting = found?.algorithms.filter((algorithm) => algorithms.includes(algorithm)) ?? [];
      if (found !== null) this.#add(found.key, (jwk as JWK).kid, fitting);
    }
  }

  get isEmpty(): boolean {
    return this.#keys.size === 0;
  }

  /** All that may have signed the token: those of the name that it gives; without one, any of its algorithm. */
  candidates({ algorithm, keyId }: WantedKey): readonly KeyObject[] {
    return [...(this.#keys.get(placeOf(algorithm, keyId))?.values() ?? [])];
  }

  #add(key: KeyObject, name: unknown, algorithms: readonly SigningAlgorithm[]): void {
    const fingerprint = key.export({ type: 'spki', format: 'der' }).toString('base64');
    // A name that is no text is none.
    const names = typeof name === 'string' ? [undefined, name] : [undefined];
    for (const place of algorithms.flatMap((algorithm) => names.map((one) => placeOf(algorithm, one)))) {
      const keys = this.#keys.get(place) ?? new Map<string, KeyObject>();
      this.#keys.set(place, keys);
      if (keys.size < MOST_CANDIDATES && !keys.has(fingerprint)) keys.set(fingerprint, key);
    }
  }
}

function placeOf(algorithm: string, keyId: string | undefined): string {
  return JSON.stringify([algorithm, keyId ?? null]);
}
