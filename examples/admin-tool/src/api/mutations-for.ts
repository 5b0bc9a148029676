import { shapeOf } from '../form/json-schema.ts';
import type { Catalogue } from '../state/catalogue.ts';
import { takesIdOf } from './conventions.ts';
import { isList, type NamedType, namedType } from './introspection.ts';
import type { MutationPolicy } from './policy.ts';

/** The property of a mutation's input that takes the id of a record of the type; null where none does. */
export function idPropertyOf({ inputSchema }: MutationPolicy, type: string): string | null {
  const { properties = {} } = shapeOf(inputSchema, inputSchema).schema;
  return Object.keys(properties).find((name) => takesIdOf(name, type)) ?? null;
}

/** The mutations that can be sent with a record of the type, and that let the caller through. */
export function mutationsWith(
  catalogue: Catalogue,
  type: string,
): readonly { readonly mutation: MutationPolicy; readonly property: string }[] {
  return catalogue.policy.mutations.flatMap((mutation) => {
    const property = catalogue.mayCall(mutation) ? idPropertyOf(mutation, type) : null;
    return property === null ? [] : [{ mutation, property }];
  });
}

/** The mutations that answer with a record of the type and need none to begin with. */
export function mutationsMaking(catalogue: Catalogue, type: NamedType): readonly MutationPolicy[] {
  const { schema, policy } = catalogue;
  return policy.mutations.filter((one) => {
    const field = schema.mutations.find(({ name }) => name === one.mutation);
    if (field === undefined || one.accountPath !== null || !catalogue.mayCall(one)) return false;
    const answers = namedType(schema, field.type).fields ?? [];
    const isAnswered = answers.some(
      (answer) => !isList(answer.type) && namedType(schema, answer.type).name === type.name,
    );
    const { required = [] } = shapeOf(one.inputSchema, one.inputSchema).schema;
    return isAnswered && !required.some((name) => takesIdOf(name, type.name));
  });
}

/** Where a mutation takes the account that it acts on, below its input. */
export function accountPathOf({ accountPath }: MutationPolicy): readonly string[] | null {
  return accountPath === null ? null : accountPath.split('.').slice(1);
}
