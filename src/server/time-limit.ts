import { type HttpRefusal, turnedAway } from './exchange/http-refusal';

/**
 * The answer of the work, or a refusal once it takes too long. The work goes on to its end: a statement that was sent
 * is not to be called back, and the database alone says whether it was committed.
 */
export async function withinTime<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate(milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLate(milliseconds: number): HttpRefusal {
  const message = `There was no answer within ${milliseconds / 1000} s. Whether anything was changed is not known: look, or send the same call again with the same idempotency key.`;
  return turnedAway('TEMPORARILY_UNAVAILABLE', message);
}
