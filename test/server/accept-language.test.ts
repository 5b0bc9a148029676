import type { GraphqlCall } from '../../src/server/graphql-endpoint';
import { startToyServer } from './toy-server';

test('what a caller sends of its languages is known where its operation is answered', async () => {
  const seen: (string | undefined)[] = [];
  const server = await startToyServer({
    createContext: ({ caller, requestId, acceptLanguage, record }: GraphqlCall) => {
      seen.push(acceptLanguage);
      return { caller, requestId, record };
    },
  });
  try {
    const authorization = `Bearer ${server.tokens.person}`;
    await server.ask('{ who }', { authorization, 'accept-language': 'de-AT, en;q=0.5' });
    expect(seen).toEqual(['de-AT, en;q=0.5']);
  } finally {
    await server.stop();
  }
});
