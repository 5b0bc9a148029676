import apollo from '@apollo/composition';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { parse } from 'graphql';
import { compose } from '../../examples/supergraph/compose.mjs';
import { startGateway } from '../../examples/supergraph/start-gateway.mjs';

const NAME = 'reseller-accounts';

/** The gateways that a portal may stand on, each with its own composer; both hand the caller's token to ours alone. */
export const GATEWAYS = [
  {
    name: 'Hive Gateway',
    start: (subgraphs) => startGateway(compose(subgraphs), { withToken: [NAME] }),
    codeWhenDown: 'SUBGRAPH_UNAVAILABLE',
  },
  { name: '@apollo/gateway', start: startApolloGateway, codeWhenDown: 'INTERNAL_SERVER_ERROR' },
];

async function startApolloGateway(subgraphs) {
  const { supergraphSdl, errors } = apollo.composeServices(
    subgraphs.map(({ name, sdl, url }) => ({ name, typeDefs: parse(sdl), url })),
  );
  if (!supergraphSdl) throw new Error(errors.map(({ message }) => message).join('\n'));
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name, url }) =>
      new RemoteGraphQLDataSource({
        url,
        willSendRequest: ({ request, context }) => {
          if (name === NAME && context.authorization) request.http.headers.set('authorization', context.authorization);
        },
      }),
  });
  const server = new ApolloServer({
    gateway,
    plugins: [ApolloServerPluginUsageReportingDisabled()],
    stopOnTerminationSignals: false,
  });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: async ({ req }) => ({ authorization: req.headers.authorization }),
  });
  return { url, stop: () => server.stop() };
}
