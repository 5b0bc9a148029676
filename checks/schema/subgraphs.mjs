import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { readSdl } from '../../scripts/schema-files.mjs';

export const OURS = readSdl();

/** The core accounts subgraph of examples/supergraph. */
export const CORE = readFileSync(new URL('../../examples/supergraph/core/schema.graphql', import.meta.url), 'utf8');

/** Ours as composers take it. */
export function ours(sdl = OURS) {
  return { name: 'reseller-accounts', typeDefs: parse(sdl), url: 'http://127.0.0.1:4001/graphql' };
}

/** Both. */
export function subgraphs(core = CORE) {
  return [ours(), { name: 'core-accounts', typeDefs: parse(core), url: 'http://127.0.0.1:4002/graphql' }];
}
