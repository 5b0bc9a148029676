import { text } from '../../src/persistence/engine/column';
import { boundsOf, Database } from '../../src/persistence/engine/database';
import { both, value } from '../../src/persistence/engine/select';
import { sql } from '../../src/persistence/engine/sql';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { startProgram } from '../support/program';
import { anAdministrator, aSync } from '../support/world';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const RESELLER = '0b5c7a52-8f0e-4c39-9d0a-5a1f6a2c9e11';
const PATIENCE = both(
  value('statement', text(), sql`current_setting('statement_timeout')`),
  value('lock', text(), sql`current_setting('lock_timeout')`),
);

test.each([
  [
    { statementTimeoutMs: 20_000, lockTimeoutMs: 6_000 },
    { statement: '20s', lock: '6s' },
  ],
  [
    { statementTimeoutMs: 1_000, lockTimeoutMs: 1_000 },
    { statement: '1s', lock: '1s' },
  ],
])('statements and waits for locks of either login take as long as they are let, %j', async (timeouts, expected) => {
  const login = (url: string) => ({ url, poolSize: 2, bounds: boundsOf(timeouts) });
  const other = await Database.connect({ portal: login(database.portalUrl), sync: login(database.syncUrl) });
  try {
    for (const caller of [anAdministrator(), aSync(RESELLER)]) {
      expect(await other.reader(caller).query(sql`SELECT ${PATIENCE}`)).toEqual([expected]);
    }
  } finally {
    await other.close();
  }
});

test('a statement that takes longer is broken off, and one that takes less is not', async () => {
  const bounds = boundsOf({ statementTimeoutMs: 1_000, lockTimeoutMs: 1_000 });
  const login = (url: string) => ({ url, poolSize: 2, bounds });
  const other = await Database.connect({ portal: login(database.portalUrl), sync: login(database.syncUrl) });
  const sleep = (seconds: number) =>
    other.reader(anAdministrator()).query(sql`SELECT ${value('slept', text(), sql`pg_sleep(${seconds})::text`)}`);
  try {
    await expect(sleep(5)).rejects.toThrow('TEMPORARILY_UNAVAILABLE');
    expect(await sleep(0.1)).toHaveLength(1);
  } finally {
    await other.close();
  }
});

test('a pool that is larger than what its login may have is warned of as the server starts, and another is not', async () => {
  const warned = 'the login may have fewer connections than POOL_SIZE and WORKERS take';
  for (const [POOL_SIZE, times] of [
    ['1000', 2],
    ['2', 0],
  ] as const) {
    const program = await startProgram(database, { POOL_SIZE });
    expect(program.log().split(warned)).toHaveLength(times + 1);
    await program.stop();
  }
});

test('KEEP_ALIVE_TIMEOUT is what callers are told of their connections', async () => {
  const program = await startProgram(database, { KEEP_ALIVE_TIMEOUT: '90' });
  try {
    expect((await program.get('/livez')).headers.get('keep-alive')).toBe('timeout=90');
  } finally {
    await program.stop();
  }
});
