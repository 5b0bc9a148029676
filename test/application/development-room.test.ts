import { anIssuerKey } from '../identity/key-server';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { startProgram } from '../support/program';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Which modules of ours this file has loaded so far. scripts/check-import-rules.mjs looks after what main.ts loads. */
const loaded = (room: string) => Object.keys(require.cache).filter((path) => path.includes(`/src/${room}/`));

// In this order: what is loaded once stays.
test('a server with a database and issuers of its own loads nothing of the development room', async () => {
  const key = await anIssuerKey('any');
  const issuer = (name: string) => ({
    [`${name}_ISSUER`]: `https://${name.toLowerCase()}.example`,
    [`${name}_PUBLIC_KEY`]: JSON.stringify(key.publicJwk),
    [`${name}_AUDIENCE`]: 'accounts',
  });
  const program = await startProgram(database, { ...issuer('PEOPLE'), ...issuer('SYNC') });
  expect((await program.get('/readyz')).status).toBe(200);
  await program.stop();
  expect(loaded('application')).not.toEqual([]);
  expect(loaded('development')).toEqual([]);
});

test('a server without issuers loads the local one, and still no embedded PostgreSQL', async () => {
  await (await startProgram(database)).stop();
  expect(loaded('development/local-issuer')).not.toEqual([]);
  expect(loaded('development/embedded-postgres')).toEqual([]);
  expect(loaded('development/demo')).toEqual([]);
});
