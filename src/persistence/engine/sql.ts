import { Sql as Template } from 'sql-template-tag';

/** A piece of SQL with its parameters. It is put together with the `sql` tag and from tables, never from text. */
export class Fragment extends Template {}

/** What of a row is read how: the name in the row, and what makes the value or throws. */
export interface FieldReader {
  readonly name: string;
  readonly read: (value: unknown) => unknown;
  /** Whether it is checked, or made, in production too. */
  readonly isChecked: boolean;
}

/** A part of a SELECT list, with what it adds to each row. */
export class Selection<Row> extends Fragment {
  declare readonly row: Row;

  constructor(
    strings: readonly string[],
    values: readonly unknown[],
    readonly readers: readonly FieldReader[],
  ) {
    super(strings, values);
  }
}

/** A statement, or a part of one, whose rows are what the selections in it say. */
export class Statement<Row> extends Fragment {
  declare readonly row: Row;

  constructor(
    strings: readonly string[],
    values: readonly unknown[],
    readonly readers: readonly FieldReader[],
  ) {
    super(strings, values);
  }
}

/** What a statement may hold as a parameter. An object is none: whoever means JSON writes it. */
export type Parameter =
  | string
  | number
  | bigint
  | boolean
  | Date
  | null
  | readonly (string | number | bigint | boolean | null)[];

/** The row of the selections among what stands in a template. */
type RowOf<Values extends readonly unknown[]> = Values extends readonly [infer First, ...infer Rest]
  ? (First extends Selection<infer Row> ? Row : unknown) & RowOf<Rest>
  : unknown;

/** A statement with its parameters; the selections that stand in it directly give it the type of its rows. */
export function sql<const Values extends readonly (Fragment | Parameter)[]>(
  strings: TemplateStringsArray,
  ...values: Values
): Statement<RowOf<Values>> {
  const readers = values.flatMap((value) => (value instanceof Selection ? value.readers : []));
  return new Statement(strings, values, readers);
}

/** These with something between; nothing for none. */
export function join(parts: readonly Fragment[], between: ', ' | ' AND ' | ' OR ' | ' UNION ALL '): Fragment {
  if (parts.length === 0) return NOTHING;
  return new Fragment(['', ...Array<string>(parts.length - 1).fill(between), ''], parts);
}

export const NOTHING = new Fragment([''], []);

/** A word of SQL that is decided by our code. Never a caller's. */
export function keyword<const Word extends string>(word: Word): Fragment {
  return new Fragment([word], []);
}

let readsAll = false;

/** From now on every value of every row is read by its declaration: for tests, which find so what is declared wrong. */
export function readEveryValue(): void {
  readsAll = true;
}

/** Reads the values of a row, or of an object in one, in place: those that are checked or made, in tests all. */
export function fieldsReader(readers: readonly FieldReader[]): (one: unknown) => unknown {
  const checked = readers.filter(({ isChecked }) => isChecked);
  return (one) => {
    const object = one as Record<string, unknown>;
    for (const { name, read } of readsAll ? readers : checked) object[name] = read(object[name]);
    return object;
  };
}

/** The rows of a statement as its selections declare them. */
export function readRows<Row>(statement: Statement<Row>, rows: readonly unknown[]): Row[] {
  return rows.map(fieldsReader(statement.readers)) as Row[];
}
