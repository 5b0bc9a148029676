import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import type { Column } from './column';
import { type AnyTable, columnName } from './table';

/**
 * TypeORM's schemas of all tables at once, since their foreign keys refer to each other: for comparing them with the
 * database that the migrations made.
 */
export function entitySchemas(tables: readonly AnyTable[]): EntitySchema[] {
  const schemas = new Map<AnyTable, EntitySchema>();
  // What a foreign key leads to is made first: no table refers to itself or in a circle.
  const schemaOf = (of: AnyTable): EntitySchema => {
    const known = schemas.get(of);
    if (known) return known;
    const made = entitySchema(of, schemaOf);
    schemas.set(of, made);
    return made;
  };
  return tables.map(schemaOf);
}

function entitySchema(
  { name, columns, constraints }: AnyTable,
  schemaOf: (of: AnyTable) => EntitySchema,
): EntitySchema {
  const { primaryKey, unique = {}, checks = {}, indexes = {}, foreignKeys = {} } = constraints;
  const [keyName, ...keyFields] = primaryKey;
  return new EntitySchema({
    name,
    columns: Object.fromEntries(
      Object.entries(columns).map(([field, column]) => [
        field,
        {
          ...columnOptions(field, column),
          ...(keyFields.includes(field) ? { primary: true, primaryKeyConstraintName: keyName } : {}),
        },
      ]),
    ),
    uniques: Object.entries(unique).map(([uniqueName, fields]) => ({ name: uniqueName, columns: [...fields] })),
    checks: Object.entries(checks).map(([checkName, expression]) => ({ name: checkName, expression })),
    indices: Object.entries(indexes).map(([indexName, fields]) =>
      fields === null ? { name: indexName, synchronize: false } : { name: indexName, columns: [...fields] },
    ),
    foreignKeys: Object.entries(foreignKeys).map(([foreignName, [fields, references]]) => ({
      name: foreignName,
      target: schemaOf(references),
      columnNames: [...fields],
      referencedColumnNames: references.constraints.primaryKey.slice(1, 1 + fields.length),
    })),
  });
}

function columnOptions(field: string, { facts }: Column<unknown>): EntitySchemaColumnOptions {
  const { defaultsTo } = facts;
  return {
    name: columnName(field),
    type: facts.type === 'text[]' ? 'text' : facts.type,
    ...(facts.type === 'text[]' ? { array: true } : {}),
    ...(facts.isGenerated ? { generated: 'uuid' } : {}),
    nullable: facts.isNullable,
    ...(facts.collation ? { collation: facts.collation } : {}),
    ...(defaultsTo === undefined
      ? {}
      : { default: typeof defaultsTo === 'string' ? () => defaultsTo : defaultsTo.value }),
  };
}
