import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { listen } from '../listen.mjs';

export const CORE_SDL = readFileSync(new URL('schema.graphql', import.meta.url), 'utf8');

/**
 * The core accounts subgraph with these accounts: a stand-in for whatever knows the rest of an account. It shows all to
 * everyone, where a real one has rules of its own. `readAccounts` gives them whenever somebody asks. Port 0 takes a free one.
 */
export async function startCore(readAccounts, port = 0) {
  const byName = () => [...readAccounts()].sort((one, other) => one.name.localeCompare(other.name));
  const schema = buildSubgraphSchema([
    {
      typeDefs: parse(CORE_SDL),
      resolvers: {
        Query: { coreAccounts: (_, { first }) => byName().slice(0, Math.max(0, first)) },
        // Null for one that is not known here, so that what the other subgraph knows of it stays.
        Account: { __resolveReference: ({ id }) => readAccounts().find((account) => account.id === id) ?? null },
      },
    },
  ]);
  const yoga = createYoga({ schema, graphiql: false, landingPage: false, cors: false, logging: 'warn' });
  const { url, close } = await listen(yoga, port);
  return { url, stop: close };
}
