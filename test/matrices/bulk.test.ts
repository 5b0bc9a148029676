import { aMatrixWorld, type MatrixWorld } from '../guard/accounts';
import { aCustomer, admin, aPaidSubscription, everyRow, writtenSince } from '../support/resellers';
import { aBilledAccount, handOver, sell } from '../support/transfers';
import type { State } from './verdicts';

let matrix: MatrixWorld;
let cells = 0;

beforeAll(async () => {
  matrix = await aMatrixWorld();
});
afterAll(async () => {
  console.info(`matrix, items of bulk calls: ${cells} cells`);
  expect(matrix.world.faults).toEqual([]);
  await matrix.world.close();
});

/** The ids under which Alpha knows the customers of each state; the others are Alpha's no customers. */
const SOURCES: Partial<Record<State, string>> = {
  copied: 'copied',
  'copied suspended': 'suspended',
  'copied deleted': 'deleted',
  'copied restored': 'restored',
  'hidden copied': 'hidden',
  transferred: 'transferred',
  released: 'released',
  announced: 'announced',
  moved: 'moved',
  unknown: 'never heard of',
};
const NEW_NAME = 'Renamed at the source';
const renamed = (source: string, version: string) => ({
  customer: aCustomer(source, { sourceVersion: version, name: NEW_NAME }),
});
const send = async (who: 'alpha' | 'beta', items: readonly object[]) => {
  const selection = 'results { outcome account { name } userErrors { code retryable } }';
  const { results, userErrors } = await matrix.world.mutate(
    matrix.setup[who].sync,
    'syncCustomers',
    { items },
    selection,
  );
  expect(userErrors).toEqual([]);
  return results;
};
const nameOf = async (id: string) =>
  (await matrix.world.sql<{ name: string }>('SELECT name FROM accounts WHERE id = $1', [id]))[0]?.name;

const APPLIED = { outcome: 'APPLIED', account: { name: NEW_NAME }, userErrors: [] };
const refused = (code: string, retryable: boolean) => ({
  outcome: 'REJECTED',
  account: null,
  userErrors: [{ code, retryable }],
});
const NOT_COPIED = refused('ACCOUNT_NOT_COPIED', true);
const STALE = { outcome: 'STALE', account: null, userErrors: [] };
const DELETED = refused('ACCOUNT_DELETED', false);

describe('an item of syncCustomers, between two that are applied', () => {
  // S14: the block is on the distributor. S12: no event revives it. A15: another reseller's customer does not exist.
  const VERDICTS: [state: State, managing: object, other: object][] = [
    ['copied', APPLIED, NOT_COPIED],
    ['copied suspended', APPLIED, NOT_COPIED],
    ['copied deleted', DELETED, NOT_COPIED],
    ['copied restored', APPLIED, NOT_COPIED],
    ['hidden copied', APPLIED, NOT_COPIED],
    ['transferred', APPLIED, NOT_COPIED],
    // S29: its former manager learns nothing; until a move is completed the old one's events count.
    ['released', STALE, NOT_COPIED],
    ['announced', APPLIED, NOT_COPIED],
    ['moved', APPLIED, NOT_COPIED],
    ['unknown', NOT_COPIED, NOT_COPIED],
  ];
  let version = 10;
  const neighbours = async (who: 'alpha' | 'beta') => {
    const sources = [1, 2].map((number) => `neighbour ${number} ${version}`);
    const sold = sources.map((source) => ({
      customer: aCustomer(source),
      paidSubscriptions: [aPaidSubscription()],
    }));
    expect(await send(who, sold)).toMatchObject([{ outcome: 'CREATED' }, { outcome: 'CREATED' }]);
    return sources.map((source) => renamed(source, '2'));
  };

  test.each(VERDICTS)('%s: its own sync and another one', async (state, managing, other) => {
    const { id } = matrix.prototypes[state];
    const source = SOURCES[state] ?? '';
    for (const [who, verdict] of [
      ['beta', other],
      ['alpha', managing],
    ] as const) {
      version += 1;
      const [first, last] = await neighbours(who);
      const before = state === 'unknown' ? undefined : await nameOf(id);
      expect(await send(who, [first as object, renamed(source, String(version)), last as object])).toEqual([
        APPLIED,
        verdict,
        APPLIED,
      ]);
      if (state !== 'unknown') expect(await nameOf(id)).toBe(verdict === APPLIED ? NEW_NAME : before);
      cells += 1;
    }
  });

  test.each([
    ['a name that is blank', { name: ' ' }, 'INVALID_INPUT'],
    ['a version that was told with other content', { sourceVersion: '1', name: 'Other' }, 'SOURCE_VERSION_CONFLICT'],
    ['a NUL that the database would choke on', { email: 'a\0b' }, 'INVALID_INPUT'],
  ])('%s: refused alone', async (_what, poison, code) => {
    version += 1;
    const [first, last] = await neighbours('alpha');
    const source = `poisoned ${version}`;
    const sold = { customer: aCustomer(source), paidSubscriptions: [aPaidSubscription()] };
    await send('alpha', [sold]);
    const poisoned = { customer: aCustomer(source, { sourceVersion: '2', ...poison }) };
    expect(await send('alpha', [first as object, poisoned, last as object])).toEqual([
      APPLIED,
      refused(code, false),
      APPLIED,
    ]);
    cells += 1;
  });
});

