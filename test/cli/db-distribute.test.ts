import { runDbDistributeProgram } from '../../src/cli/db-distribute-program';
import { readGuards } from '../../src/persistence/integrity/database-catalog';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { runProgram } from './run-program';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const run = (...argv: string[]) => runProgram(runDbDistributeProgram, argv);
const guards = () => readGuards({ query: (statement) => database.sql(statement.text) });

test('of a database without the extension it says what to do, and changes nothing', async () => {
  const before = await guards();
  const { code, stdout, stderr } = await run('--url', database.ownerUrl);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toBe(
    'The extension citus is not in this database. Make it on every node (CREATE EXTENSION citus), and join the nodes on the coordinator.\n',
  );
  expect(await guards()).toEqual(before);
});

test('a login that is not the owner’s is told of what is missing, too', async () => {
  expect(await run('--url', database.portalUrl)).toMatchObject({ code: 1, stdout: '' });
});

test('a wrong call ends with 2, a question for help with 0', async () => {
  expect(await run('--unknown')).toMatchObject({ code: 2, stderr: expect.stringContaining('unknown option') });
  expect(await run('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('Citus cluster') });
});
