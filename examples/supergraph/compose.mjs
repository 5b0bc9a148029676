import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

/**
 * The supergraph of the subgraphs, composed with Hive's composer as the gateway expects it. `subgraphs`: name, SDL and
 * the address where the gateway finds each. supergraph.yaml says the same to rover.
 */
export function compose(subgraphs) {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, sdl, url }) => ({ name, typeDefs: parse(sdl), url })),
  );
  if (supergraphSdl) return supergraphSdl;
  throw new Error(`The subgraphs do not compose:\n${errors.map(({ message }) => `  ${message}`).join('\n')}`);
}
