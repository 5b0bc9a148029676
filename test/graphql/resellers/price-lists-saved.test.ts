import { setTimeout as sleep } from 'node:timers/promises';
import { waiting as someoneWaiting, withClient } from '../../support/connections';
import { aCode, anEntry, type Entry, FIRST_DAY, PRICE_LIST, savePriceList } from '../../support/price-lists';
import { admin, everyRow, setUpResellers, writtenSince } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  await setUpResellers(world);
});
beforeEach(() => {
  world.now = FIRST_DAY;
});
afterAll(() => world.close());

const save = (code: string, prices: readonly Entry[], more: Record<string, unknown> = {}) =>
  savePriceList(world, code, prices, more);

describe('saving a price list', () => {
  test('adds it, and by its code replaces its name and what is valid from today on', async () => {
    const code = aCode();
    const added = await save(code, [anEntry(), anEntry({ validFrom: '2026-02-01', amount: '1.90' })]);
    expect(added).toEqual({
      list: {
        id: expect.any(String),
        code,
        name: `List ${code}`,
        prices: [anEntry(), anEntry({ validFrom: '2026-02-01', amount: '1.90' })],
      },
      userErrors: [],
    });
    const entries = [anEntry({ sku: 'BACKUP', amount: '999999999999.999999' }), anEntry({ amount: '0' })];
    expect(await save(code, entries, { name: 'Another' })).toEqual({
      list: { id: added.list.id, code, name: 'Another', prices: entries },
      userErrors: [],
    });
    expect(await save(code, [])).toMatchObject({ list: { id: added.list.id, prices: [] }, userErrors: [] });
    expect((await save(code.toUpperCase(), [])).list.id).not.toBe(added.list.id);
  });

  test('writes what changed, and the audit shows no more', async () => {
    const code = aCode();
    const [same, changed, gone] = [
      anEntry(),
      anEntry({ validFrom: '2026-02-01' }),
      anEntry({ sku: 'BACKUP', amount: '9.00' }),
    ] as const;
    await save(code, [same, changed, gone]);
    const whole = await everyRow(world);
    await save(code, [gone, same, changed]);
    expect(await writtenSince(world, whole)).toEqual([]);
    await save(code, [same, { ...changed, amount: '1.90' }]);
    const written = await writtenSince(world, whole);
    const audited = written.filter((line) => line.startsWith('+ setup_audit'));
    expect(audited).toHaveLength(3);
    expect(written.filter((line) => /^[-+] price_list/.test(line))).toHaveLength(3);
    expect(await save(code, [same, { ...changed, amount: '1.9' }])).toMatchObject({
      list: { prices: [same, { ...changed, amount: '1.9' }] },
    });
  });

  test('takes a past entry as it is; one that is added, changed or left out is refused with its place', async () => {
    const code = aCode();
    const [past, coming] = [anEntry(), anEntry({ validFrom: '2026-01-17' })];
    await save(code, [past, coming]);
    world.now = new Date('2026-01-16T00:00:00Z');
    const earlier = anEntry({ validFrom: '2026-01-14' });
    const before = await everyRow(world);
    expect(await save(code, [{ ...past, amount: '2.01' }, coming, earlier])).toMatchObject({
      list: null,
      userErrors: [
        { code: 'INVALID_INPUT', path: ['input', 'prices', '0'], retryable: false },
        { code: 'INVALID_INPUT', path: ['input', 'prices', '2'], retryable: false },
      ],
    });
    expect(await save(code, [coming])).toMatchObject({
      list: null,
      userErrors: [
        {
          code: 'INVALID_INPUT',
          path: ['input', 'prices'],
          message:
            'Prices must have that of "MAIL" billed MONTHLY in EUR from 2026-01-15: it was valid before today, 2026-01-16',
        },
      ],
    });
    expect(await save(aCode(), [earlier])).toMatchObject({
      list: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'prices', '0'] }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
    const changed = [past, { ...coming, amount: '3.00' }, anEntry({ validFrom: '2026-01-16', amount: '4.00' })];
    expect(await save(code, changed)).toMatchObject({ userErrors: [] });
    // 2 for 2.00 is the same price; what stands there stays.
    expect(await save(code, [{ ...past, amount: '2' }])).toMatchObject({ list: { prices: [past] }, userErrors: [] });
  });

  test('shows what it made of it, also after another one in the same operation', async () => {
    const code = aCode();
    const { list } = await save(code, [anEntry()]);
    const { one, other } = await world.ask(
      admin,
      `mutation ($one: SavePriceListInput!, $other: SavePriceListInput!) {
        one: savePriceList(input: $one) { ${PRICE_LIST} } other: savePriceList(input: $other) { ${PRICE_LIST} } }`,
      { one: { code, name: 'One', prices: [] }, other: { code, name: 'Other', prices: [anEntry()] } },
    );
    expect(one.priceList).toEqual({ id: list.id, code, name: 'One', prices: { edges: [] } });
    expect(other.priceList).toEqual({ id: list.id, code, name: 'Other', prices: { edges: [{ node: anEntry() }] } });
  });

  test("today's entry may change until the day is over, in UTC", async () => {
    const code = aCode();
    await save(code, [anEntry()]);
    world.now = new Date('2026-01-15T23:59:59Z');
    expect(await save(code, [anEntry({ amount: '5.00' })])).toMatchObject({ userErrors: [] });
    world.now = new Date('2026-01-16T00:00:00Z');
    expect(await save(code, [anEntry({ amount: '6.00' })])).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT' }] });
  });

  test('a save that waits for the list over midnight is decided by the day that it gets it on', async () => {
    const code = aCode();
    await save(code, [anEntry()]);
    world.now = new Date('2026-01-15T23:59:59Z');
    const saving = await withClient(world.ownerUrl, async (other) => {
      await other.query('BEGIN');
      await other.query('SELECT FROM price_lists WHERE code = $1 FOR UPDATE', [code]);
      const waiting = save(code, [anEntry({ amount: '5.00' })]);
      while ((await world.sql(`SELECT FROM ${someoneWaiting()}`)).length === 0) await sleep(10);
      world.now = new Date('2026-01-16T00:00:00Z');
      await other.query('COMMIT');
      return waiting;
    });
    expect(saving).toMatchObject({
      list: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'prices', '0'] }],
    });
  });

  test.each<[string, Record<string, unknown>, string[], string]>([
    ['a blank code', { code: ' ' }, ['code'], 'INVALID_INPUT'],
    ['a code of which nothing can be seen', { code: '\u200b' }, ['code'], 'INVALID_INPUT'],
    ['a code of 256 characters', { code: 'c'.repeat(256) }, ['code'], 'INVALID_INPUT'],
    ['a NUL in the code', { code: 'a\0b' }, ['code'], 'INVALID_INPUT'],
    ['a blank name', { name: '' }, ['name'], 'INVALID_INPUT'],
    ['a lone surrogate in the name', { name: '\ud800' }, ['name'], 'INVALID_INPUT'],
    [
      'an unknown sku',
      { prices: [anEntry(), anEntry({ sku: 'mail' })] },
      ['prices', '1', 'sku'],
      'SERVICE_NOT_OFFERED',
    ],
    ['a blank sku', { prices: [anEntry({ sku: '' })] }, ['prices', '0', 'sku'], 'INVALID_INPUT'],
    ['a negative price', { prices: [anEntry({ amount: '-0.01' })] }, ['prices', '0', 'amount'], 'INVALID_INPUT'],
    [
      'a price of 13 digits',
      { prices: [anEntry({ amount: '1000000000000' })] },
      ['prices', '0', 'amount'],
      'INVALID_INPUT',
    ],
    [
      'a price of 7 digits after the point',
      { prices: [anEntry({ amount: '0.0000001' })] },
      ['prices', '0', 'amount'],
      'INVALID_INPUT',
    ],
    ['an unknown currency', { prices: [anEntry({ currency: 'EUX' })] }, ['prices', '0', 'currency'], 'INVALID_INPUT'],
    [
      'a day that is none',
      { prices: [anEntry({ validFrom: '2026-02-30' })] },
      ['prices', '0', 'validFrom'],
      'INVALID_INPUT',
    ],
    ['two prices for one day', { prices: [anEntry(), anEntry({ amount: '3.00' })] }, ['prices'], 'INVALID_INPUT'],
  ])('with %s is refused with its path, and nothing is stored', async (_what, input, path, code) => {
    const before = await everyRow(world);
    expect(await save(aCode(), [anEntry()], input)).toMatchObject({
      list: null,
      userErrors: [{ code, path: ['input', ...path], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('takes 10,000 prices, and no more', async () => {
    const days = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        anEntry({ validFrom: new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10) }),
      );
    const code = aCode();
    expect(await save(code, days(10_001))).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'prices'] }],
    });
    expect(await save(code, days(10_000))).toMatchObject({ list: { prices: expect.any(Array) }, userErrors: [] });
    const statementsOf = async (prices: readonly Entry[]) => {
      world.takeStatements();
      await save(code, prices);
      return world.takeStatements().length;
    };
    expect(await statementsOf(days(1))).toBe(await statementsOf(days(9_999)));
    world.now = new Date('2099-01-01T00:00:00Z');
    // Each that is missing is an error, and an answer holds no more than its share of them.
    expect((await save(code, [])).userErrors.length).toBeLessThanOrEqual(101);
  });
});
