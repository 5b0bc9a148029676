import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import subgraph from '@apollo/subgraph';
import { ESLint } from 'eslint';
import { GraphQLSchema, parse } from 'graphql';
import { SCHEMA_FILES } from '../../scripts/schema-files.mjs';
import { OURS } from './subgraphs.mjs';

const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  overrideConfigFile: fileURLToPath(new URL('../eslint.config.mjs', import.meta.url)),
});

describe('how the schema is written', () => {
  test('0 findings in all of its files', async () => {
    const results = await eslint.lintFiles(SCHEMA_FILES);
    assert.equal(results.length, SCHEMA_FILES.length);
    assert.deepEqual(results.flatMap(findings), []);
  });

  test('a field that nobody described is found, and so is a value without a decision about its id', async () => {
    const [result] = await eslint.lintText('"A thing."\ntype Thing {\n  size: Int\n}\n', {
      filePath: 'schema/setup.graphql',
    });
    assert.deepEqual(
      result.messages.map(({ ruleId }) => ruleId),
      ['@graphql-eslint/strict-id-in-types', '@graphql-eslint/require-description'],
    );
  });

  test('every type is led to from a query, a mutation or an entity', () => {
    assert.deepEqual(forlorn(OURS), []);
  });

  test('a type that nothing leads to is found', () => {
    assert.deepEqual(forlorn(`${OURS}\ntype Forlorn { size: Int }`), ['Forlorn']);
  });
});

function findings({ filePath, messages }) {
  return messages.map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId} ${message}`);
}

/** Types that only the document names: a schema made of the roots alone does not have them. */
function forlorn(sdl) {
  const typeDefs = parse(sdl);
  const schema = subgraph.buildSubgraphSchema([{ typeDefs }]);
  const reached = new GraphQLSchema({ query: schema.getQueryType(), mutation: schema.getMutationType() }).getTypeMap();
  return typeDefs.definitions
    .filter(({ kind }) => kind.endsWith('TypeDefinition'))
    .map(({ name }) => name.value)
    .filter((name) => !(name in reached));
}
