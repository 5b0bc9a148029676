import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { type Program, startProgram } from '../support/program';

let database: TestDatabase;
let program: Program;
let accountId: string;
let tokens: Record<'administrator' | 'user' | 'sync', string>;

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startProgram(database);
  const { issuer } = program;
  if (!issuer) throw new Error('There is no local issuer');
  const person = (administrator: boolean) => issuer.tokenForPerson({ userId: 'anna', groups: [], administrator });
  const [administrator, user] = await Promise.all([person(true), person(false)]);
  const { body } = await program.post(
    {
      query: `mutation { createTenantReseller(input: { name: "Alpha", currency: "EUR", separateInvoices: true }) {
        tenantReseller { id account { id } } } }`,
    },
    { authorization: `Bearer ${administrator}` },
  );
  const { tenantReseller } = body.data.createTenantReseller;
  accountId = tenantReseller.account.id;
  tokens = { administrator, user, sync: await issuer.tokenForSync({ tenantResellerId: tenantReseller.id }) };
});
afterAll(async () => {
  await program.stop();
  await database.drop();
});

const ask = (token: string) =>
  program.post(
    { query: 'query ($id: ID!) { account(id: $id) { id } }', variables: { id: accountId } },
    { authorization: `Bearer ${token}` },
  );

/** Holds the whole table, as a migration by hand or a VACUUM FULL does. */
async function withAccountsLocked<T>(work: () => Promise<T>): Promise<T> {
  const other = new Client({ connectionString: database.ownerUrl });
  await other.connect();
  try {
    await other.query('BEGIN; LOCK TABLE accounts IN ACCESS EXCLUSIVE MODE');
    return await work();
  } finally {
    await other.end();
  }
}

test('an account that is not to be had in time is a 503 to try again after, whoever asks; then it is answered', async () => {
  const callers = ['administrator', 'user', 'sync'] as const;
  const askAll = () => Promise.all(callers.map((who) => ask(tokens[who])));
  const refused = await withAccountsLocked(askAll);
  const said = refused.map(({ status, headers, body }, at) => [
    callers[at],
    status,
    headers.get('retry-after'),
    body.errors.map(({ extensions }: { extensions: object }) => extensions),
  ]);
  const extensions = [expect.objectContaining({ code: 'TEMPORARILY_UNAVAILABLE', retryable: true })];
  expect(said).toEqual(callers.map((who) => [who, 503, '1', extensions]));
  const answered = await askAll();
  const then = answered.map(({ status, headers, body }) => [status, headers.get('retry-after'), body.errors]);
  expect(then).toEqual(callers.map(() => [200, null, undefined]));
});
