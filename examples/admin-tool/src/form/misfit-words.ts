import type { Words } from '../words/en.ts';
import type { Fill } from '../words/words.ts';
import type { Misfit } from './validate.ts';

/** What does not fit, as people are told it. */
export function misfitWords({ keyword, limit }: Misfit, { misfit }: Words, fill: Fill): string {
  const sentence = Object.hasOwn(misfit, keyword) ? misfit[keyword as keyof typeof misfit] : misfit.other;
  return fill(sentence, { n: limit });
}
