/**
 * A check that whoever asks at the same time, or within `freshMs` after it, is answered together: so that a probe that
 * anyone may send costs no more than one of them (test/server/shared-check.test.ts).
 */
export function sharedCheck<T>(check: () => Promise<T>, freshMs: number): () => Promise<T> {
  let latest: { readonly answer: Promise<T>; until: number } | null = null;
  return () => {
    if (latest !== null && performance.now() < latest.until) return latest.answer;
    const current = { answer: check(), until: Number.POSITIVE_INFINITY };
    const age = () => {
      current.until = performance.now() + freshMs;
    };
    current.answer.then(age, age);
    latest = current;
    return current.answer;
  };
}
