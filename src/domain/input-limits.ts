import { z } from 'zod';

/** Keywords of JSON Schema 2020-12. */
export type Keywords = Readonly<Record<string, unknown>>;

/**
 * What a building block of inputs says of itself as JSON Schema: zod's export knows a check by its kind, and nothing of what
 * stands in a transform or a refinement. Both sides of each limit are held against the server (test/matrices/input-limits.test.ts).
 */
export const TOLD = z.registry<Keywords>();

/** Characters that are taken: no NUL, no half of a surrogate pair. */
const CHARACTERS = String.raw`[^\u0000\uD800-\uDFFF]`;

/** Text of which at least one character is of this class, as the inside of its brackets. */
export function textWith(characterClass: string): string {
  return `^(?=[\\s\\S]*[${characterClass}])${CHARACTERS}*$`;
}

/** Any text. */
export const ANY_TEXT = `^${CHARACTERS}*$`;

/** Digits of as many places as the greatest has, or fewer, that come to no more than it. */
export function wholeNumberUpTo(greatest: bigint): string {
  const digits = String(greatest);
  const fewer = digits.length > 1 ? [`\\d{1,${digits.length - 1}}`] : [];
  return `^(?:${[...fewer, ...besides(digits, (digit) => (digit > 0 ? `[0-${digit - 1}]` : null)), digits].join('|')})$`;
}

/** YYYY-MM-DD of this year and those after it. How many days a month has is for the format to say. */
export function daysFrom(year: number): string {
  const years = [String(year), ...besides(String(year), (digit) => (digit < 9 ? `[${digit + 1}-9]` : null))];
  return `^(?:${years.join('|')})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$`;
}

/** What has as many digits and differs first in one that is another of this kind. */
function besides(digits: string, other: (digit: number) => string | null): string[] {
  return [...digits].flatMap((digit, index) => {
    const differing = other(Number(digit));
    const rest = digits.length - index - 1;
    return differing === null ? [] : `${digits.slice(0, index)}${differing}${['', '\\d'][rest] ?? `\\d{${rest}}`}`;
  });
}

/** That an object has this property, and not as null. */
export function given(property: string): Keywords {
  return { required: [property], properties: { [property]: { not: { type: 'null' } } } };
}
