import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type FieldDefinitionNode, type GraphQLSchema, Kind, parse } from 'graphql';
import { type PolicyCatalogues, policyCatalogues } from '../domain/accounts/policy-catalogue';
import { tellWhatIsAsked } from './asked/asked-parts';
import { countAnswers } from './executor/count-answers';
import { bindMutationGuards } from './guards/bind-guards';
import { guardEntities } from './guards/guard-entities';
import { guardSentence, readMutationGuards } from './guards/read-directives';
import { inputPlaces } from './inputs/input-places';
import { inputSchemas } from './inputs/input-schemas';
import { resolvers } from './resolvers';
import { VOCABULARIES } from './vocabulary-check';

/** The subgraph's schema with its guards bound, and the catalogue of its rules in each language. */
export interface SubgraphSchema {
  readonly schema: GraphQLSchema;
  readonly accountPolicy: PolicyCatalogues;
}

/** Builds the schema of the SDL files of a folder; throws when a mutation is unguarded or guarded against the policy. */
export function buildSchema(folder: string): SubgraphSchema {
  return buildGuardedSchema(readSchemaFiles(folder));
}

/** What the last release promised lies beside the schema, to be compared with it. */
const RELEASED = 'released.graphql';

/** Every *.graphql file of the folder but the released one, as one document. */
export function readSchemaFiles(folder: string): DocumentNode {
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql') && file !== RELEASED);
  return parse(
    files
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n'),
    // Nobody asks where a node stands in the files that are joined.
    { noLocation: true },
  );
}

/** Builds the schema of a document. */
export function buildGuardedSchema(typeDefs: DocumentNode): SubgraphSchema {
  const described = withGuardSentences(typeDefs);
  const schema = buildSubgraphSchema([{ typeDefs: described, resolvers: resolvers as never }]);
  const guards = readMutationGuards(schema);
  bindMutationGuards(schema, guards);
  guardEntities(schema);
  tellWhatIsAsked(schema);
  countAnswers(schema);
  const told = { inputs: inputPlaces(schema), enums: VOCABULARIES, inputSchemaOf: inputSchemas(schema) };
  return { schema, accountPolicy: policyCatalogues(guards, told) };
}

/**
 * Ends the description of each mutation with the sentence about its guard. Read off the document: a subgraph made for that
 * alone would take a start half as long again.
 */
function withGuardSentences(typeDefs: DocumentNode): DocumentNode {
  const definitions = typeDefs.definitions.map((definition) =>
    definition.kind === Kind.OBJECT_TYPE_EXTENSION && definition.name.value === 'Mutation'
      ? { ...definition, fields: definition.fields?.map(withGuardSentence) ?? [] }
      : definition,
  );
  return { ...typeDefs, definitions };
}

function withGuardSentence(field: FieldDefinitionNode): FieldDefinitionNode {
  const sentence = guardSentence(field);
  if (sentence === null) return field;
  const value = [field.description?.value.trim(), sentence].filter(Boolean).join('\n');
  return { ...field, description: { kind: Kind.STRING, value, block: true } };
}
