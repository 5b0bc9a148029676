import { readGuards } from '../../../src/persistence/integrity/database-catalog';
import { DATABASE_GUARDS } from '../../../src/persistence/integrity/database-guards-manifest';
import { DISTRIBUTED_FORMS, inDistributedForm } from '../../../src/persistence/integrity/distributed-forms';
import { PLACEMENTS } from '../../../src/persistence/set-up/placement';
import { TABLES } from '../../../src/persistence/tables/all-tables';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const guards = () => readGuards({ query: (statement) => database.sql(statement.text) });

test('every table has its place, and below an account it is by account_id', () => {
  expect(Object.keys(PLACEMENTS).sort()).toEqual(TABLES.map(({ name }) => name).sort());
  for (const { name, columns } of TABLES) {
    const placement = PLACEMENTS[name];
    const isBelow = Object.hasOwn(columns, 'accountId') && !['tenant_resellers', 'source_identities'].includes(name);
    expect([name, typeof placement !== 'string' && placement.by === 'account_id']).toEqual([name, isBelow]);
  }
});

test('the catalog tells of the forms of a cluster what is expected of it there, and of nothing else', async () => {
  expect(await guards()).toEqual(DATABASE_GUARDS);
  // What they call is there on a cluster alone.
  await database.sql('SET check_function_bodies = off');
  for (const statement of DISTRIBUTED_FORMS) await database.sql(statement);
  expect(await guards()).toEqual([...inDistributedForm(DATABASE_GUARDS)].sort());
  expect(inDistributedForm(DATABASE_GUARDS)).not.toEqual(DATABASE_GUARDS);
});
