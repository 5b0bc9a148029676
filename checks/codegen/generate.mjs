import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as documentNodes from '@graphql-codegen/typed-document-node';
import * as typescript from '@graphql-codegen/typescript';
import * as operations from '@graphql-codegen/typescript-operations';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { mergeSchemas } from '@graphql-tools/schema';
import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import { lexicographicSortSchema, parse, Source } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { SCHEMA_FILES } from '../../scripts/schema-files.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const PLUGINS = {
  typescript,
  'typescript-operations': operations,
  'typescript-resolvers': resolvers,
  'typed-document-node': documentNodes,
};

/**
 * Writes each file of codegen.yml, made from the schema's files, and from what else it names: `beside` is the schema of
 * another subgraph of the same supergraph, `documents` a folder with operations.
 */
export async function generate() {
  const { generates } = parseYaml(readFileSync(join(ROOT, 'codegen.yml'), 'utf8'));
  for (const [filename, { beside = [], documents, plugins, config }] of Object.entries(generates)) {
    const schemaAst = readSchema(beside.map((path) => join(ROOT, path)));
    const content = await codegen({
      filename,
      schema: getDocumentNodeFromSchema(schemaAst),
      schemaAst,
      documents: documents === undefined ? [] : readDocuments(join(ROOT, documents)),
      config,
      plugins: plugins.map((name) => ({ [name]: config })),
      pluginMap: Object.fromEntries(plugins.map((name) => [name, pluginOf(name)])),
    });
    writeFileSync(join(ROOT, filename), content);
  }
}

/** Sorted, so that a type moved to another place of the schema changes nothing. */
function readSchema(beside) {
  const typeDefs = [...SCHEMA_FILES, ...beside].map((path) =>
    parse(new Source(readFileSync(path, 'utf8'), `schema/${basename(path)}`)),
  );
  return lexicographicSortSchema(mergeSchemas({ typeDefs, assumeValidSDL: true, convertExtensions: true }));
}

function readDocuments(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.graphql'))
    .sort()
    .map((path) => ({
      location: path,
      document: parse(new Source(readFileSync(join(folder, path), 'utf8'), path)),
    }));
}

function pluginOf(name) {
  const plugin = PLUGINS[name];
  if (plugin === undefined)
    throw new Error(`codegen.yml: no plugin ${name} here, but ${Object.keys(PLUGINS).join(', ')}`);
  return plugin;
}
