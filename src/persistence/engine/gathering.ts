import type { Answer } from './connection/session';
import type { Send } from './reader';

/** One statement of those that are asked together, with whom to tell. */
export interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly answer: (answer: Answer) => void;
  readonly fail: (cause: unknown) => void;
}

/**
 * Gathers what is asked for in one tick, so many at most, and hands it on together: the loaders of one request ask each by
 * itself and at the same time. Whoever is handed them tells each what became of it; what it throws is told to all.
 */
export function gathering(most: number, handOn: (asked: readonly Asked[]) => Promise<void>): Send {
  let open: Asked[] | null = null;
  return (text, values) =>
    new Promise((answer, fail) => {
      const one = { text, values, answer, fail };
      if (open && open.length < most) {
        open.push(one);
        return;
      }
      const asked = [one];
      open = asked;
      // A tick later than whatever is to come in this one, as DataLoader waits.
      void Promise.resolve().then(() =>
        process.nextTick(() => {
          if (open === asked) open = null;
          handOn(asked).catch((cause: unknown) => {
            for (const { fail } of asked) fail(cause);
          });
        }),
      );
    });
}
