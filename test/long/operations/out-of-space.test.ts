import { createTestDatabase, type TestDatabase } from '../../support/cluster';
import { type Program, startProgram } from '../../support/program';
import { readyzAnew, readyzOnceItIs } from '../readiness';

/** A disk that is full still reads: the server is not ready, and says why, until there is room again. */

let database: TestDatabase;
let program: Program;

beforeAll(async () => {
  database = await createTestDatabase();
  // What the probe asks the disk for is not given.
  await database.sql(`ALTER DATABASE ${new URL(database.ownerUrl).pathname.slice(1)} SET temp_file_limit = '64kB'`);
  program = await startProgram(database);
});
afterAll(async () => {
  await program.stop();
  await database.drop();
});

const FULL = `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
  CREATE TRIGGER full_disk BEFORE INSERT ON permission_rules EXECUTE FUNCTION full_disk()`;

async function save() {
  const token = await program.issuer?.tokenForPerson({ userId: 'root', groups: [], administrator: true });
  const { status, headers, body } = await program.post(
    { query: 'mutation { savePermissionRule(input: { name: "R", grants: [] }) { userErrors { code } } }' },
    { authorization: `Bearer ${token}` },
  );
  const { userErrors } = body.data.savePermissionRule;
  return [status, headers.get('retry-after'), userErrors.map(({ code }: { code: string }) => code)];
}

test('a write that finds no room is a 503, and /readyz is red until there is some', async () => {
  expect((await readyzOnceItIs(200, program)).body).toEqual({ status: 'ready', checks: [] });
  await database.sql(FULL);
  expect(await save()).toEqual([503, '1', ['TEMPORARILY_UNAVAILABLE']]);
  const red = { status: 'not ready', checks: [{ name: 'space', message: expect.stringContaining('no room') }] };
  expect((await readyzOnceItIs(503, program)).body).toEqual(red);
  expect((await readyzAnew(program)).body).toEqual(red);
  await database.sql('DROP FUNCTION full_disk CASCADE');
  await database.sql(`ALTER DATABASE ${new URL(database.ownerUrl).pathname.slice(1)} RESET temp_file_limit`);
  await database.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()
    AND application_name = 'reseller-accounts'`);
  expect((await readyzOnceItIs(200, program)).body).toEqual({ status: 'ready', checks: [] });
  expect(await save()).toEqual([200, null, []]);
});
