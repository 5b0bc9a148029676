import { integer } from '../../../src/persistence/engine/column';
import { Watch } from '../../../src/persistence/engine/connection/watch';
import { value } from '../../../src/persistence/engine/select';
import { sql } from '../../../src/persistence/engine/sql';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';

let database: TestDatabase;
let watch: Watch;

beforeAll(async () => {
  database = await createTestDatabase();
  watch = new Watch({ url: database.portalUrl, poolSize: 10 });
});
afterAll(async () => {
  await watch.close();
  await database.drop();
});

const PID = sql`SELECT ${value('pid', integer(), sql`pg_backend_pid()`)}`;

test('whoever looks after the database has one connection, kept over all that is asked', async () => {
  const [first] = await watch.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const others = await Promise.all(Array.from({ length: 5 }, () => watch.catalog.query(PID)));
  expect(others).toEqual(others.map(() => [first]));
});

test('one that breaks is made anew by who asks next', async () => {
  const [{ pid } = { pid: 0 }] = await watch.catalog.query(PID);
  await database.sql('SELECT pg_terminate_backend($1, 5000)', [pid]);
  const again = await watch.catalog.query(PID).catch(() => watch.catalog.query(PID));
  expect(again).toEqual([{ pid: expect.any(Number) }]);
  expect(again).not.toEqual([{ pid }]);
});

test('a statement that fails leaves no transaction open behind it', async () => {
  await expect(watch.catalog.query(sql`SELECT 1 / 0`)).rejects.toMatchObject({ code: '22012' });
  expect(await watch.catalog.query(PID)).toHaveLength(1);
});

test('definitions are printed alike, whatever the settings of the database are', async () => {
  const name = new URL(database.ownerUrl).pathname.slice(1);
  await database.sql(`ALTER DATABASE ${name} SET quote_all_identifiers = on`);
  await database.sql(`ALTER DATABASE ${name} SET search_path = pg_catalog`);
  const odd = new Watch({ url: database.portalUrl, poolSize: 1 });
  const printed = sql`SELECT pg_get_constraintdef(oid) AS line FROM pg_constraint WHERE conname = 'fk_invoices_account'`;
  expect(await odd.catalog.query(printed)).toEqual([{ line: 'FOREIGN KEY (account_id) REFERENCES accounts(id)' }]);
  await odd.close();
});
