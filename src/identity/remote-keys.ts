import { createLocalJWKSet, errors, type JWK, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { RequestError } from '../domain/errors';
import type { KeySetIssuer } from './issuer-settings';
import { algorithmsOf } from './public-key';

/** How long a key that the issuer has removed may still count, at most. */
const FRESH_MS = 10 * 60_000;
/** How long keys go on while the issuer cannot be reached. An outage is no reason to trust a key for ever. */
const KEPT_MS = 24 * 60 * 60_000;
/** Anyone can send a token that names a key nobody has: the issuer must not be asked for each. */
const COOLDOWN_MS = 10_000;
/** The same while there are no keys at all and nobody can be let in. */
const RETRY_MS = 1_000;
const PATIENCE_MS = 3_000;
const LARGEST_BYTES = 256 * 1024;

const KEY_SET = z.object({ keys: z.array(z.unknown()) });

interface Found {
  readonly keys: JWTVerifyGetKey;
  readonly count: number;
  readonly loadedAt: number;
}

/**
 * The keys that an issuer publishes. They are read anew when they are old, and when a token names one that is not among
 * them: so the issuer may rotate its keys. If it cannot be reached, they go on (test/identity/remote-keys.test.ts).
 *
 * jose's own remote set does neither: past its age it throws cached keys away with the failure, and a set that fails is
 * asked again by every token.
 */
export class RemoteKeys {
  #found: Found | null = null;
  #tried = { at: Number.NEGATIVE_INFINITY, failed: true };
  #loading: Promise<void> | null = null;

  /** `onFailure` is told why the keys could not be had, no more often than they are asked for. */
  constructor(
    private readonly issuer: KeySetIssuer,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** The key that the token names, for jose's verification. Throws TEMPORARILY_UNAVAILABLE when nobody can say. */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    if (!this.#isYoungerThan(FRESH_MS)) await this.#load();
    try {
      return await this.#keys()(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    }
    await this.#load();
    try {
      return await this.#keys()(header, token);
    } catch (error) {
      // It may be a new key that we could not learn of: then the token is not bad, we are blind.
      throw error instanceof errors.JWKSNoMatchingKey && this.#tried.failed ? unavailable() : error;
    }
  };

  /** Whether there are keys to check tokens with. Tries to get them when there are none. */
  async isReady(): Promise<boolean> {
    if (!this.#hasKeys()) await this.#load();
    return this.#hasKeys();
  }

  #hasKeys(): boolean {
    return this.#isYoungerThan(KEPT_MS) && this.#found?.count !== 0;
  }

  #keys(): JWTVerifyGetKey {
    if (this.#found === null || !this.#isYoungerThan(KEPT_MS)) throw unavailable();
    return this.#found.keys;
  }

  #isYoungerThan(age: number): boolean {
    return this.#found !== null && Date.now() - this.#found.loadedAt < age;
  }

  /** At most one reading at a time, which all who come meanwhile wait for. Never throws. */
  async #load(): Promise<void> {
    const pause = this.#found === null ? RETRY_MS : COOLDOWN_MS;
    if (this.#loading === null) {
      if (Date.now() - this.#tried.at < pause) return;
      this.#loading = this.#read().finally(() => {
        this.#loading = null;
      });
    }
    await this.#loading;
  }

  async #read(): Promise<void> {
    const startedAt = Date.now();
    try {
      const document = KEY_SET.parse(JSON.parse(await fetchText(this.issuer.jwksUrl)));
      const keys = document.keys.filter((key): key is JWK =>
        algorithmsOf(key).some((algorithm) => this.issuer.algorithms.includes(algorithm)),
      );
      this.#found = {
        keys: createLocalJWKSet({ keys }),
        count: keys.length,
        loadedAt: startedAt,
      };
      this.#tried = { at: Date.now(), failed: false };
    } catch (error) {
      this.#tried = { at: Date.now(), failed: true };
      this.onFailure(error);
    }
  }
}

/** Never follows elsewhere, and never waits or reads without end, whatever answers there. */
async function fetchText(url: string): Promise<string> {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { accept: 'application/json, application/jwk-set+json' },
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (response.status !== 200 || response.body === null) {
    await response.body?.cancel();
    throw new Error(`The key set was answered with HTTP ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > LARGEST_BYTES) throw new Error(`The key set is larger than ${LARGEST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function unavailable(): RequestError {
  return new RequestError(
    'TEMPORARILY_UNAVAILABLE',
    "The keys of the token's issuer are not to be had for the moment. Try again.",
  );
}
