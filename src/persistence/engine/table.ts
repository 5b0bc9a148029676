import { types } from 'node:util';
import type { Column } from './column';
import { Fragment } from './sql';

const { isNativeError } = types;

/** The columns of a table, by the name of the property that each is in a row. */
export type Columns = Readonly<Record<string, Column<unknown>>>;

export type ValueOf<C> = C extends Column<infer Value> ? Value : never;

/** A row of a table, or of these fields of it. */
export type Row<T extends AnyTable, Field extends FieldOf<T> = FieldOf<T>> = {
  readonly [F in Field]: ValueOf<T['columns'][F]>;
};
export type FieldOf<T extends AnyTable> = keyof T['columns'] & string;

/** Any table, for what is made of all of them alike. */
export interface AnyTable {
  readonly name: string;
  readonly columns: Columns;
  readonly constraints: Constraints<string>;
}

/** What a table has beside its columns, under the names that the migrations gave. */
export interface Constraints<Field extends string> {
  readonly primaryKey: readonly [name: string, ...fields: Field[]];
  readonly unique?: Readonly<Record<string, readonly Field[]>>;
  readonly checks?: Readonly<Record<string, string>>;
  /** By their fields; null for one that is an expression or of another method, which only the migration says. */
  readonly indexes?: Readonly<Record<string, readonly Field[] | null>>;
  readonly foreignKeys?: Readonly<Record<string, readonly [fields: readonly Field[], references: AnyTable]>>;
}

/** A table as a constant: row types, statements and TypeORM's schema derive from it. */
export class Table<Name extends string, Cs extends Columns> implements AnyTable {
  constructor(
    readonly name: Name,
    readonly columns: Cs,
    readonly constraints: Constraints<keyof Cs & string>,
  ) {}

  /** The table under another name within a statement: the name itself in FROM, its columns by their fields. */
  as(alias: string): Alias<Table<Name, Cs>> {
    return aliasOf<Table<Name, Cs>>(this, alias);
  }
}

/** Declares a table. A column's name follows from its property: `billToId` is `bill_to_id`. */
export function table<const Name extends string, const Cs extends Columns>(
  name: Name,
  columns: Cs,
  constraints: Constraints<keyof Cs & string>,
): Table<Name, Cs> {
  return new Table(name, columns, constraints);
}

/** All fields of a table but these. */
export function fieldsBut<T extends AnyTable, const Left extends FieldOf<T>>(
  of: T,
  left: readonly Left[],
): readonly Exclude<FieldOf<T>, Left>[] {
  const out: ReadonlySet<string> = new Set(left);
  return (Object.keys(of.columns) as FieldOf<T>[]).filter(
    (field): field is Exclude<FieldOf<T>, Left> => !out.has(field),
  );
}

/** The column of a field. */
export function columnName(field: string): string {
  const known = columnNames.get(field);
  if (known !== undefined) return known;
  const name = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columnNames.set(field, name);
  return name;
}
/** Those that were asked for: the fields of our tables. */
const columnNames = new Map<string, string>();

/** A table as one statement names it. `${alias.$}` stands in FROM; `${alias.billToId}` is a column. */
export type Alias<T extends AnyTable> = { readonly [F in FieldOf<T>]: Fragment } & {
  readonly $: Fragment;
  readonly $name: string;
  readonly $table: T;
};

function aliasOf<T extends AnyTable>(of: T, name: string): Alias<T> {
  const columns = Object.keys(of.columns).map((field) => [field, new Fragment([`${name}.${columnName(field)}`], [])]);
  return Object.freeze({
    ...Object.fromEntries(columns),
    // With its schema: the search path is the database's, and nobody tells when it changes.
    $: new Fragment([`public.${of.name}${name === of.name ? '' : ` ${name}`}`], []),
    $name: name,
    $table: of,
  }) as Alias<T>;
}

/** A distributed database names the constraint of the part of a table that it was, under that part's number. */
const NUMBER_OF_A_PART = /_\d{6,}$/;
const INTEGRITY_VIOLATED = /^23/;

/** Which constraint a statement has failed of, by the name that the migrations gave it; null for any other failure. */
export function violatedConstraint(error: unknown): string | null {
  if (!isNativeError(error) || !('code' in error) || !INTEGRITY_VIOLATED.test(String(error.code))) return null;
  // Of a failure on another node no more than the words come along: the name stands in them in quotes, in every language.
  const told = 'constraint' in error ? error.constraint : undefined;
  const name = typeof told === 'string' ? told : /"([^"]+)"[^"]*$/.exec(error.message)?.[1];
  return name?.replace(NUMBER_OF_A_PART, '') ?? null;
}
