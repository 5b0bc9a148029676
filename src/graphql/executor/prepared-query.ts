import {
  type DocumentNode,
  defaultFieldResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  visit,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields';
import { completerOf } from './complete-value';
import type { Context } from './count-answers';
import type { Executed, PreparedField, PreparedFields, Selection, Values } from './prepared-field';
import { PreparedRun } from './prepared-run';

/** Fragments make few words into many fields: what has more is executed without preparation. */
const MOST_FIELDS = 2_000;
/** Each combination of what `@skip` and `@include` ask for has its own fields. */
const MOST_FORMS = 8;

/**
 * A query with everything worked out that graphql-js works out anew for each object: which fields are asked of each type,
 * with which arguments, and how their values are completed. It answers what graphql-js would, or nothing at all: whatever
 * is out of the ordinary, each error first of all, makes it give up, and graphql-js executes the query
 * (test/graphql/executor/prepared-query.test.ts).
 */
export class PreparedQuery implements Executed {
  readonly fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  readonly #rootType: GraphQLObjectType;
  readonly #conditions: readonly string[];
  readonly #forms = new Map<string, PreparedFields>();
  #fields = 0;

  constructor(
    readonly schema: GraphQLSchema,
    readonly operation: OperationDefinitionNode,
    document: DocumentNode,
  ) {
    const rootType = schema.getQueryType();
    if (!rootType) throw new Error('The schema has no queries');
    this.#rootType = rootType;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments[definition.name.value] = definition;
    }
    this.#conditions = conditionsOf(operation, document);
  }

  /** How many fields it has worked out: what it takes of memory. */
  get size(): number {
    return this.#fields;
  }

  /** The data of the answer; null when graphql-js is to execute the query. The variables are coerced. */
  async run(context: Context, variables: Values): Promise<Record<string, unknown> | null> {
    const fields = this.#formFor(variables);
    const data = fields && (await new PreparedRun(this, context, variables).data(fields));
    // A refusal is told by graphql-js, wherever it came from.
    return context?.budget?.exhausted ? null : data;
  }

  #formFor(variables: Values): PreparedFields | null {
    const values = this.#conditions.map((name) => variables[name]);
    if (!values.every((value) => typeof value === 'boolean')) return null;
    const form = values.join();
    const known = this.#forms.get(form);
    if (known) return known;
    if (this.#forms.size >= MOST_FORMS) return null;
    try {
      const { selectionSet } = this.operation;
      const collected = collectFields(this.schema, this.fragments, variables, this.#rootType, selectionSet);
      const fields = this.#prepare(this.#rootType, collected, variables);
      this.#forms.set(form, fields);
      return fields;
    } catch {
      // graphql-js will say what is wrong with it.
      return null;
    }
  }

  #prepare(
    type: GraphQLObjectType,
    collected: ReadonlyMap<string, readonly FieldNode[]>,
    variables: Values,
  ): PreparedFields {
    // Only they decide which fields there are below.
    const conditions = Object.fromEntries(this.#conditions.map((name) => [name, variables[name]]));
    return [...collected].map(([key, nodes]) => {
      const [node] = nodes;
      // As a key of an object it would not be one of the answer's.
      if (!node || key === '__proto__') throw new Error(`${key} cannot be prepared`);
      const name = node.name.value;
      if (name === '__typename') return { key, typeName: type.name };
      this.#fields += 1;
      if (this.#fields > MOST_FIELDS) throw new Error('More fields than are prepared');
      const definition = this.#definitionOf(type, name);
      const selectionOf = (runtimeType: GraphQLObjectType) =>
        this.#prepare(
          runtimeType,
          collectSubfields(this.schema, this.fragments, conditions, runtimeType, nodes),
          conditions,
        );
      const { resolve } = definition;
      return {
        key,
        definition,
        parentType: type,
        nodes: nodes as PreparedField['nodes'],
        resolve: resolve === undefined || resolve === defaultFieldResolver ? null : resolve,
        args: hasVariables(node) ? null : Object.freeze(getArgumentValues(definition, node, {})),
        number: this.#fields,
        complete: completerOf(this.schema, definition.type, remembered(selectionOf)),
      };
    });
  }

  #definitionOf(type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> {
    if (type === this.#rootType && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (type === this.#rootType && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
    const definition = type.getFields()[name];
    if (!definition) throw new Error(`${type.name} has no ${name}`);
    return definition;
  }
}

/** Worked out when the first object of a type is answered. */
function remembered(selectionOf: Selection): Selection {
  const known = new Map<GraphQLObjectType, PreparedFields>();
  return (type) => {
    const before = known.get(type);
    if (before) return before;
    const fields = selectionOf(type);
    known.set(type, fields);
    return fields;
  };
}

/** The variables of the operation that decide which fields there are. Another of the document has its own. */
function conditionsOf({ variableDefinitions = [] }: OperationDefinitionNode, document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: args = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return variableDefinitions.map(({ variable }) => variable.name.value).filter((name) => names.has(name));
}

function hasVariables(node: FieldNode): boolean {
  let found = false;
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      Variable: () => {
        found = true;
      },
    });
  }
  return found;
}
