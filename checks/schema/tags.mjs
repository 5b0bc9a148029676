import { Kind, parse, visit } from 'graphql';

/**
 * The tags of everything that contracts take or leave, by schema coordinate: fields, arguments, fields of inputs, values of
 * enums, scalars. A type's own count for all of it. Where subgraphs share a field each may bear them.
 */
export function tagsOf(sdl) {
  const tags = new Map();
  const note = (place, ...nodes) => tags.set(place, nodes.flatMap(own));
  visit(parse(sdl), {
    enter: (node) => {
      const isOfFederation = /^(join|link)__/.test(node.name?.value ?? '');
      if (isOfFederation || node.kind === Kind.DIRECTIVE_DEFINITION) return false;
      if (node.kind === Kind.SCALAR_TYPE_DEFINITION) note(node.name.value, node);
      for (const part of node.kind.includes('Type') ? (node.fields ?? node.values ?? []) : []) {
        const place = `${node.name.value}.${part.name.value}`;
        note(place, node, part);
        for (const argument of part.arguments ?? []) note(`${place}(${argument.name.value}:)`, node, argument);
      }
      return undefined;
    },
  });
  return tags;
}

function own({ directives }) {
  return directives.filter(({ name }) => name.value === 'tag').map(({ arguments: [name] }) => name.value.value);
}
