import { examineClock } from '../persistence/set-up/examine';
import { looking } from './database-checks';
import { type Finding, fault, ok, warning } from './finding';
import type { Patient } from './patient';

/** Tokens are checked with so much to spare: beyond it good ones are refused, and old ones taken. */
const SPARE_MS = 5_000;
const NOTICED_MS = 1_000;

export async function lookAtClock(patient: Patient): Promise<Finding[]> {
  return looking(patient, async (url) => {
    const { aheadMs, withinMs } = await examineClock(url);
    return [clockFinding('the database', aheadMs, withinMs)];
  });
}

/** Of another clock that is ahead of ours by so much, give or take `withinMs`. */
export function clockFinding(whose: string, aheadMs: number, withinMs: number): Finding {
  const apart = Math.max(0, Math.abs(aheadMs) - withinMs);
  const found = `the clock of ${whose} is ${(apart / 1000).toFixed(1)} s ${aheadMs > 0 ? 'ahead of' : 'behind'} ours`;
  if (apart < NOTICED_MS) return ok(`that of ${whose} agrees with ours`);
  const advice = 'Let both machines take their time from the same servers (chrony, systemd-timesyncd).';
  return apart < SPARE_MS ? warning(found, advice) : fault(found, advice);
}
