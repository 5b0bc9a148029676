import { type Column, jsonb } from './column';
import { type FieldReader, Fragment, fieldsReader, Selection, sql } from './sql';
import { type Alias, type AnyTable, columnName, type FieldOf, type Row, type ValueOf } from './table';

/** The fields of a table as a part of a SELECT list, each under its field's name. */
export function select<T extends AnyTable, const Field extends FieldOf<T>>(
  alias: Alias<T>,
  fields: readonly Field[],
): Selection<Row<T, Field>> {
  const list = fields.map((field) => `${alias.$name}.${named(field)}`).join(', ');
  return new Selection([list], [], readersOf(alias.$table, fields));
}

/** The same of rows that a statement within has selected: `page."billToId"`. */
export function selectAgain<Selected>(name: string, selection: Selection<Selected>): Selection<Selected> {
  const list = selection.readers.map((reader) => `${name}."${reader.name}"`).join(', ');
  return new Selection([list], [], selection.readers);
}

/** Several parts of a SELECT list. */
export function both<One, Other>(one: Selection<One>, other: Selection<Other>): Selection<One & Other> {
  return new Selection(['', ', ', ''], [one, other], [...one.readers, ...other.readers]);
}

/** A value that is worked out, under a name and of a type. */
export function value<const Name extends string, Value>(
  name: Name,
  column: Column<Value>,
  expression: Fragment,
): Selection<{ readonly [N in Name]: Value }> {
  return new Selection(['', ` AS "${name}"`], [expression], [readerOf(name, name, column)]);
}

/** A row of a joined table as an object beside the row. */
export function within<const Name extends string, T extends AnyTable, const Field extends FieldOf<T>>(
  name: Name,
  alias: Alias<T>,
  fields: readonly Field[],
): Selection<{ readonly [N in Name]: Row<T, Field> }> {
  const read = objectReader(alias.$table, fields);
  return new Selection([`${objectOf(alias, fields)} AS "${name}"`], [], [{ name, isChecked: true, read }]);
}

/** The same where a join may find none: null then. */
export function withinIfAny<const Name extends string, T extends AnyTable, const Field extends FieldOf<T>>(
  name: Name,
  alias: Alias<T>,
  fields: readonly Field[],
): Selection<{ readonly [N in Name]: Row<T, Field> | null }> {
  const [, key = ''] = alias.$table.constraints.primaryKey;
  const object = `CASE WHEN ${alias.$name}.${columnName(key)} IS NOT NULL THEN ${objectOf(alias, fields)} END`;
  const read = objectReader(alias.$table, fields);
  const readIfAny = (one: unknown) => (one === null ? null : read(one));
  return new Selection([`${object} AS "${name}"`], [], [{ name, isChecked: true, read: readIfAny }]);
}

/** A list of objects beside the row: what `from` gives, in its order; empty when it gives nothing. */
export function list<const Name extends string, Shape extends ObjectShape>(
  name: Name,
  shape: Shape,
  { from, orderBy }: { readonly from: Fragment; readonly orderBy: Fragment },
): Selection<{ readonly [N in Name]: readonly ObjectOf<Shape>[] }> {
  const aggregated = listOf(shape, orderBy);
  const statement = sql`coalesce((SELECT ${aggregated.expression} FROM ${from}), '[]')`;
  return new Selection(['', ` AS "${name}"`], [statement], [{ name, isChecked: true, read: aggregated.read }]);
}

/** The rows of a group as a list of objects. */
export function grouped<const Name extends string, Shape extends ObjectShape>(
  name: Name,
  shape: Shape,
  orderBy: Fragment,
): Selection<{ readonly [N in Name]: readonly ObjectOf<Shape>[] }> {
  const { expression, read } = listOf(shape, orderBy);
  return new Selection(['', ` AS "${name}"`], [expression], [{ name, isChecked: true, read }]);
}

/** An object that is made in SQL: each property with its column's type and where its value comes from. */
export type ObjectShape = Readonly<Record<string, readonly [Column<unknown>, Fragment]>>;
export type ObjectOf<Shape extends ObjectShape> = { readonly [K in keyof Shape]: ValueOf<Shape[K][0]> };

function listOf(shape: ObjectShape, orderBy: Fragment) {
  const properties = Object.entries(shape);
  const expressions = properties.map(([, [column, expression]]) => asJson(column, expression));
  const names = properties.map(([name]) => name);
  const object = new Fragment(
    [...names.map((name, at) => `${at === 0 ? 'json_build_object(' : ', '}'${name}', `), ')'],
    expressions,
  );
  const readObject = fieldsReader(properties.map(([name, [column]]) => jsonReaderOf(name, name, column)));
  return {
    expression: sql`json_agg(${object} ORDER BY ${orderBy})`,
    read: (stored: unknown) => (Array.isArray(stored) ? stored.map(readObject) : []),
  };
}

function objectOf<T extends AnyTable>(alias: Alias<T>, fields: readonly string[]): string {
  const parts = fields.map((field) => {
    const { type } = columnOf(alias.$table, field).facts;
    return `'${field}', ${alias.$name}.${columnName(field)}${AS_TEXT.has(type) ? '::text' : ''}`;
  });
  return `json_build_object(${parts.join(', ')})`;
}

/** JSON's numbers would lose their digits. */
const AS_TEXT: ReadonlySet<string> = new Set(['bigint', 'numeric']);

function asJson({ facts }: Column<unknown>, expression: Fragment): Fragment {
  return AS_TEXT.has(facts.type) ? sql`(${expression})::text` : expression;
}

function objectReader(of: AnyTable, fields: readonly string[]): (one: unknown) => unknown {
  return fieldsReader(
    fields.map((field) => jsonReaderOf(field, `${of.name}.${columnName(field)}`, columnOf(of, field))),
  );
}

function readersOf(of: AnyTable, fields: readonly string[]): FieldReader[] {
  return fields.map((field) => readerOf(field, `${of.name}.${columnName(field)}`, columnOf(of, field)));
}

function readerOf(name: string, what: string, { facts }: Column<unknown>): FieldReader {
  return { name, isChecked: facts.isChecked, read: (one) => facts.read(one, what) };
}

function jsonReaderOf(name: string, what: string, { facts }: Column<unknown>): FieldReader {
  const { read, isChecked, fromJson } = facts;
  if (!fromJson) return { name, isChecked, read: (one) => read(one, what) };
  return { name, isChecked: true, read: (one) => read(fromJson(one), what) };
}

function columnOf(of: AnyTable, field: string): Column<unknown> {
  const found = of.columns[field];
  if (!found) throw new Error(`${of.name} has no field ${field}`);
  return found;
}

function named(field: string): string {
  const column = columnName(field);
  return column === field ? column : `${column} AS "${field}"`;
}

/** These fields of a table as properties of an object that is made in SQL. */
export function properties<T extends AnyTable, const Field extends FieldOf<T>>(
  alias: Alias<T>,
  fields: readonly Field[],
): { readonly [F in Field]: readonly [T['columns'][F], Fragment] } {
  const entries = fields.map((field) => [field, [columnOf(alias.$table, field), alias[field]]]);
  return Object.fromEntries(entries) as { [F in Field]: [T['columns'][F], Fragment] };
}

/** A row of a joined table as one property of such an object. */
export function nested<T extends AnyTable, const Field extends FieldOf<T>>(
  alias: Alias<T>,
  fields: readonly Field[],
): readonly [Column<Row<T, Field>>, Fragment] {
  const read = objectReader(alias.$table, fields);
  return [jsonb((stored) => read(stored) as Row<T, Field>), new Fragment([objectOf(alias, fields)], [])];
}
