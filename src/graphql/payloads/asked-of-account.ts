import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** What is known of any account by its id alone. */
const KNOWN: ReadonlySet<string> = new Set(['id', '__typename']);

/** Whether all that is asked of a payload's account, if it is asked for at all, is which one it is. */
export function asksForIdAlone(info: Asked): boolean {
  const ofAccount = fieldsOf(info.fieldNodes, info).filter(({ name }) => name.value === 'account');
  return fieldsOf(ofAccount, info).every(({ name }) => KNOWN.has(name.value));
}

/** The fields below these, those of fragments too, whatever they hang on: more are counted, never fewer. */
function fieldsOf(nodes: readonly FieldNode[], { fragments }: Asked): FieldNode[] {
  const fields: FieldNode[] = [];
  const sets = nodes.map(({ selectionSet }) => selectionSet);
  const entered = new Set<SelectionSetNode>();
  for (const set of sets) {
    // A fragment is gone into once, however often it is named.
    if (!set || entered.has(set)) continue;
    entered.add(set);
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) fields.push(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) sets.push(selection.selectionSet);
      else sets.push(fragments[selection.name.value]?.selectionSet);
    }
  }
  return fields;
}
