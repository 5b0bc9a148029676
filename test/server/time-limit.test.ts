import { startToyServer } from './toy-server';

test('an operation that takes too long is answered, and what became of it is said not to be known', async () => {
  const server = await startToyServer({ requestTimeoutMs: 100 });
  const startedAt = performance.now();
  const late = await server.ask('{ gate }');
  const milliseconds = performance.now() - startedAt;
  server.openGate();
  const soon = await server.ask('{ gate }');
  await server.stop();

  expect(milliseconds).toBeLessThan(1_000);
  expect(late.status).toBe(503);
  expect(late.headers.get('retry-after')).toBe('1');
  expect(late.body.errors[0].extensions).toMatchObject({ code: 'TEMPORARILY_UNAVAILABLE', retryable: true });
  expect(late.body.errors[0].message).toContain('not known');
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
