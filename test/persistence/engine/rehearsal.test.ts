import { DomainError } from '../../../src/domain/errors';
import type { Transaction } from '../../../src/persistence/engine/database';
import { GUARD_ONLY } from '../../../src/persistence/engine/guard-key';
import { sql } from '../../../src/persistence/engine/sql';
import { admin, everyRow, setUpResellers, writtenSince } from '../../support/resellers';
import { calledBy, createWorld, type World } from '../../support/world';

let world: World;
let accountId: string;
let before: string[];

beforeAll(async () => {
  world = await createWorld();
  ({ accountId } = (await setUpResellers(world)).alpha);
  // Refused when it is committed, and not before.
  await world.sql(`CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'late'; END $$`);
  await world.sql(`CREATE CONSTRAINT TRIGGER late AFTER INSERT ON account_history DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.text = 'late') EXECUTE FUNCTION late()`);
});
beforeEach(async () => {
  before = await everyRow(world);
});
afterAll(() => world.close());

function rehearse<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return world.database.transaction(GUARD_ONLY, { ...calledBy(admin), isRehearsal: true }, work);
}
const line = (text: string) => sql`INSERT INTO account_history (account_id, kind, text, actor)
  VALUES (${accountId}, 'EDITED', ${text}, 'test') RETURNING id`;
const lines = async (transaction: Transaction) =>
  (await transaction.query(sql`SELECT FROM account_history WHERE account_id = ${accountId} AND actor = 'test'`)).length;

test('a rehearsal gives what its work gives, and leaves nothing', async () => {
  const found = await rehearse(async (transaction) => {
    expect(transaction.isRehearsal).toBe(true);
    await transaction.write(line('one'));
    return lines(transaction);
  });
  expect(found).toBe(1);
  expect(await writtenSince(world, before)).toEqual([]);
  // The twin.
  await world.database.transaction(GUARD_ONLY, calledBy(admin), (transaction) => transaction.write(line('stays')));
  expect(await writtenSince(world, before)).not.toEqual([]);
});

test('what a commit would refuse is refused in a rehearsal', async () => {
  await expect(rehearse((transaction) => transaction.write(line('late')))).rejects.toThrow('late');
  expect(await writtenSince(world, before)).toEqual([]);
});

test('a part that fails, also of what a commit would refuse, leaves the parts before it and after it', async () => {
  const here = await rehearse(lines);
  const found = await rehearse(async (transaction) => {
    await transaction.attempt(() => transaction.write(line('first')));
    for (const text of ['late', 'no text\0']) {
      await expect(transaction.attempt(() => transaction.write(line(text)))).rejects.toThrow();
    }
    // Once checked, checks wait again.
    await transaction.write(line('last'));
    return lines(transaction);
  });
  expect(found).toBe(here + 2);
  expect(await writtenSince(world, before)).toEqual([]);
});

test('a part of what is to stand is a fault: it has a transaction of its own', async () => {
  const work = (transaction: Transaction) => transaction.attempt(async () => undefined);
  await expect(world.database.transaction(GUARD_ONLY, calledBy(admin), work)).rejects.toThrow('of its own');
});

test('a connection that breaks before it is rolled back is unavailable, and never an outcome that is not known', async () => {
  const gone = rehearse(async (transaction) => {
    await transaction.write(line('gone'));
    await world.sql(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'reseller-accounts' AND state = 'idle in transaction'`,
    );
  });
  const error = await gone.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DomainError);
  expect((error as DomainError).refusals[0].code).toBe('TEMPORARILY_UNAVAILABLE');
  expect(await writtenSince(world, before)).toEqual([]);
});
