import { type DirectiveNode, type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** The executor gives the same list of nodes for the same field of every object of a list. */
const known = new WeakMap<readonly FieldNode[], number>();

/**
 * What one object of this field costs to answer: itself and each field that is selected of it, whatever its type turns
 * out to be. What hangs below its own lists and objects is counted when they are answered.
 */
export function valuesOfOne(info: GraphQLResolveInfo): number {
  const counted = known.get(info.fieldNodes);
  if (counted !== undefined) return counted;
  const names = new Set<string>();
  const entered = new Set<string>();
  for (const { selectionSet } of info.fieldNodes) if (selectionSet) collect(selectionSet, info, names, entered);
  known.set(info.fieldNodes, 1 + names.size);
  return 1 + names.size;
}

function collect(set: SelectionSetNode, info: GraphQLResolveInfo, names: Set<string>, entered: Set<string>): void {
  for (const selection of set.selections) {
    if (isLeftOut(selection.directives ?? [], info.variableValues)) continue;
    switch (selection.kind) {
      case Kind.FIELD:
        names.add(selection.alias?.value ?? selection.name.value);
        break;
      case Kind.INLINE_FRAGMENT:
        collect(selection.selectionSet, info, names, entered);
        break;
      case Kind.FRAGMENT_SPREAD: {
        const fragment = info.fragments[selection.name.value];
        if (!fragment || entered.has(fragment.name.value)) break;
        entered.add(fragment.name.value);
        collect(fragment.selectionSet, info, names, entered);
      }
    }
  }
}

function isLeftOut(directives: readonly DirectiveNode[], variables: Readonly<Record<string, unknown>>): boolean {
  return directives.some(({ name, arguments: args }) => {
    if (name.value !== 'skip' && name.value !== 'include') return false;
    const condition = args?.[0]?.value;
    const holds =
      condition?.kind === Kind.VARIABLE
        ? variables[condition.name.value]
        : condition?.kind === Kind.BOOLEAN && condition.value;
    return holds === (name.value === 'skip');
  });
}
