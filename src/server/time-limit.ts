import type { RequestLimit } from '../telemetry/metrics/request-limits';
import { type HttpRefusal, turnedAway } from './exchange/http-refusal';

/**
 * The answer of the work, or a refusal once it takes too long. The work goes on to its end: a statement that was sent
 * is not to be called back, and the database alone says whether it was committed. `giveUp` keeps it from changing anything
 * that it has not begun to change, and tells whether it has.
 */
export async function withinTime<T>(milliseconds: number, work: Promise<T>, giveUp: () => boolean): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate(milliseconds, giveUp())), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLate(milliseconds: number, mayHaveChanged: boolean): HttpRefusal {
  const message = `There was no answer within ${milliseconds / 1000} s.`;
  const limit = 'request_time';
  return mayHaveChanged
    ? outcomeUnknown(message, limit)
    : turnedAway('TEMPORARILY_UNAVAILABLE', `${message} Nothing was changed. Try again.`, { limit });
}

/** The refusal of an answer that cannot be given, of a call that may have changed something. */
export function outcomeUnknown(message: string, limit: RequestLimit): HttpRefusal {
  return turnedAway(
    'OUTCOME_UNKNOWN',
    `${message} Whether anything was changed is not known: look, or send the same call again with the same idempotency key.`,
    { limit },
  );
}
