import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examine } from '../../../src/doctor/examination';
import { operatorsEnvironment } from '../../doctor/operators-environment';
import { anIssuerKey, type KeyServer, startKeyServer } from '../../identity/key-server';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';

// A login's limit holds in the whole cluster: this is tried while no other test uses it.

const ROLES = ['reseller_accounts_portal', 'reseller_accounts_sync'];

let database: TestDatabase;
let keys: KeyServer;
let folder: string;
let before: readonly { readonly rolname: string; readonly rolconnlimit: number }[];

const limit = (role: string, most: number) => database.sql(`ALTER ROLE ${role} CONNECTION LIMIT ${most}`);

beforeAll(async () => {
  database = await createTestDatabase();
  keys = await startKeyServer((await anIssuerKey('one')).publicJwk);
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  before = await database.sql(`SELECT rolname, rolconnlimit FROM pg_roles WHERE rolname = ANY ('{${ROLES}}')`);
  for (const role of ROLES) await limit(role, 5);
});
afterAll(async () => {
  for (const { rolname, rolconnlimit } of before) await limit(rolname, rolconnlimit);
  rmSync(folder, { recursive: true, force: true });
  await keys.stop();
  await database.drop();
});

test('what is looked at takes few connections, of those that a server that is busy has left', async () => {
  const found = await examine({ ...operatorsEnvironment(database, keys.url), DATA_DIR: folder });
  expect(found.filter(({ verdict }) => verdict === 'fault').map(({ check }) => check)).toEqual([
    'connections',
    'connections',
  ]);
});
