import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The fragments of the document by name. */
export function fragmentsOf(document: DocumentNode): Fragments {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/**
 * The fields that the operation asks of its root type, under whatever alias and in whatever fragment. Those that
 * `@skip` leaves out count as well: what may not be asked may not be asked conditionally.
 */
export function rootFields(operation: OperationDefinitionNode, fragments: Fragments): readonly FieldNode[] {
  const entered = new Set<string>();
  const fieldsOf = ({ selections }: SelectionSetNode): FieldNode[] => selections.flatMap(fieldsIn);
  const fieldsIn = (selection: SelectionNode): FieldNode[] => {
    switch (selection.kind) {
      case Kind.FIELD:
        return [selection];
      case Kind.INLINE_FRAGMENT:
        return fieldsOf(selection.selectionSet);
      case Kind.FRAGMENT_SPREAD: {
        const fragment = fragments.get(selection.name.value);
        // At the root a fragment that is spread again adds nothing to the answer.
        if (fragment === undefined || entered.has(fragment.name.value)) return [];
        entered.add(fragment.name.value);
        return fieldsOf(fragment.selectionSet);
      }
    }
  };
  return fieldsOf(operation.selectionSet);
}
