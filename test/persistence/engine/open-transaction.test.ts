import { DomainError } from '../../../src/domain/errors';
import { Database, type Transaction } from '../../../src/persistence/engine/database';
import { GUARD_ONLY } from '../../../src/persistence/engine/guard-key';
import { sql } from '../../../src/persistence/engine/sql';
import { admin, setUpResellers } from '../../support/resellers';
import { type Door, isCommit, openDoor, type Passage } from '../../support/wire/door';
import { calledBy, createWorld, type World } from '../../support/world';

/** Statements are sent before those before them are answered: what failed is told as what it is, and nothing is half done. */

let world: World;
let door: Door;
let database: Database;
let accountId: string;

beforeAll(async () => {
  world = await createWorld();
  ({ accountId } = (await setUpResellers(world)).alpha);
  door = await openDoor(world.ownerUrl);
  database = await Database.connect({
    portal: { url: door.through(world.portalUrl), poolSize: 4 },
    sync: { url: door.through(world.syncUrl), poolSize: 4 },
  });
});
afterEach(() => {
  door.guard = null;
});
afterAll(async () => {
  await database.close();
  await door.close();
  await world.close();
});

function inTransaction<T>(work: (transaction: Transaction) => Promise<T>, more = {}): Promise<T> {
  return database.transaction(GUARD_ONLY, { ...calledBy(admin), ...more }, work);
}
const line = (text: string) => sql`INSERT INTO account_history (account_id, kind, text, actor)
  VALUES (${accountId}, 'EDITED', ${text}, 'pipelined')`;
const lines = async () =>
  (await world.sql<{ text: string }>(`SELECT text FROM account_history WHERE actor = 'pipelined' ORDER BY text`)).map(
    ({ text }) => text,
  );
beforeEach(() => world.sql(`DELETE FROM account_history WHERE actor = 'pipelined'`));

const DIVIDED = sql`SELECT 1 / 0`;
const codeOf = (error: unknown) =>
  error instanceof DomainError ? error.refusals[0].code : (error as { code?: string }).code;
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => codeOf(error),
  );

describe('the first statement that fails', () => {
  test('is the one that is told, by all that are sent behind it, whichever is waited for first', async () => {
    const seen: unknown[] = [];
    const failed = inTransaction(async (transaction) => {
      const sent = [DIVIDED, sql`SELECT 1`, sql`SELECT 'x'::integer`].map((one) => transaction.query(one));
      for (const one of sent.reverse()) await one.catch((error: unknown) => seen.push(codeOf(error)));
    });
    expect(await failureOf(failed)).toBe('22012');
    expect(seen).toEqual(['22012', '22012', '22012']);
  });

  test('leaves the others unheard: whoever gave up at the first ends nothing but the transaction', async () => {
    const failed = inTransaction(async (transaction) => {
      const [first, ...others] = [DIVIDED, sql`SELECT 1`, sql`SELECT 2`].map((one) => transaction.query(one));
      await first;
      await Promise.all(others);
    });
    expect(await failureOf(failed)).toBe('22012');
  });

  test('is never committed over, though nobody minded it', async () => {
    const failed = inTransaction(async (transaction) => {
      await transaction.write(line('before'));
      await transaction.query(DIVIDED).catch(() => undefined);
    });
    expect(await failureOf(failed)).toBe('22012');
    expect(await lines()).toEqual([]);
  });

  test('may be one that nobody waited for', async () => {
    const failed = inTransaction(async (transaction) => {
      await transaction.write(line('before'));
      void transaction.query(DIVIDED);
    });
    expect(await failureOf(failed)).toBe('22012');
    expect(await lines()).toEqual([]);
  });

  test('the twin: where none fails all is written, in its order', async () => {
    await inTransaction(async (transaction) => {
      await Promise.all([transaction.write(line('a')), transaction.write(line('b')), transaction.query(sql`SELECT 1`)]);
      transaction.writeAtCommit(line('c'));
    });
    expect(await lines()).toEqual(['a', 'b', 'c']);
  });
});

describe('a transaction that could not begin', () => {
  /** What the server, or a pooler in between, may answer to the first statement, though the connection lasts. */
  const failing = async (work: (transaction: Transaction) => Promise<unknown>) => {
    door.guard = ({ statement, pass, passInstead }) => {
      if (statement.includes('START TRANSACTION')) passInstead('SELECT no_such_column');
      else pass();
    };
    return failureOf(inTransaction(work));
  };

  test('writes nothing, though it was not waited for', async () => {
    expect(await failing((transaction) => transaction.write(line('alone')))).toBe('42703');
    expect(
      await failing((transaction) => Promise.all([transaction.query(sql`SELECT 1`), transaction.write(line('alone'))])),
    ).toBe('42703');
    expect(await lines()).toEqual([]);
  });

  test('gives nothing of what was read meanwhile', async () => {
    const given: unknown[] = [];
    const failed = await failing(async (transaction) => {
      given.push(await transaction.query(sql`SELECT 1`));
      throw new Error('decided on rows of nobody');
    });
    expect([failed, given]).toEqual(['42703', []]);
  });

  test('and what comes after a write comes after it, also before the beginning is answered', async () => {
    const counts = await inTransaction(async (transaction) => {
      const written = transaction.write(line('first'));
      const counted = transaction.query(sql`SELECT FROM account_history WHERE actor = 'pipelined'`);
      await written;
      return (await counted).length;
    });
    expect(counts).toBe(1);
  });
});

