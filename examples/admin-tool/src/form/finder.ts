import { ask, type Caller } from '../api/ask.ts';
import { ENTITY, SEARCH, takesIdOf } from '../api/conventions.ts';
import { type Field, type InputValue, type NamedType, namedType, printRef, type Schema } from '../api/introspection.ts';
import { contentOf, filtersOf, hasId, titleOf } from '../api/shape.ts';
import type { Catalogue } from '../state/catalogue.ts';
import type { Path } from './draft.ts';
import type { Finder } from './form-context.ts';

const MOST = 8;
const ALL = 200;

type Named = Readonly<Record<string, unknown>>;

/** Where the id of a record is asked for that some list holds, what finds it there by its name. */
export function finderFor({ schema, open }: Catalogue, caller: Caller, path: Path): Finder | null {
  const property = path.at(-1);
  const list = typeof property === 'string' ? open.find((field) => isAskedFor(schema, field, property)) : undefined;
  const type = list && listed(schema, list);
  const title = type && titleOf(schema, type);
  if (list === undefined || type == null || title == null) return null;
  const search = searchOf(schema, list);
  const isPaged = contentOf(schema, list).kind === 'connection';
  const declared = [
    ...(isPaged ? ['$first: Int!'] : []),
    ...(search === null ? [] : [`$search: ${printRef(search.type)}`]),
  ];
  const args = [...(isPaged ? ['first: $first'] : []), ...(search === null ? [] : [`${search.name}: $search`])];
  const inBraces = (parts: readonly string[]) => (parts.length === 0 ? '' : `(${parts.join(', ')})`);
  const fields = `{ id ${title} }`;
  const query = `query Find${inBraces(declared)} { ${list.name}${inBraces(args)} ${isPaged ? `{ edges { node ${fields} } }` : fields} }`;
  return {
    find: async (text, signal) => {
      const variables = {
        ...(isPaged ? { first: search === null ? ALL : MOST } : {}),
        ...(search === null ? {} : { search: search.with(text) }),
      };
      const { data } = await ask<Record<string, unknown>>(caller, query, variables, signal);
      const rows = rowsOf(data[list.name]).map((row) => ({ id: String(row.id), name: String(row[title] ?? row.id) }));
      // A list that cannot be searched is looked through here.
      const found =
        search === null ? rows.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase())) : rows;
      return found.slice(0, MOST);
    },
  };
}

function listed(schema: Schema, field: Field): NamedType | null {
  const content = contentOf(schema, field);
  if (content.kind === 'connection') return content.node;
  return content.kind === 'objects' ? content.type : null;
}

/** By the name of its type, or as the entity leads to it: what has the name of one of its records, and Id. */
function isAskedFor(schema: Schema, field: Field, property: string): boolean {
  const type = listed(schema, field);
  if (type === null || !hasId(type)) return false;
  if (takesIdOf(property, type.name)) return true;
  const own = schema.types.get(ENTITY)?.fields?.find(({ name }) => `${name}Id` === property);
  return own !== undefined && namedType(schema, own.type) === type;
}

/** The argument that searches a list, its own or within a filter. */
function searchOf(schema: Schema, list: Field): (InputValue & { readonly with: (text: string) => unknown }) | null {
  for (const arg of filtersOf(list)) {
    if (arg.name === SEARCH) return { ...arg, with: (text) => text };
    const isWithin = namedType(schema, arg.type).inputFields?.some(({ name }) => name === SEARCH);
    if (isWithin) return { ...arg, with: (text) => ({ [SEARCH]: text }) };
  }
  return null;
}

function rowsOf(answer: unknown): readonly Named[] {
  if (Array.isArray(answer)) return answer;
  return ((answer as { edges?: readonly { node: Named }[] } | null)?.edges ?? []).map(({ node }) => node);
}
