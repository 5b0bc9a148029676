/** `skipped`: what it would be looked at with is at fault itself. */
export type Verdict = 'ok' | 'warning' | 'fault' | 'skipped';

/** What one check has found. Never a secret: it is printed. */
export interface Finding {
  readonly verdict: Verdict;
  readonly found: string;
  /** What to do. Every warning and fault has it. */
  readonly advice?: string;
}

export const ok = (found: string): Finding => ({ verdict: 'ok', found });
export const skipped = (found: string): Finding => ({ verdict: 'skipped', found });
export const warning = (found: string, advice: string): Finding => ({ verdict: 'warning', found, advice });
export const fault = (found: string, advice: string): Finding => ({ verdict: 'fault', found, advice });
