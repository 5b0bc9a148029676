// graphql-yoga with pg and dataloader.
import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import DataLoader from 'dataloader';
import { parse } from 'graphql';
import { createYoga } from 'graphql-yoga';
import { tellUrl, told } from './process.mjs';
import { readAccounts, readHistory, readPage, readRules, readSubscriptions } from './readers.mjs';
import { RESOLVERS } from './resolvers.mjs';
import { FEDERATED } from './schema.mjs';
import { tokenVerifier } from './tokens.mjs';

const verify = await tokenVerifier(told.keys);
const yoga = createYoga({
  schema: buildSubgraphSchema([{ typeDefs: parse(FEDERATED), resolvers: RESOLVERS }]),
  context: async ({ request }) => {
    const caller = await verify(request.headers.get('authorization'));
    return { loaders: loadersFor(caller) };
  },
  graphiql: false,
  landingPage: false,
  logging: false,
});
const server = createServer(yoga);
server.listen(0, '127.0.0.1', () => tellUrl(server.address().port));

function loadersFor(caller) {
  return {
    accounts: new DataLoader((ids) => readAccounts(caller, ids)),
    page: (limit) => readPage(caller, limit),
    rules: new DataLoader(readRules),
    subscriptions: new DataLoader(readSubscriptions),
    history: new DataLoader(readHistory),
  };
}
