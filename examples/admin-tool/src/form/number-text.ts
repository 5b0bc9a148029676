const DECIMAL = /^-?(\d+\.?\d*|\.\d+)$/;

/** What is no number, or would not be the same as one, stays as it was typed, for the validator to say so. */
export function asNumber(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const number = Number(trimmed);
  return DECIMAL.test(trimmed) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : text;
}
