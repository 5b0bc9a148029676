import { type Field, type NamedType, namedType, type Schema } from './introspection.ts';
import { contentOf } from './shape.ts';

/** A list of refusals below the records of another list. */
export interface Inbox {
  readonly list: Field;
  readonly owner: NamedType;
  readonly refusals: Field;
}

/** Found by shape: what a list below a record holds is said in the words of the refusals of mutations. */
export function inboxesOf(schema: Schema, lists: readonly Field[]): readonly Inbox[] {
  const code = refusalCode(schema);
  return lists.flatMap((list) => {
    const content = contentOf(schema, list);
    if (content.kind !== 'connection') return [];
    const owner = content.node;
    return (owner.fields ?? [])
      .filter((field) => {
        const below = contentOf(schema, field);
        return below.kind === 'connection' && code !== null && holdsRefusals(below.node, code);
      })
      .map((refusals) => ({ list, owner, refusals }));
  });

  function holdsRefusals({ fields }: NamedType, type: NamedType): boolean {
    const own = fields ?? [];
    return (
      ['message', 'path'].every((part) => own.some(({ name }) => name === part)) &&
      own.some((field) => namedType(schema, field.type) === type)
    );
  }
}

/** What says why something was refused: the type of `code` in the `userErrors` of any mutation. */
function refusalCode(schema: Schema): NamedType | null {
  for (const mutation of schema.mutations) {
    const errors = namedType(schema, mutation.type).fields?.find(({ name }) => name === 'userErrors');
    const code = errors && namedType(schema, errors.type).fields?.find(({ name }) => name === 'code');
    if (code) return namedType(schema, code.type);
  }
  return null;
}
