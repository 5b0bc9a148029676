import { type ConstDirectiveNode, valueFromASTUntyped } from 'graphql';

/** A part of the schema as it is written. */
export type Written = { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;

/** The arguments of each directive of this name that a part of the schema bears. */
export function appliedTo(node: Written, directive: string): Record<string, unknown>[] {
  return (node?.directives ?? []).filter(({ name }) => name.value === directive).map(argumentsOf);
}

export function argumentsOf({ arguments: given = [] }: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

/** The contracts that a part of the schema is in. */
export function tagsOf(node: Written): unknown[] {
  return appliedTo(node, 'tag').map(({ name }) => name);
}
