import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

/** Patience alone: what never comes fails all the same, only later. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 20;

/**
 * Waits until what is read of a page is this. A page draws what it was told a moment after it was told: what is asked once, right
 * after a click or an answer, is now and then asked too early. When it does not come, the test fails with what was there last.
 */
export async function comesTo(read, wanted, message) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await read();
    if (isDeepStrictEqual(found, wanted)) return;
    if (Date.now() > deadline) assert.deepEqual(found, wanted, message);
    await sleep(PAUSE_MS);
  }
}

/** The same of what is not one value: `holds` is to become true. */
export const comesTrue = (holds, message) => comesTo(async () => Boolean(await holds()), true, message);
