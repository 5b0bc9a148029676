import { Database, type Reader, type Transaction } from '../../../src/persistence/engine/database';
import { GUARD_ONLY } from '../../../src/persistence/engine/guard-key';
import { sql } from '../../../src/persistence/engine/sql';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';
import { admin } from '../../support/resellers';
import { type Door, openDoor } from '../../support/wire/door';
import { calledBy } from '../../support/world';

/** What is sent often is kept by name where the server itself answers, and nowhere else; what it is at odds with is sent anew. */

let world: TestDatabase;
let door: Door;
let database: Database;

const open = () =>
  Database.connect({
    portal: { url: door.through(world.portalUrl), poolSize: 3 },
    sync: { url: door.through(world.syncUrl), poolSize: 3 },
  });

beforeAll(async () => {
  world = await createTestDatabase();
  await world.sql('CREATE TABLE kept (id integer PRIMARY KEY, name text)');
  await world.sql('GRANT SELECT, INSERT ON kept TO PUBLIC');
  await world.sql(`INSERT INTO kept VALUES (1, 'one'), (2, 'two')`);
  door = await openDoor(world.ownerUrl);
});
beforeEach(async () => {
  door.isPooler = false;
  database = await open();
});
afterEach(() => database.close());
afterAll(async () => {
  await door.close();
  await world.drop();
});

const byId = (reader: Reader, id: number) => reader.query(sql`SELECT kept.* FROM public.kept WHERE kept.id = ${id}`);
const inTransaction = <T>(work: (transaction: Transaction) => Promise<T>) =>
  database.transaction(GUARD_ONLY, calledBy(admin), work);
const NAMES = sql`SELECT statement FROM pg_prepared_statements`;

/** Asks often enough, and gives what the connection keeps then. */
async function keptAfter(ask: (reader: Reader) => Promise<unknown>, times = 5): Promise<string[]> {
  return inTransaction(async (transaction) => {
    for (let time = 0; time < times; time += 1) await ask(transaction);
    const rows = (await transaction.query(NAMES)) as { statement: string }[];
    return rows.map(({ statement }) => statement);
  });
}

test('what is sent a third time is kept; what is sent less often, or without values, is not', async () => {
  const kept = ['SELECT kept.* FROM public.kept WHERE kept.id = $1'];
  expect(await keptAfter((reader) => reader.query(sql`SELECT 1`))).toEqual([]);
  expect(await keptAfter((reader) => byId(reader, 1), 2)).toEqual([]);
  expect(await keptAfter((reader) => byId(reader, 1), 1)).toEqual(kept);
});

test.each([
  ['a page', sql`SELECT FROM public.kept WHERE kept.id > ${0} LIMIT 10`],
  ['a count', sql`SELECT count(*) FROM public.kept WHERE kept.id > ${0}`],
  ['a search', sql`SELECT FROM public.kept WHERE to_tsvector('simple', kept.name) @@ to_tsquery('simple', ${'one'})`],
])('%s is planned for its values each time', async (_what, statement) => {
  expect(await keptAfter((reader) => reader.query(statement))).toEqual([]);
});

test('through a pooler nothing is kept, and all is answered', async () => {
  await database.close();
  door.isPooler = true;
  database = await open();
  expect(await keptAfter((reader) => byId(reader, 1))).toEqual([]);
  expect(await byId(database.reader(admin), 2)).toEqual([{ id: 2, name: 'two' }]);
});

test('a name that another session was told: the transaction is done again without, and so is all that follows', async () => {
  await keptAfter((reader) => byId(reader, 1));
  let attempts = 0;
  const found = await inTransaction(async (transaction) => {
    attempts += 1;
    await transaction.write(sql`INSERT INTO public.kept VALUES (3, 'three')`);
    // As a pooler would that gives the transaction to a session in which nothing was prepared.
    if (attempts === 1) await transaction.write(sql`DEALLOCATE ALL`);
    return byId(transaction, 3);
  });
  expect([attempts, found]).toEqual([2, [{ id: 3, name: 'three' }]]);
  expect(await world.sql('SELECT FROM kept WHERE id = 3')).toHaveLength(1);
  expect(await keptAfter((reader) => byId(reader, 1))).toEqual([]);
});

test('a statement that fails before it has a name does not end the keeping of others', async () => {
  const wrong = (reader: Reader) => reader.query(sql`SELECT no_such_column FROM public.kept WHERE kept.id = ${1}`);
  const reader = database.reader(admin);
  for (let time = 0; time < 4; time += 1) {
    const settled = await Promise.allSettled([wrong(reader), wrong(reader), wrong(reader)]);
    expect(settled.map((one) => one.status === 'rejected' && one.reason.code)).toContain('42703');
  }
  expect(await keptAfter((reader) => byId(reader, 1))).toHaveLength(1);
});

test('what a migration has changed meanwhile is read as it is now, on every connection', async () => {
  const reader = database.reader(admin);
  const onEach = () => Promise.all(Array.from({ length: 3 }, () => inTransaction((one) => byId(one, 1))));
  for (let time = 0; time < 4; time += 1) await Promise.all([onEach(), byId(reader, 1)]);
  await world.sql('ALTER TABLE kept ADD added integer DEFAULT 7');
  const now = [{ id: 1, name: 'one', added: 7 }];
  expect(await byId(reader, 1)).toEqual(now);
  expect(await onEach()).toEqual([now, now, now]);
  await world.sql('ALTER TABLE kept DROP added');
  expect(await onEach()).toEqual(Array.from({ length: 3 }, () => [{ id: 1, name: 'one' }]));
  expect(await keptAfter((one) => byId(one, 1))).toHaveLength(1);
});
