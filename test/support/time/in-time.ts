import { setTimeout as sleep } from 'node:timers/promises';

/** Whether it is over before a timer that is started beside it: on a machine that is busy both come late. */
export function isOverWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  return Promise.race([work.then(() => true), sleep(milliseconds, false, { ref: false })]);
}
