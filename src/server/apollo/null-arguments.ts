import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  GraphQLError,
  type GraphQLSchema,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Fragments } from './root-fields';

interface NullArgument {
  readonly name: string;
  readonly place: string;
  /** The names under which the answer would have the field. */
  readonly path: readonly string[];
}

/**
 * Refuses a variable that is null where an argument has a default and takes no null. Validation lets it pass, since the
 * variable may be left out; the executor would fail each field of each object with it.
 */
export function assertNoNullArguments(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Readonly<Record<string, unknown>>,
): void {
  const nulls = (operation.variableDefinitions ?? [])
    .filter(({ variable, defaultValue }) => {
      const value = variables[variable.name.value];
      // One that is left out has its default, or else the argument has.
      return value === null || (value === undefined && defaultValue?.kind === Kind.NULL);
    })
    .map(({ variable }) => variable.name.value);
  if (nulls.length === 0) return;
  const isNull = (name: string) => nulls.includes(name);
  for (const part of [operation, ...fragments.values()]) {
    const found = nullArgumentOf(schema, part, isNull);
    if (found) throw badInput(found);
  }
}

function nullArgumentOf(
  schema: GraphQLSchema,
  part: OperationDefinitionNode | FragmentDefinitionNode,
  isNull: (variable: string) => boolean,
): NullArgument | null {
  const types = new TypeInfo(schema);
  const path: string[] = [];
  let found: NullArgument | null = null;
  const check = (argument: GraphQLArgument | null | undefined, variable: string, place: string) => {
    if (!argument || !isNonNullType(argument.type) || !isNull(variable)) return;
    found ??= { name: argument.name, place, path: [...path] };
  };
  visit(
    part,
    visitWithTypeInfo(types, {
      Field: {
        enter: (node: FieldNode) => void path.push(node.alias?.value ?? node.name.value),
        leave: () => void path.pop(),
      },
      Argument: ({ value }) => {
        if (value.kind !== Kind.VARIABLE) return;
        const directive = types.getDirective();
        const place = directive ? `@${directive.name}` : (types.getFieldDef()?.name ?? '');
        check(types.getArgument(), value.name.value, place);
      },
    }),
  );
  return found;
}

function badInput({ name, place, path }: NullArgument): GraphQLError {
  return new GraphQLError(`"${name}" of ${place} must not be null: leave it out for its default.`, {
    path,
    extensions: { code: 'BAD_USER_INPUT', path: [name], http: { status: 400 } },
  });
}
