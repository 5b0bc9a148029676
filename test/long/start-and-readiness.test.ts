import { UnguardedDatabaseError } from '../../src/persistence/integrity/database-guards';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { type Program, startProgram } from '../support/program';
import { readyzOnceItIs } from './readiness';

/** S22: the whole program on a database that somebody weakened. database-sabotage.test.ts has every way to do so. */

/** Each test undoes what it does to it. */
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const WEAKENED: [what: string, weaken: string, restore: string][] = [
  [
    'a trigger is off',
    'ALTER TABLE accounts DISABLE TRIGGER managed_account_keeps',
    'ALTER TABLE accounts ENABLE TRIGGER managed_account_keeps',
  ],
  [
    'row-level security is off',
    'ALTER TABLE accounts DISABLE ROW LEVEL SECURITY',
    'ALTER TABLE accounts ENABLE ROW LEVEL SECURITY',
  ],
  [
    'a grant was added',
    'GRANT DELETE ON accounts TO reseller_accounts_portal',
    'REVOKE DELETE ON accounts FROM reseller_accounts_portal',
  ],
];

test.each(WEAKENED)(
  'the server does not start when %s, and says what; it does once that is undone',
  async (_what, weaken, restore) => {
    await database.sql(weaken);
    const failure = await startProgram(database).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UnguardedDatabaseError);
    expect(String(failure)).toMatch(/missing|not ours/);
    await database.sql(restore);
    await (await startProgram(database)).stop();
  },
);

describe('/readyz of a running server', () => {
  let program: Program;
  beforeAll(async () => {
    program = await startProgram(database);
  });
  afterAll(() => program.stop());

  test.each(WEAKENED)('turns red when %s, and green once that is undone', async (_what, weaken, restore) => {
    expect((await program.get('/readyz')).status).toBe(200);
    const logged = program.log().length;
    await database.sql(weaken);
    const { status, body } = await readyzOnceItIs(503, program);
    expect({ status, checks: body.checks }).toEqual({
      status: 503,
      checks: [{ name: 'guards', message: expect.not.stringMatching(/accounts/) }],
    });
    expect(program.log().slice(logged)).toContain('accounts');
    await database.sql(restore);
    expect(await readyzOnceItIs(200, program)).toMatchObject({ status: 200 });
  });
});

test('the server does not start with the owner’s login, nor with the two logins changed about', async () => {
  const { ownerUrl, portalUrl, syncUrl } = database;
  const failureWith = async (env: Record<string, string>) =>
    String(await startProgram(database, env).catch((error: unknown) => error));
  expect(await failureWith({ DATABASE_URL: ownerUrl })).toMatch(
    /DATABASE_URL logs in as \S+, not as reseller_accounts_portal/,
  );
  expect(await failureWith({ SYNC_DATABASE_URL: ownerUrl })).toMatch(
    /SYNC_DATABASE_URL logs in as \S+, not as reseller_accounts_sync/,
  );
  expect(await failureWith({ DATABASE_URL: syncUrl, SYNC_DATABASE_URL: portalUrl })).toMatch(/DATABASE_URL logs in as/);
});
