/** How what may succeed later is sent again. */
export interface RetryOptions {
  /** How long to wait at first; each further time up to twice as long, with chance. Left out: 500. */
  readonly firstDelayMs?: number | undefined;
  /** No wait is longer, unless the server asks for it. Left out: 30,000. */
  readonly longestDelayMs?: number | undefined;
  /** How long a call, or an item, is tried from its first failure on. Left out: 300,000, five minutes. */
  readonly giveUpAfterMs?: number | undefined;
}

/** The same, all filled in. */
export type Retry = { readonly [Name in keyof RetryOptions]-?: number };

export function retryOf(options: RetryOptions = {}): Retry {
  const { firstDelayMs = 500, longestDelayMs = 30_000, giveUpAfterMs = 300_000 } = options;
  return { firstDelayMs, longestDelayMs, giveUpAfterMs };
}

/**
 * How long to wait after so many failures one after the other: between a half and the whole of a delay that doubles, so that
 * senders who failed together do not come back together, and never less than the server asked for.
 */
export function delayAfter(failures: number, retryAfterMs: number, { firstDelayMs, longestDelayMs }: Retry): number {
  const most = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures - 1, 30));
  const chance = (most / 2) * Math.random();
  return Math.max(most / 2, retryAfterMs) + chance;
}

/** Of a Retry-After in seconds or as a day and time; 0 when there is none that can be read. */
export function retryAfterMs(header: string | null): number {
  if (header === null) return 0;
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  // A mistake there must not silence a sender for days.
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 900_000) : 0;
}

/** Waits; throws what the signal says when it aborts meanwhile. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const aborted = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', aborted);
      resolve();
    }, ms);
    signal?.addEventListener('abort', aborted, { once: true });
  });
}
