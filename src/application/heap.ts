import { setFlagsFromString } from 'node:v8';

/** A heap is looked through when it has come to this many per cent more than what was in use the last time. */
const GROWING_PERCENT = 150;

/**
 * V8 lets a heap of ours come to four times what is in use, of which three quarters are garbage. Looking earlier takes a
 * third of a process's memory less while resellers send what they have, for a twentieth more work beside the requests.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
}
