// What anyone would write: Apollo Server, dataloader and TypeORM repositories.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { DataSource } from 'typeorm';
import * as entities from './apollo-entities.mjs';
import { loadersFor } from './apollo-loaders.mjs';
import { tellUrl, told } from './process.mjs';
import { RESOLVERS } from './resolvers.mjs';
import { FEDERATED } from './schema.mjs';
import { tokenVerifier } from './tokens.mjs';

const verify = await tokenVerifier(told.keys);
const source = await new DataSource({
  type: 'postgres',
  url: told.databaseUrl,
  entities: Object.values(entities),
  poolSize: 10,
}).initialize();
const server = new ApolloServer({
  schema: buildSubgraphSchema([{ typeDefs: parse(FEDERATED), resolvers: RESOLVERS }]),
  introspection: false,
});
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => ({ loaders: loadersFor(source, await verify(req.headers.authorization)) }),
});
tellUrl(new URL(url).port);
