import { argumentRefused, type RequestError } from '../../domain/errors';
import { canonicalId } from '../../domain/identifiers';
import { day, LIMITS, text } from '../../domain/input';
import { label, say } from '../../domain/message';

/** An instant as Postgres writes it. */
const INSTANT = /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/;

/** What stands in a cursor: the order values of one item of one list. Opaque to clients. */
export function encodeCursor(list: string, values: readonly string[]): string {
  return Buffer.from(JSON.stringify([list, ...values])).toString('base64url');
}

/** Reads a cursor of this list; another one or a broken one is refused (test/graphql/lists/paging.test.ts). */
export function decodeCursor(list: string, types: readonly string[], cursor: string): string[] {
  const parts = jsonOf(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Array.isArray(parts) || parts[0] !== list || parts.length !== types.length + 1) throw brokenCursor();
  return types.map((type, index) => {
    const value: unknown = parts[index + 1];
    if (typeof value !== 'string' || !isOfType(type, value)) throw brokenCursor();
    return value;
  });
}

/** Refuses a page size that lists do not take; gives the number of items to read, one more than are shown. */
export function pageLimit(first: number): number {
  if (first < 0 || first > LIMITS.pageSize) {
    throw argumentRefused(say('input.outOfRange', { field: label('first'), least: 0, most: LIMITS.pageSize }), [
      'first',
    ]);
  }
  return first + 1;
}

function isOfType(type: string, value: string): boolean {
  switch (type) {
    case 'uuid':
      return canonicalId(value) !== null;
    case 'date':
      return day.safeParse(value).success;
    case 'timestamptz':
      return INSTANT.test(value) && day.safeParse(value.slice(0, 10)).success;
    case 'text':
      return text().safeParse(value).success;
    default:
      throw new Error(`Cursors hold no ${type}`);
  }
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}

function brokenCursor(): RequestError {
  return argumentRefused(say('input.noCursor', { field: label('after') }), ['after']);
}
