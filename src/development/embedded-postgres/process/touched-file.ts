import { closeSync, openSync, writeSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const TOUCH_EVERY_MS = 2_000;
/** Some missed touches. */
const STALE_AFTER_MS = 10_000;

/** Touches the file as long as this process lives, which others can see who cannot see the process; gives what ends it. */
export function keepTouched(path: string): () => void {
  const touching = setInterval(touch, TOUCH_EVERY_MS, path).unref();
  return () => clearInterval(touching);
}

/**
 * Watches another's file until it moves, or has stood still for too long. A file of ours beside it tells what time it is
 * for whoever keeps the disk, so that clocks of several machines need not agree.
 */
export async function isTouched(path: string, ours: string): Promise<boolean> {
  const first = await timeOf(path);
  for (let seen = first; seen !== null; seen = await timeOf(path)) {
    if (seen !== first) return true;
    touch(ours);
    const now = await timeOf(ours);
    if (now === null || now - seen > STALE_AFTER_MS) return false;
    await sleep(100);
  }
  return false;
}

/** By writing into it, and never making it: it may have been removed meanwhile. */
function touch(path: string): void {
  try {
    const file = openSync(path, 'r+');
    writeSync(file, '.', 0);
    closeSync(file);
  } catch {
    // Somebody has removed the folder, or the disk is full: nothing that this could mend.
  }
}

async function timeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );
}