describe('an item of transferAccounts, between two that are handed over', () => {
  const REFUSED = (code: string, ...reasons: string[]) => [{ code, reasons, retryable: false }];
  // S24 of own accounts; S12, S25 and the reasons of S21 of the others.
  const VERDICTS: [state: State, userErrors: object[]][] = [
    ['own', REFUSED('BILL_TO_MUST_BE_RESELLER')],
    ['own suspended', REFUSED('BILL_TO_MUST_BE_RESELLER')],
    ['own deleted', REFUSED('ACTION_NOT_ALLOWED', 'ACCOUNT_DELETED')],
    ['hidden own', REFUSED('BILL_TO_MUST_BE_RESELLER')],
    ['copied', REFUSED('ACCOUNT_ALREADY_MANAGED')],
    ['copied suspended', REFUSED('ACCOUNT_ALREADY_MANAGED')],
    ['copied deleted', REFUSED('ACTION_NOT_ALLOWED', 'ACCOUNT_DELETED')],
    ['copied restored', REFUSED('ACCOUNT_ALREADY_MANAGED')],
    ['hidden copied', REFUSED('ACCOUNT_ALREADY_MANAGED')],
    ['transferred', REFUSED('ACCOUNT_ALREADY_MANAGED')],
    ['released', REFUSED('BILL_TO_MUST_BE_RESELLER')],
    ['announced', REFUSED('ACCOUNT_ALREADY_MANAGED')],
    ['moved', REFUSED('ACCOUNT_ALREADY_MANAGED')],
    ['billed reseller', REFUSED('ACTION_NOT_ALLOWED', 'TENANT_RESELLER_ACCOUNT')],
    ['alone reseller', REFUSED('ACTION_NOT_ALLOWED', 'TENANT_RESELLER_ACCOUNT')],
    ['unknown', REFUSED('ACCOUNT_NOT_FOUND', 'ACCOUNT_NOT_FOUND')],
    ['no UUID', REFUSED('ACCOUNT_NOT_FOUND', 'ACCOUNT_NOT_FOUND')],
  ];
  let handed = 0;
  const toBeHanded = async () => {
    const id = await aBilledAccount(matrix.world, matrix.setup.alpha);
    handed += 1;
    return handOver(id, `handed ${handed}`, { [await sell(matrix.world, id)]: 's-1' });
  };
  const hand = async (accounts: readonly object[]) =>
    matrix.world.mutate(
      admin,
      'transferAccounts',
      { tenantResellerId: matrix.setup.alpha.id, accounts },
      'results { userErrors { code reasons retryable } }',
    );
  const isManaged = async (id: string) =>
    (await matrix.world.sql('SELECT FROM accounts WHERE id = $1 AND tenant_reseller_id IS NOT NULL', [id])).length > 0;

  test.each(VERDICTS)('%s', async (state, userErrors) => {
    const account = matrix.prototypes[state];
    const [first, last] = [await toBeHanded(), await toBeHanded()];
    const before = await everyRow(matrix.world);
    const { results } = await hand([
      first,
      handOver(account.id, `other ${state}`, { [account.subscriptionId]: 'x' }),
      last,
    ]);
    expect(results).toEqual([{ userErrors: [] }, { userErrors }, { userErrors: [] }]);
    for (const neighbour of [first, last]) expect(await isManaged(neighbour.accountId)).toBe(true);
    // Of the one in between nothing is written: all rows are of its neighbours.
    const written = await writtenSince(matrix.world, before);
    const ofNeighbours = (row: string) => [first, last].some(({ accountId }) => row.includes(accountId));
    expect(written.filter((row) => !ofNeighbours(row))).toEqual([]);
    cells += 1;
  });

  test.each(['own', 'own suspended'] as const)(
    'the twin: %s goes through once it is billed to the reseller',
    async (state) => {
      const [account] = await matrix.copies(state, 1);
      if (!account) throw new Error('No copy');
      await matrix.world.sql('UPDATE accounts SET bill_to_id = $2 WHERE id = $1', [
        account.id,
        matrix.setup.alpha.accountId,
      ]);
      const item = handOver(account.id, `twin ${state}`, { [account.subscriptionId]: 's-1' });
      for (const time of ['once', 'again']) {
        expect([time, (await hand([item])).results]).toEqual([time, [{ userErrors: [] }]]);
      }
      expect(await isManaged(account.id)).toBe(true);
      cells += 2;
    },
  );
});
