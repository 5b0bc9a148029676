import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { startProgram } from '../support/program';
import { startSpanReceiver } from './span-receiver';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const loaded = () => Object.keys(require.cache).filter((path) => /@opentelemetry|\/open-telemetry\//.test(path));

// In this order: what is loaded once stays.
test('without an endpoint nothing of OpenTelemetry is loaded', async () => {
  const program = await startProgram(database, { OTEL_SERVICE_NAME: 'any' });
  expect((await program.get('/readyz')).status).toBe(200);
  expect((await program.post({ query: '{ __typename }' })).status).toBe(200);
  await program.stop();
  expect(loaded()).toEqual([]);
});

test('nor where it is switched off', async () => {
  const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://127.0.0.1:4318';
  await (await startProgram(database, { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: 'true' })).stop();
  expect(loaded()).toEqual([]);
});

test('with one it is', async () => {
  const receiver = await startSpanReceiver();
  await (await startProgram(database, { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url })).stop();
  await receiver.stop();
  expect(loaded().length).toBeGreaterThan(0);
});
