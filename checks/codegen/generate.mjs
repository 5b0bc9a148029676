import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { mergeSchemas } from '@graphql-tools/schema';
import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import { lexicographicSortSchema, parse, Source } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { SCHEMA_FILES } from '../../scripts/schema-files.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const PLUGINS = { typescript, 'typescript-resolvers': resolvers };

/** Writes each file of codegen.yml, made from the schema's files. */
export async function generate() {
  const { generates } = parseYaml(readFileSync(join(ROOT, 'codegen.yml'), 'utf8'));
  const schemaAst = readSchema();
  const schema = getDocumentNodeFromSchema(schemaAst);
  for (const [filename, { plugins, config }] of Object.entries(generates)) {
    const content = await codegen({
      filename,
      schema,
      schemaAst,
      documents: [],
      config,
      plugins: plugins.map((name) => ({ [name]: config })),
      pluginMap: Object.fromEntries(plugins.map((name) => [name, pluginOf(name)])),
    });
    writeFileSync(join(ROOT, filename), content);
  }
}

/** Sorted, so that a type moved to another place of the schema changes nothing. */
function readSchema() {
  const typeDefs = SCHEMA_FILES.map((path) =>
    parse(new Source(readFileSync(path, 'utf8'), `schema/${basename(path)}`)),
  );
  return lexicographicSortSchema(mergeSchemas({ typeDefs, assumeValidSDL: true, convertExtensions: true }));
}

function pluginOf(name) {
  const plugin = PLUGINS[name];
  if (plugin === undefined)
    throw new Error(`codegen.yml: no plugin ${name} here, but ${Object.keys(PLUGINS).join(', ')}`);
  return plugin;
}
