export type Kind = 'SCALAR' | 'OBJECT' | 'INTERFACE' | 'UNION' | 'ENUM' | 'INPUT_OBJECT' | 'LIST' | 'NON_NULL';

export interface TypeRef {
  readonly kind: Kind;
  readonly name: string | null;
  readonly ofType?: TypeRef | null;
}

export interface InputValue {
  readonly name: string;
  readonly description: string | null;
  readonly type: TypeRef;
  readonly defaultValue: string | null;
}

export interface Field {
  readonly name: string;
  readonly description: string | null;
  readonly args: readonly InputValue[];
  readonly type: TypeRef;
}

export interface NamedType {
  readonly kind: Kind;
  readonly name: string;
  readonly description: string | null;
  readonly fields: readonly Field[] | null;
  readonly inputFields: readonly InputValue[] | null;
  readonly enumValues: readonly { readonly name: string; readonly description: string | null }[] | null;
}

/** What introspection tells, by name. */
export interface Schema {
  readonly types: ReadonlyMap<string, NamedType>;
  readonly queries: readonly Field[];
  readonly mutations: readonly Field[];
}

interface Introspected {
  readonly __schema: {
    readonly queryType: { readonly name: string };
    readonly mutationType: { readonly name: string } | null;
    readonly types: readonly NamedType[];
  };
}

export const INTROSPECTION = `query Introspection {
  __schema {
    queryType { name }
    mutationType { name }
    types {
      kind name description
      fields { name description args { ...Input } type { ...Ref } }
      inputFields { ...Input }
      enumValues { name description }
    }
  }
}
fragment Input on __InputValue { name description defaultValue type { ...Ref } }
fragment Ref on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }`;

export function schemaFrom({ __schema: { types, queryType, mutationType } }: Introspected): Schema {
  const byName = new Map(types.map((type) => [type.name, type]));
  const fieldsOf = (name: string | undefined) => (name === undefined ? [] : (byName.get(name)?.fields ?? []));
  return { types: byName, queries: fieldsOf(queryType.name), mutations: fieldsOf(mutationType?.name) };
}

/** The type below lists and non-nulls. */
export function namedType(schema: Schema, ref: TypeRef): NamedType {
  if (ref.ofType != null) return namedType(schema, ref.ofType);
  const type = schema.types.get(ref.name ?? '');
  if (type === undefined) throw new Error(`Introspection does not tell the type ${ref.name}`);
  return type;
}

export function isRequired(ref: TypeRef): boolean {
  return ref.kind === 'NON_NULL';
}

export function isList(ref: TypeRef): boolean {
  return ref.kind === 'LIST' || (ref.kind === 'NON_NULL' && ref.ofType != null && isList(ref.ofType));
}

export function isLeaf(type: NamedType): boolean {
  return type.kind === 'SCALAR' || type.kind === 'ENUM';
}

/** As it stands in a document, e.g. [ID!]! */
export function printRef(ref: TypeRef): string {
  if (ref.kind === 'NON_NULL' && ref.ofType != null) return `${printRef(ref.ofType)}!`;
  if (ref.kind === 'LIST' && ref.ofType != null) return `[${printRef(ref.ofType)}]`;
  return ref.name ?? '';
}

/** Whether a field is answered without being told anything. */
export function asksNothing({ args }: Field): boolean {
  return args.every(({ type, defaultValue }) => !isRequired(type) || defaultValue !== null);
}
