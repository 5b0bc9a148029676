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
  const types = [...fields.map((field) => [field, typeOf(of, field)] as const), ...Object.entries(more)];
  const bigints = types.filter(([, type]) => type === 'bigint').map(([field]) => field);
  const definitions = types.map(([field, type]) => `"${field}" ${type}`).join(', ');
  const sent = JSON.stringify(rows.map((row) => record(row, types, bigints)));
  const columns = types.map(([field]) => [field, new Fragment([`${name}."${field}"`], [])]);
  return {
    ...Object.fromEntries(columns),
    $: sql`json_to_recordset(${sent}::json) AS ${keyword(`${name}(${definitions})`)}`,
    $name: name,
    $list: (wanted) => new Fragment([wanted.map((field) => `${name}."${field}"`).join(', ')], []),
  } as Recordset<F | (keyof More & string)>;
}

function record(
  row: Readonly<Record<string, unknown>>,
  types: readonly (readonly [string, PgType])[],
  bigints: readonly string[],
): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const [field] of types) sent[field] = row[field];
  // JSON has no bigint; Postgres reads one from text.
  for (const field of bigints) sent[field] = typeof sent[field] === 'bigint' ? sent[field].toString() : sent[field];
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
