/** The Postgres types that our tables are made of. */
export type PgType =
  | 'uuid'
  | 'text'
  | 'integer'
  | 'bigint'
  | 'numeric'
  | 'boolean'
  | 'date'
  | 'timestamptz'
  | 'jsonb'
  | 'text[]'
  | 'tsvector';

/** What was read is not of the type that its column is declared with: a fault, never a default. */
export class UnreadableValueError extends Error {
  override readonly name = 'UnreadableValueError';
  constructor(what: string, value: unknown) {
    super(`${what} cannot be read: ${typeof value === 'bigint' ? value : JSON.stringify(value)}`);
  }
}

/** Gives the value as it is, of the type that it must have; throws an UnreadableValueError otherwise. */
export type Read<Value> = (value: unknown, what: string) => Value;

interface ColumnFacts<Value> {
  readonly type: PgType;
  readonly read: Read<Value>;
  /** Whether each value is checked in production too; tests check every one. */
  readonly isChecked: boolean;
  /** Makes of a value in JSON what the driver would have made of the column. */
  readonly fromJson?: (value: unknown) => unknown;
  readonly isNullable: boolean;
  /** Whether Postgres makes one for a row that comes without. */
  readonly isGenerated?: boolean;
  /** SQL, or a value that JSON can hold. */
  readonly defaultsTo?: string | { readonly value: unknown };
  readonly collation?: 'C';
}

/** A column of a table: written once, and all that is known of it derives from here. */
export class Column<Value> {
  constructor(readonly facts: ColumnFacts<Value>) {}

  nullable(): Column<Value | null> {
    const { read } = this.facts;
    return new Column<Value | null>({
      ...this.facts,
      isNullable: true,
      read: (value, what) => (value === null ? null : read(value, what)),
    });
  }

  /** A UUID that Postgres makes for a row that comes without. */
  generated(): Column<Value> {
    return new Column({ ...this.facts, isGenerated: true });
  }

  /** What the database fills in: SQL. */
  default(sql: string): Column<Value> {
    return new Column({ ...this.facts, defaultsTo: sql });
  }

  /** What the database fills in: a value. */
  defaultValue(value: unknown): Column<Value> {
    return new Column({ ...this.facts, defaultsTo: { value } });
  }

  /** Ordered by code points, whatever the database's collation. */
  byCodePoint(): Column<Value> {
    return new Column({ ...this.facts, collation: 'C' });
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

function column<Value>(
  type: PgType,
  is: (value: unknown) => value is Value,
  more: Pick<ColumnFacts<Value>, 'fromJson'> & { readonly isChecked?: boolean } = {},
): Column<Value> {
  const read: Read<Value> = (value, what) => {
    if (is(value)) return value;
    throw new UnreadableValueError(what, value);
  };
  return new Column({ type, read, isChecked: false, isNullable: false, ...more });
}

const isText = (value: unknown): value is string => typeof value === 'string';
const matches =
  (pattern: RegExp) =>
  (value: unknown): value is string =>
    isText(value) && pattern.test(value);
const isInstant = (value: unknown): value is Date => value instanceof Date && !Number.isNaN(value.getTime());

export const uuid = () => column('uuid', matches(UUID));
export const text = () => column('text', isText);
export const boolean = () => column('boolean', (value) => typeof value === 'boolean');
export const integer = () => column('integer', (value): value is number => Number.isInteger(value));
/** Whole as a bigint: a number would lose digits. */
export const bigint = () =>
  column('bigint', (value) => typeof value === 'bigint', {
    fromJson: (value) => (isText(value) && /^-?\d+$/.test(value) ? BigInt(value) : value),
  });
/** An exact decimal, as text. */
export const numeric = () => column('numeric', matches(DECIMAL));
/** A day of the calendar, YYYY-MM-DD. */
export const day = () => column('date', matches(DAY), { isChecked: true });
export const instant = () =>
  column('timestamptz', isInstant, { fromJson: (value) => (isText(value) ? new Date(value) : value) });
export const textArray = () =>
  column('text[]', (value): value is readonly string[] => Array.isArray(value) && value.every(isText));
/** Only searched in, never read. */
export const searchVector = () => column('tsvector', isText);

/** One of these words, and nothing else. */
export function oneOf<const Word extends string>(words: readonly Word[]): Column<Word> {
  const known: ReadonlySet<unknown> = new Set(words);
  return column('text', (value): value is Word => known.has(value), { isChecked: true });
}

/** The constraint of a column that holds one of these words. */
export function isOneOf(columnName: string, words: readonly string[]): string {
  return `${columnName} IN (${words.map((word) => `'${word}'`).join(', ')})`;
}

/** Several of these words. */
export function words<const Word extends string>(known: readonly Word[]): Column<readonly Word[]> {
  const isKnown: ReadonlySet<unknown> = new Set(known);
  return column(
    'text[]',
    (value): value is readonly Word[] => Array.isArray(value) && value.every((one) => isKnown.has(one)),
    { isChecked: true },
  );
}

/** A document of this shape; `read` makes it, since jsonb keeps no order of keys. */
export function jsonb<Value>(read: Read<Value>): Column<Value> {
  return new Column({ type: 'jsonb', read, isChecked: true, isNullable: false });
}
