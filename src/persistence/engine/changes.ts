import type { Column, PgType } from './column';
import { Fragment, join, keyword, type Parameter, sql } from './sql';
import { type AnyTable, columnName, type FieldOf, type Row } from './table';

/** The columns of these fields, as INSERT names them. */
export function columnsOf<T extends AnyTable>(_of: T, fields: readonly FieldOf<T>[]): Fragment {
  return new Fragment([fields.map(columnName).join(', ')], []);
}

/** The values of one row in the order of its fields, as INSERT … VALUES takes them. */
export function valuesOf<T extends AnyTable, F extends FieldOf<T>>(
  of: T,
  fields: readonly F[],
  row: Pick<Row<T>, F>,
): Fragment {
  return join(
    fields.map((field) => sql`${written(of, field, row[field])}`),
    ', ',
  );
}

/** `name = $1, bill_to_id = $2`: what of these fields the change names. */
export function assignments<T extends AnyTable, F extends FieldOf<T>>(
  of: T,
  fields: readonly F[],
  changes: Partial<Pick<Row<T>, F>>,
): Fragment[] {
  return fields
    .filter((field) => changes[field] !== undefined)
    .map((field) => sql`${keyword(columnName(field))} = ${written(of, field, changes[field])}`);
}

/** `name = c."name"`: what of these fields a set of rows changes. */
export function assignedFrom<T extends AnyTable>(
  _of: T,
  fields: readonly FieldOf<T>[],
  rows: { readonly $name: string },
) {
  return join(
    fields.map((field) => new Fragment([`${columnName(field)} = ${rows.$name}."${field}"`], [])),
    ', ',
  );
}

/** `name = excluded.name`: what of these fields INSERT … ON CONFLICT replaces. */
export function assignedAnew<T extends AnyTable>(_of: T, fields: readonly FieldOf<T>[]): Fragment {
  return new Fragment([fields.map((field) => `${columnName(field)} = excluded.${columnName(field)}`).join(', ')], []);
}

/** Rows that a statement is sent as one parameter, under a name; `${rows.$}` stands in FROM. */
export type Recordset<Names extends string> = { readonly [N in Names]: Fragment } & {
  readonly $: Fragment;
  readonly $name: string;
  /** These of its fields, in their order. */
  readonly $list: (fields: readonly Names[]) => Fragment;
};

/**
 * Sends rows of a table, with more beside them if need be, as one parameter: one statement for 1 or 500.
 * A row may hold other properties too; only the fields are sent.
 */
export function recordset<
  T extends AnyTable,
  const F extends FieldOf<T>,
  const More extends Readonly<Record<string, PgType>>,
>(
  name: string,
  of: T,
  fields: readonly F[],
  rows: readonly (Pick<Row<T>, F> & { readonly [M in keyof More]: unknown })[],
  more: More,
): Recordset<F | (keyof More & string)> {
  const { sentFields, definition, parts } = shapeOf(name, of, fields, more);
  const sent = JSON.stringify(rows.map((row) => record(row, sentFields)));
  const $ = sql`json_to_recordset(${sent}::json) AS ${definition}`;
  return { $, ...parts } as unknown as Recordset<F | (keyof More & string)>;
}

/** What is the same of every recordset of this name and these fields. */
interface RecordsetShape {
  readonly sentFields: readonly string[];
  readonly definition: Fragment;
  /** The recordset without the rows. */
  readonly parts: Readonly<Record<string, unknown>>;
}

/** Those that were asked for: as many as our code has. */
const shapes = new Map<string, RecordsetShape>();

function shapeOf(
  name: string,
  of: AnyTable,
  fields: readonly string[],
  more: Readonly<Record<string, PgType>>,
): RecordsetShape {
  const key = JSON.stringify([name, of.name, fields, more]);
  const known = shapes.get(key);
  if (known) return known;
  const types = [...fields.map((field) => [field, typeOf(of, field)] as const), ...Object.entries(more)];
  const sentFields = types.map(([field]) => field);
  const columns = sentFields.map((field) => [field, new Fragment([`${name}."${field}"`], [])] as const);
  const shape: RecordsetShape = {
    sentFields,
    definition: keyword(`${name}(${types.map(([field, type]) => `"${field}" ${type}`).join(', ')})`),
    parts: {
      ...Object.fromEntries(columns),
      $name: name,
      $list: (wanted: readonly string[]) => new Fragment([wanted.map((field) => `${name}."${field}"`).join(', ')], []),
    },
  };
  shapes.set(key, shape);
  return shape;
}

function record(row: Readonly<Record<string, unknown>>, fields: readonly string[]): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const field of fields) {
    const value = row[field];
    // JSON has no bigint; Postgres reads one from text.
    sent[field] = typeof value === 'bigint' ? value.toString() : value;
  }
  return sent;
}

function written(of: AnyTable, field: string, value: unknown): Parameter {
  if (typeOf(of, field) !== 'jsonb' || value === null) return value as Parameter;
  return JSON.stringify(value);
}

function typeOf(of: AnyTable, field: string): PgType {
  const found: Column<unknown> | undefined = of.columns[field];
  if (!found) throw new Error(`${of.name} has no field ${field}`);
  return found.facts.type;
}
