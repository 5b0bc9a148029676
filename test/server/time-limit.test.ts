import { startToyServer } from './toy-server';

test.each([
  ['may have changed something is answered, and that is said not to be known', true, 504, 'OUTCOME_UNKNOWN'],
  ['has begun no change is answered with a 503 to try again after', false, 503, 'TEMPORARILY_UNAVAILABLE'],
])('an operation that takes too long and %s', async (_what, mayHaveChanged, status, code) => {
  const server = await startToyServer({ requestTimeoutMs: 100, giveUp: () => mayHaveChanged });
  const startedAt = performance.now();
  const late = await server.ask('{ gate }');
  const milliseconds = performance.now() - startedAt;
  server.openGate();
  const soon = await server.ask('{ gate }');
  await server.stop();

  expect(milliseconds).toBeLessThan(1_000);
  expect([late.status, late.headers.get('retry-after')]).toEqual([status, mayHaveChanged ? null : '1']);
  const [{ message, extensions }] = late.body.errors;
  expect([extensions.code, extensions.retryable]).toEqual([code, mayHaveChanged ? undefined : true]);
  expect(message).toMatch(mayHaveChanged ? /not known/ : /Nothing was changed/);
  expect(soon.body).toEqual({ data: { gate: 'open' } });
});

test('the context counts as well, and its failure afterwards harms nobody', async () => {
  let fail: (error: Error) => void = () => undefined;
  const server = await startToyServer({
    requestTimeoutMs: 50,
    createContext: () =>
      new Promise((_, reject) => {
        fail = reject;
      }),
  });
  expect((await server.ask('{ who }')).status).toBe(503);
  fail(new Error('too late to matter'));
  expect((await server.request('/livez')).status).toBe(200);
  await server.stop();
});
