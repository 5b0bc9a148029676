import { composeSchemaContract } from '@theguild/federation-composition';
import { buildASTSchema, GraphQLSchema, Kind, print, visit } from 'graphql';

/** One contract of these subgraphs: what a gateway is given, and what its callers see. */
export function composeContract(name, subgraphs) {
  const { errors, supergraphSdl, publicDocumentNode } = composeSchemaContract(subgraphs, {
    include: new Set([name]),
    exclude: new Set(),
  });
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return { supergraphSdl, apiSdl: `${print(withoutUnused(publicDocumentNode))}\n` };
}

/**
 * The composer declares every directive in each contract, and keeps the types that they name. Here go those that nothing of
 * the contract bears, and what only they led to: the actions of people are no matter of a sync.
 */
function withoutUnused(document) {
  const borne = new Set();
  visit(document, { Directive: ({ name }) => void borne.add(name.value) });
  const schema = buildASTSchema(document);
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  const directives = schema.getDirectives().filter(({ name }) => borne.has(name));
  const used = new GraphQLSchema({ query, mutation, directives }).getTypeMap();
  return visit(document, {
    enter: (node) => {
      if (node.kind === Kind.DOCUMENT) return undefined;
      const isUsed = node.kind === Kind.DIRECTIVE_DEFINITION ? borne.has(node.name.value) : node.name.value in used;
      return isUsed ? false : null;
    },
  });
}
