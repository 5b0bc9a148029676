import { aCustomer, admin, aReseller, type Setup } from '../support/resellers';
import type { World } from '../support/world';
import { aRaceWorld } from './race-world';
import { aRacetrack, type Racetrack, raceAll } from './schedules';
import { ALL_WRITES, codesOf, copyIdOf, copyOf, refusalOf, standingOf, WRITES } from './writes';

let world: World;
let setup: Setup;
let track: Racetrack;

beforeAll(async () => {
  ({ world, setup } = await aRaceWorld());
  track = await aRacetrack(world);
});
afterAll(async () => {
  await track.close();
  await world.close();
});

let sources = 0;
const aSource = () => {
  sources += 1;
  return `copied-${sources}`;
};

/** What each write comes to once the copy is there: S14 forbids selling, the rest is the distributor's (S15-S20). */
const ONCE_COPIED = {
  edit: 'done',
  sell: 'ACTION_NOT_ALLOWED MANAGED_BY_RESELLER',
  invoice: 'done',
  contact: 'done',
};

describe('at the instant of a copy', () => {
  test.each(ALL_WRITES)('%s on the account that it makes: there is none yet, or it is managed', async (name) => {
    const write = WRITES[name];
    const tally = await raceAll(`${name} × copy, the copy`, track, async () => {
      const source = aSource();
      const id = copyIdOf(setup.alpha, source);
      return {
        operations: [write.operation(id), copyOf(setup.alpha, aCustomer(source))],
        check: async ([written, copied]) => {
          expect(copied).toEqual({ outcome: 'CREATED', account: { id }, userErrors: [] });
          const verdict = refusalOf(written) || 'done';
          const standing = await standingOf(world, id, write);
          const done = verdict === 'done';
          expect(standing).toEqual({
            status: 'ACTIVE',
            managed: true,
            times: done ? 1 : 0,
            billedElsewhere: 0,
            history: done ? ['COPIED', 'SOLD', write.line] : ['COPIED', 'SOLD'],
          });
          return verdict;
        },
      };
    });
    expect(tally).toEqual({
      'ACCOUNT_NOT_FOUND ACCOUNT_NOT_FOUND': expect.any(Number),
      [ONCE_COPIED[name]]: expect.any(Number),
    });
  });

  test.each(ALL_WRITES)("%s on the reseller's account: it stays the distributor's, and both stand", async (name) => {
    const write = WRITES[name];
    const tally = await raceAll(`${name} × copy, the reseller's account`, track, async () => {
      const reseller = await aReseller(world, { name: aSource(), currency: 'EUR', separateInvoices: true });
      await world.mutate(admin, 'updateAccount', { accountId: reseller.accountId, enableOrdering: true });
      return {
        operations: [write.operation(reseller.accountId), copyOf(reseller, aCustomer(aSource()))],
        check: async ([written, copied]) => {
          expect([...codesOf(written), ...codesOf(copied)]).toEqual([]);
          expect(await standingOf(world, reseller.accountId, write)).toMatchObject({
            status: 'ACTIVE',
            managed: false,
            times: 1,
          });
          const [first] = await world.sql<{ kind: string }>(
            `SELECT kind FROM account_history WHERE account_id = $1 AND kind = $3
               OR account_id = $2 AND kind = 'COPIED' ORDER BY at DESC LIMIT 1`,
            [reseller.accountId, copied.account.id, write.line],
          );
          return first?.kind === 'COPIED' ? 'the write first' : 'the copy first';
        },
      };
    });
    expect(tally).toEqual({ 'the write first': expect.any(Number), 'the copy first': expect.any(Number) });
  });

  // A distributed database takes the foreign key's lock elsewhere: the explicit one must do without it. It is the last
  // race here that needs it.
  test.each([
    ['with the foreign key', (work: () => Promise<void>) => work()],
    ['without it', withoutTheKey],
  ])("S25: deleting the reseller's account, %s: nothing is copied to it, or it is spared", (how, around) =>
    around(async () => {
      const tally = await raceAll(`deleteAccount × copy, the reseller's account, ${how}`, track, async () => {
        const reseller = await aReseller(world, { name: aSource(), currency: 'EUR', separateInvoices: true });
        const remove = { caller: admin, mutation: 'deleteAccount', input: { accountId: reseller.accountId } };
        return {
          operations: [remove, copyOf(reseller, aCustomer(aSource()))],
          check: async ([deleted, copied]) => {
            const [state] = await world.sql(
              `SELECT status, (SELECT count(*)::int FROM accounts c WHERE c.bill_to_id = $1) AS customers
             FROM accounts a WHERE id = $1`,
              [reseller.accountId],
            );
            const spared = codesOf(deleted).length > 0;
            expect(state).toEqual(spared ? { status: 'ACTIVE', customers: 1 } : { status: 'DELETED', customers: 0 });
            expect(codesOf(copied)).toEqual(spared ? [] : ['ACCOUNT_DELETED']);
            return refusalOf(deleted) || 'deleted';
          },
        };
      });
      expect(tally).toEqual({
        deleted: expect.any(Number),
        'ACTION_NOT_ALLOWED TENANT_RESELLER_ACCOUNT': expect.any(Number),
      });
    }),
  );
});

/** It is there again for whoever comes next, where there is one database. */
async function withoutTheKey(work: () => Promise<void>): Promise<void> {
  const name = 'fk_accounts_tenant_reseller';
  const [key] = await world.sql<{ definition: string }>(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = $1 AND conrelid = 'accounts'::regclass`,
    [name],
  );
  await world.sql(`ALTER TABLE accounts DROP CONSTRAINT ${name}`);
  try {
    await work();
  } finally {
    await world.sql(`ALTER TABLE accounts ADD CONSTRAINT ${name} ${key?.definition}`);
  }
}