describe('what still waits for the beginning when the work is given up', () => {
  test('is not sent behind the end, where it would stand alone and stay', async () => {
    const failed = inTransaction(async (transaction) => {
      void transaction.write(line('alone'));
      throw new Error('given up');
    });
    await expect(failed).rejects.toThrow('given up');
    // Whatever was sent down that connection has been done when this is answered.
    await inTransaction((transaction) => transaction.query(sql`SELECT 1`));
    expect(await lines()).toEqual([]);
  });

  test('is taken back with its part in a rehearsal', async () => {
    const counted = await inTransaction(
      async (transaction) => {
        const part = transaction.attempt(async () => {
          void transaction.write(line('part'));
          throw new Error('given up');
        });
        await expect(part).rejects.toThrow('given up');
        return transaction.query(sql`SELECT FROM account_history WHERE actor = 'pipelined'`);
      },
      { isRehearsal: true },
    );
    expect(counted).toHaveLength(0);
  });

  test('the twin: what still waits when the work is done is committed with it', async () => {
    await inTransaction(async (transaction) => {
      void transaction.write(line('along'));
    });
    expect(await lines()).toEqual(['along']);
  });

  test('nothing is sent in a transaction that has ended', async () => {
    let ended: Transaction | undefined;
    await inTransaction(async (transaction) => {
      ended = transaction;
    });
    await expect(ended?.write(line('late'))).rejects.toThrow('has ended');
    await expect(ended?.query(sql`SELECT 1`)).rejects.toThrow('has ended');
    expect(await lines()).toEqual([]);
  });
});

describe('what is written at the commit', () => {
  const LATE = 'the last word';
  const withLast = (more: object = {}) =>
    inTransaction(async (transaction) => {
      await transaction.write(line('first'));
      transaction.writeAtCommit(line(LATE));
    }, more);

  test('fails the transaction with what it fails with, and nothing of it stays', async () => {
    const failed = inTransaction(async (transaction) => {
      await transaction.write(line('first'));
      transaction.writeAtCommit(sql`INSERT INTO account_history (account_id) VALUES (${accountId})`);
      transaction.writeAtCommit(line(LATE));
    });
    expect(await failureOf(failed)).toBe('23502');
    expect(await lines()).toEqual([]);
  });

  test('fails it also where the driver could not send it: COMMIT is not sent then', async () => {
    const unfit = { toPostgres: () => assertNever() };
    const failed = inTransaction(async (transaction) => {
      await transaction.write(line('first'));
      transaction.writeAtCommit(sql`INSERT INTO account_history (text) VALUES (${unfit as unknown as string})`);
    });
    await expect(failed).rejects.toThrow('cannot be written');
    expect(await lines()).toEqual([]);
  });

  /** At the last write, which goes in one packet with COMMIT, or at COMMIT itself. */
  const isLast = ({ message }: Passage) => message.toString('latin1').includes(LATE);
  test.each<[string, (passage: Passage) => boolean, (passage: Passage) => void, boolean]>([
    ['at the last write, before it was made', isLast, ({ cut }) => cut(), false],
    ['at COMMIT, before it was made', isCommit, ({ cut }) => cut(), false],
    ['at COMMIT, after it was made', isCommit, ({ loseAnswer }) => loseAnswer(), true],
    ['at the last write, after all was made', isLast, ({ loseAnswer }) => loseAnswer(), true],
  ])('is not known when the connection breaks %s', async (_what, isAt, act, isMade) => {
    door.guard = (passage) => (isAt(passage) ? act(passage) : passage.pass());
    expect(await failureOf(withLast())).toBe('OUTCOME_UNKNOWN');
    door.guard = null;
    // The database may still be at it.
    while (isMade && (await lines()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await lines()).toEqual(isMade ? ['first', LATE] : []);
  });

  test('was not made when the connection breaks before', async () => {
    door.guard = ({ message, cut, pass }) => (message.toString('latin1').includes('first') ? cut() : pass());
    expect(await failureOf(withLast())).toBe('TEMPORARILY_UNAVAILABLE');
    expect(await lines()).toEqual([]);
  });

  test('is rolled back in a rehearsal, which refuses what a commit would', async () => {
    expect(await failureOf(withLast({ isRehearsal: true }))).toBe('none');
    const failed = inTransaction(
      async (transaction) => {
        transaction.writeAtCommit(sql`INSERT INTO account_history (account_id) VALUES (${accountId})`);
      },
      { isRehearsal: true },
    );
    expect(await failureOf(failed)).toBe('23502');
    expect(await lines()).toEqual([]);
  });
});

test('a connection whose transaction did not end is not used again', async () => {
  const pid = await inTransaction((transaction) => transaction.query(sql`SELECT pg_backend_pid() AS pid`));
  door.guard = ({ statement, pass, passInstead }) => {
    if (statement === 'ROLLBACK') passInstead('SELECT 1');
    else pass();
  };
  await failureOf(inTransaction(async () => Promise.reject(new Error('given up'))));
  door.guard = null;
  const next = await inTransaction((transaction) => transaction.query(sql`SELECT pg_backend_pid() AS pid`));
  expect(next).not.toEqual(pid);
});

function assertNever(): never {
  throw new Error('cannot be written');
}
