import { UNKNOWN } from '../../support/contacts';
import { aCustomer, admin, copy, type Setup, setUpResellers } from '../../support/resellers';
import { aBilledAccount, handOver, sell } from '../../support/transfers';
import { createWorld, type World } from '../../support/world';
import { CHANGES, dryThenReal } from './dry-then-real';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  world.now = new Date('2026-06-30T12:00:00Z');
  setup = await setUpResellers(world);
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const ERRORS = 'userErrors { code message path retryable reasons }';

describe('a dry run of transferAccounts', () => {
  const RESULTS = `results { accountId account { id managedByReseller { sourceAccountId } } ${CHANGES} ${ERRORS} }`;
  const both = (accounts: readonly object[]) =>
    dryThenReal(world, admin, 'transferAccounts', { tenantResellerId: setup.alpha.id, accounts }, RESULTS);

  test('tells the management, the parent and the subscriptions that would change, and hands over nothing', async () => {
    const id = await aBilledAccount(world, setup.alpha);
    const sold = await sell(world, id);
    const { dry, real } = await both([handOver(id, 'handed', { [sold]: 's-1' })]);
    expect(dry.results[0]).toMatchObject({ account: { id, managedByReseller: null }, userErrors: [] });
    expect(real.results[0]).toMatchObject({
      account: { id, managedByReseller: { sourceAccountId: 'handed' } },
      changes: [],
    });
    const changes = dry.results[0].changes.map(({ subject, field: name, subscriptionId, before, after }: never) => ({
      what: name ?? subscriptionId ?? subject,
      before: JSON.parse(before),
      after: JSON.parse(after),
    }));
    expect(changes).toEqual([
      { what: 'PARENT', before: null, after: setup.alpha.accountId },
      {
        what: 'MANAGEMENT',
        before: null,
        after: {
          tenantResellerId: setup.alpha.id,
          sourceAccountId: 'handed',
          origin: 'TRANSFERRED_TO_RESELLER',
        },
      },
      {
        what: sold,
        before: expect.objectContaining({ sourceSubscriptionId: null, sku: 'MAIL' }),
        after: expect.objectContaining({ sourceSubscriptionId: 's-1', sku: 'MAIL' }),
      },
    ]);
    // The same again changes nothing, dry or real.
    expect((await both([handOver(id, 'handed', { [sold]: 's-1' })])).dry.results).toMatchObject([
      { changes: [], userErrors: [] },
    ]);
  });

  test('comes to what the real one does, each account for itself, of whatever kind it is', async () => {
    const good = () => aBilledAccount(world, setup.alpha);
    const unmapped = await good();
    await sell(world, unmapped);
    const deleted = await good();
    await world.mutate(admin, 'deleteAccount', { accountId: deleted });
    const twice = await good();
    await copy(world, setup.alpha, aCustomer('taken'));
    const copied = await copy(world, setup.alpha, aCustomer('copied'));
    const elsewhere = await aBilledAccount(world, setup.alpha, { billToId: null });
    const accounts = [
      handOver(await good(), 'one'),
      handOver(unmapped, 'two'),
      handOver(deleted, 'three'),
      handOver(twice, 'four'),
      handOver(twice, 'five'),
      handOver(await good(), 'taken'),
      handOver(await good(), 'four'),
      handOver(copied, 'six'),
      handOver(elsewhere, 'seven'),
      handOver(UNKNOWN, 'eight'),
      handOver(setup.alpha.accountId, 'nine'),
      handOver(await good(), ' '),
      handOver(await good(), 'ten'),
    ];
    const { dry, real } = await both(accounts);
    const codes = (results: { userErrors: { code: string }[] }[]) =>
      results.map(({ userErrors }) => userErrors.map(({ code }) => code).join());
    expect(codes(dry.results)).toEqual([
      ...['', 'INVALID_INPUT', 'ACTION_NOT_ALLOWED', '', 'ACCOUNT_ALREADY_MANAGED'],
      ...['SOURCE_ACCOUNT_TAKEN', 'SOURCE_ACCOUNT_TAKEN', 'ACCOUNT_ALREADY_MANAGED', 'BILL_TO_MUST_BE_RESELLER'],
      ...['ACCOUNT_NOT_FOUND', 'ACTION_NOT_ALLOWED', 'INVALID_INPUT', ''],
    ]);
    const errors = (results: { userErrors: object[] }[]) => results.map(({ userErrors }) => userErrors);
    expect(errors(dry.results)).toEqual(errors(real.results));
  });

  test('costs as many statements for 200 accounts as for one', async () => {
    const counts = [];
    for (const size of [1, 200]) {
      const accounts: object[] = [];
      for (let nth = 0; nth < size; nth += 1) {
        const id = await aBilledAccount(world, setup.alpha);
        accounts.push(handOver(id, `counted-${size}-${nth}`));
      }
      world.takeStatements();
      const input = { tenantResellerId: setup.alpha.id, accounts, dryRun: true };
      const { results } = await world.mutate(admin, 'transferAccounts', input, 'results { userErrors { code } }');
      expect(new Set(results.flatMap(({ userErrors }: { userErrors: object[] }) => userErrors))).toEqual(new Set());
      counts.push(world.takeStatements().length);
    }
    expect(counts[1]).toBe(counts[0]);
  });

  test('of a set that fails goes on one by one, and leaves nothing', async () => {
    const ids = [await aBilledAccount(world, setup.alpha), await aBilledAccount(world, setup.alpha)] as const;
    await world.sql(`CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'poison'; END $$`);
    await world.sql(`CREATE TRIGGER poison BEFORE UPDATE ON accounts FOR EACH ROW WHEN (OLD.id = '${ids[0]}')
      EXECUTE FUNCTION poison()`);
    try {
      // The second of one account finds that the first has handed it over.
      const accounts = [handOver(ids[0], 'p-1'), handOver(ids[1], 'p-2'), handOver(ids[1], 'p-3')];
      const { dry, real } = await both(accounts);
      expect(world.faults.splice(0)).toHaveLength(2);
      const codes = ({ results }: { results: { userErrors: { code: string }[] }[] }) =>
        results.map(({ userErrors }) => userErrors.map(({ code }) => code).join());
      expect(codes(dry)).toEqual(['TEMPORARILY_UNAVAILABLE', '', 'ACCOUNT_ALREADY_MANAGED']);
      expect(codes(real)).toEqual(codes(dry));
    } finally {
      await world.sql('DROP FUNCTION poison() CASCADE');
    }
  });
});
