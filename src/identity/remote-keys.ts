import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { RequestError } from '../domain/errors';
import type { KeySetIssuer } from './issuer-settings';
import { KeyRing, type WantedKey } from './key-ring';

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
  readonly keys: KeyRing;
  readonly loadedAt: number;
}

/**
 * The keys that an issuer publishes. They are read anew when they are old, and when a token names one that is not among
 * them: so the issuer may rotate its keys. If it cannot be reached, they go on (test/identity/remote-keys.test.ts).
 *
 * jose's own remote set does neither: past its age it throws cached keys away with the failure, and a set that fails is
 * asked again by every token. Its sets also refuse a token for which there are two keys, be they the same.
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

  /** The keys that may have signed the token. Throws TEMPORARILY_UNAVAILABLE when nobody can say. */
  async find(wanted: WantedKey): Promise<readonly KeyObject[]> {
    if (!this.#isYoungerThan(FRESH_MS)) await this.#load();
    const found = this.#keys().candidates(wanted);
    return found.length > 0 ? found : this.findOthers(wanted, []);
  }

  /**
   * Those that have come since, for a token that none of the tried ones has signed: it may be of a new key, under the old
   * name or under none. Throws as `find` does when that could not be learned.
   */
  async findOthers(wanted: WantedKey, tried: readonly KeyObject[]): Promise<readonly KeyObject[]> {
    await this.#load();
    const others = this.#keys()
      .candidates(wanted)
      .filter((key) => !tried.some((one) => one.equals(key)));
    // A key that is here by the name that the token gives was not the one. Otherwise the token is not bad, we are blind.
    const isAnswered = others.length > 0 || (wanted.keyId !== undefined && tried.length > 0);
    if (!isAnswered && this.#tried.failed) throw unavailable();
    return others;
  }

  /** Whether there are keys to check tokens with. Tries to get them when there are none. */
  async isReady(): Promise<boolean> {
    if (!this.#hasKeys()) await this.#load();
    return this.#hasKeys();
  }

  #hasKeys(): boolean {
    return this.#isYoungerThan(KEPT_MS) && this.#found?.keys.isEmpty === false;
  }

  #keys(): KeyRing {
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
      const { keys } = await readKeySet(this.issuer.jwksUrl);
      this.#found = { keys: new KeyRing(keys, this.issuer.algorithms), loadedAt: startedAt };
      this.#tried = { at: Date.now(), failed: false };
    } catch (error) {
      this.#tried = { at: Date.now(), failed: true };
      this.onFailure(error);
    }
  }
}

/** What an issuer publishes. */
export interface KeySet {
  readonly keys: readonly unknown[];
  /** What its clock said. */
  readonly answeredAt: Date | null;
}

/** Never follows elsewhere, and never waits or reads without end, whatever answers there. */
export async function readKeySet(url: string): Promise<KeySet> {
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
  const { keys } = KEY_SET.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  const date = Date.parse(response.headers.get('date') ?? '');
  return { keys, answeredAt: Number.isNaN(date) ? null : new Date(date) };
}

function unavailable(): RequestError {
  return new RequestError(
    'TEMPORARILY_UNAVAILABLE',
    "The keys of the token's issuer are not to be had for the moment. Try again.",
  );
}
