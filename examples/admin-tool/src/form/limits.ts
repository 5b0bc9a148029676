import type { Words } from '../words/en.ts';
import type { Fill } from '../words/words.ts';
import type { Shape } from './json-schema.ts';

/** What a schema asks of a value, in a few words; null where it asks nothing that can be said. */
export function limitsOf({ schema }: Shape, { limits }: Words, fill: Fill): string | null {
  const { minLength: min, maxLength: max, minItems, maxItems, minimum, maximum, format } = schema;
  if (format === 'uuid' || format === 'date-time') return limits[format];
  if (max !== undefined) return fill(min ? limits.between : limits.atMost, { min, max });
  if (min) return fill(limits.atLeast, { min });
  if (maxItems !== undefined)
    return fill(minItems ? limits.itemsBetween : limits.items, { min: minItems, max: maxItems });
  return minimum !== undefined && maximum !== undefined ? fill(limits.numbers, { min: minimum, max: maximum }) : null;
}
