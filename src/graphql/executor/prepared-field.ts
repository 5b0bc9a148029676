import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';

export type Values = Readonly<Record<string, unknown>>;

/** A field at its place in a query, with all that does not depend on the object that it is asked of. */
export interface PreparedField {
  /** Its name in the answer. */
  readonly key: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly parentType: GraphQLObjectType;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  /** Null where the value is what the object has under the field's name. */
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | null;
  /** Null when they depend on variables. */
  readonly args: Values | null;
  /** Its number in the query: under that a run keeps what depends on its variables. */
  readonly number: number;
  readonly complete: Complete;
}

/** `__typename`, whose value is known beforehand. */
export interface PreparedTypeName {
  readonly key: string;
  readonly typeName: string;
}

export type PreparedFields = readonly (PreparedField | PreparedTypeName)[];

/** What is asked of an object of this type. */
export type Selection = (type: GraphQLObjectType) => PreparedFields;

/** An object or a list of the answer that is being put together. */
export type Target = Record<string | number, unknown>;

/** Puts what a field's value comes to into the answer; throws for whatever is not as the schema has it. */
export type Complete = (run: Run, field: PreparedField, value: unknown, target: Target, key: string | number) => void;

/** What is executed of a document. */
export interface Executed {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Record<string, FragmentDefinitionNode>;
}

/** One execution of a prepared query. */
export interface Run {
  readonly context: unknown;
  /** What resolvers are told of a field. */
  infoOf(field: PreparedField): GraphQLResolveInfo;
  /** Puts what is asked of the object into the answer, in the order in which it was asked. */
  answerFields(fields: PreparedFields, object: unknown, answer: Target): void;
  answerItems(field: PreparedField, items: readonly unknown[], complete: Complete, list: Target): void;
}
