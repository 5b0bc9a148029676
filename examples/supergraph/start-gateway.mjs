import { createGatewayRuntime } from '@graphql-hive/gateway';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { GraphQLError } from 'graphql';
import { listen } from './listen.mjs';

/** Who calls, in which language people are to be answered, and which trace the request is part of. */
function passedOn(headers) {
  const names = ['authorization', 'accept-language', 'traceparent', 'tracestate'];
  return Object.fromEntries(names.map((name) => [name, headers.get(name)]).filter(([, value]) => value !== null));
}

/**
 * Hive Gateway in front of the subgraphs of a supergraph. `withToken` names those that the caller's token goes to: each
 * decides for itself who the caller is, and no other needs to see it; `alsoSent` goes with it. Nothing is reported to anyone, and GraphiQL is the
 * page that has everything in it. Port 0 takes a free one.
 */
export async function startGateway(supergraph, { withToken, alsoSent = {}, port = 0 }) {
  const gateway = createGatewayRuntime({
    supergraph,
    propagateHeaders: {
      fromClientToSubgraphs: ({ request, subgraphName }) =>
        withToken.includes(subgraphName) ? { ...alsoSent, ...passedOn(request.headers) } : {},
    },
    plugins: () => [sayWhichIsDown()],
    renderGraphiQL,
    landingPage: false,
    cors: false,
    logging: 'warn',
  });
  const { url, close } = await listen(gateway, port);
  return {
    url,
    stop: async () => {
      await close();
      await gateway.dispose();
    },
  };
}

/**
 * A subgraph that cannot be reached is told by its name and a code. The gateway itself would mask that, and would log the
 * whole request once for each field that is missing.
 */
function sayWhichIsDown() {
  return {
    onSubgraphExecute:
      ({ subgraphName }) =>
      ({ result, setResult }) => {
        if (!result.errors?.some(({ extensions }) => extensions?.code === 'SUBREQUEST_HTTP_ERROR')) return;
        console.error(`${subgraphName} cannot be reached: ${result.errors[0].message}`);
        const extensions = { code: 'SUBGRAPH_UNAVAILABLE', serviceName: subgraphName };
        setResult({ errors: [new GraphQLError(`${subgraphName} cannot be reached.`, { extensions })] });
      },
  };
}
