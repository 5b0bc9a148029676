import { HISTORY_KEYSET } from '../../../src/persistence/accounts/history-repository';
import { type Keyset, type KeysetPage, loadPages } from '../../../src/persistence/engine/keyset';
import { SALES_DOCUMENT_KEYSET } from '../../../src/persistence/selling/sales-document-repository';
import { SUBSCRIPTION_KEYSET } from '../../../src/persistence/selling/subscription-repository';
import { ACCOUNTS } from '../../../src/persistence/tables/accounts';
import { aCustomer, admin, copy, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;
/** The accounts whose lists are read: many items, few, none. */
let many: string;
let few: string;
let none: string;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  many = await copy(world, setup.alpha, aCustomer('many'));
  few = await copy(world, setup.alpha, aCustomer('few'));
  none = '0197a000-0000-7000-8000-00000000dead';
  await fill(many, 23);
  await fill(few, 3);
});
afterAll(() => world.close());

/** Adds items of which several share each value of the order, so that only the id tells them apart. */
async function fill(accountId: string, count: number): Promise<void> {
  await world.sql(
    `INSERT INTO subscriptions (account_id, id, service_id, quantities, unit_price, currency, billing_period, start_date)
     SELECT $1, gen_random_uuid(), (SELECT id FROM services WHERE sku = 'MAIL'), jsonb_build_array(jsonb_build_object('from', date '2026-01-31' + n % 4, 'quantity', n)), 2.50, 'EUR', 'MONTHLY',
       date '2026-01-31' + n % 4
     FROM generate_series(1, $2::int) n`,
    [accountId, count],
  );
  await world.sql(
    `INSERT INTO account_history (account_id, id, at, kind, text, actor)
     SELECT $1, gen_random_uuid(), timestamptz '2026-01-31 10:00:00.000001Z' + n % 4 * interval '1 microsecond', 'EDITED', n::text, 'test'
     FROM generate_series(1, $2::int) n`,
    [accountId, count],
  );
  await world.sql(
    `WITH made AS (
       INSERT INTO sales_documents (account_id, id, kind, title, currency, total, created_at)
       SELECT $1, gen_random_uuid(), (ARRAY['OFFER', 'ORDER'])[n % 2 + 1], n::text, 'EUR', 1,
         timestamptz '2026-01-31 10:00:00.000001Z' + n % 4 * interval '1 microsecond'
       FROM generate_series(1, $2::int) n RETURNING account_id, id)
     INSERT INTO sales_lines (account_id, document_id, position, service_id, billing_period, quantity, unit_price)
     SELECT account_id, id, 0, (SELECT id FROM services WHERE sku = 'MAIL'), 'MONTHLY', 1, 1 FROM made`,
    [accountId, count],
  );
}

/** Reads a list of one account to its end, page by page. */
async function readToTheEnd<Item>(
  keyset: Keyset<Item>,
  accountId: string,
  page: Omit<KeysetPage, 'after'>,
  between: () => Promise<unknown> = async () => undefined,
): Promise<Item[]> {
  const all: Item[] = [];
  let after: string[] | null = null;
  for (;;) {
    const pages: Map<string, Item[]> = await loadPages(
      world.database.reader(admin),
      keyset,
      ACCOUNTS.as('a').$,
      [accountId],
      {
        ...page,
        after,
      },
    );
    const items = pages.get(accountId) ?? [];
    all.push(...items);
    const last = items.at(-1);
    if (!last || items.length < page.limit) return all;
    after = keyset.order.map((column) => column.of(last));
    await between();
  }
}

const idsIn = async (statement: string, accountId: string) =>
  (await world.sql<{ id: string }>(statement, [accountId])).map((row) => row.id);

describe('page by page, nothing is shown twice and nothing is skipped', () => {
  test.each([1, 2, 5, 23, 24, 25, 200])('subscriptions in the order of their start, %d a page', async (limit) => {
    const read = await readToTheEnd(SUBSCRIPTION_KEYSET, many, { limit });
    expect(read.map(({ id }) => id)).toEqual(
      await idsIn('SELECT id FROM subscriptions WHERE account_id = $1 ORDER BY start_date, id', many),
    );
    expect(read).toHaveLength(24);
  });

  test.each([1, 2, 5, 25, 26])('history, newest first, to the microsecond, %d a page', async (limit) => {
    const read = await readToTheEnd(HISTORY_KEYSET, many, { limit });
    expect(read.map(({ id }) => id)).toEqual(
      await idsIn('SELECT id FROM account_history WHERE account_id = $1 ORDER BY at DESC, id DESC', many),
    );
    expect(read).toHaveLength(25);
  });

  test.each([1, 3, 11, 12])('offers only, newest first, %d a page', async (limit) => {
    const read = await readToTheEnd(SALES_DOCUMENT_KEYSET, many, { limit, filter: 'OFFER' });
    expect(read.map(({ id }) => id)).toEqual(
      await idsIn(
        `SELECT id FROM sales_documents WHERE account_id = $1 AND kind = 'OFFER' ORDER BY created_at DESC, id DESC`,
        many,
      ),
    );
    expect(read).toHaveLength(11);
    expect(await readToTheEnd(SALES_DOCUMENT_KEYSET, many, { limit, filter: null })).toHaveLength(23);
  });

  test('also while new lines come in at the top', async () => {
    const before = await idsIn('SELECT id FROM account_history WHERE account_id = $1 ORDER BY at DESC, id DESC', few);
    const addLine = () =>
      world.sql(
        `INSERT INTO account_history (account_id, id, kind, text, actor) VALUES ($1, gen_random_uuid(), 'EDITED', 'new', 'test')`,
        [few],
      );
    const read = await readToTheEnd(HISTORY_KEYSET, few, { limit: 2 }, addLine);
    expect(read.map(({ id }) => id)).toEqual(before);
  });
});

test('pages below several accounts are one statement, however many accounts', async () => {
  const read = async (ids: readonly string[]) => {
    world.takeStatements();
    const pages = await loadPages(world.database.reader(admin), SUBSCRIPTION_KEYSET, ACCOUNTS.as('a').$, ids, {
      limit: 5,
      after: null,
    });
    expect(world.takeStatements()).toHaveLength(1);
    return pages;
  };
  const pages = await read([many, few, none, many]);
  expect([...pages].map(([id, items]) => [id, items.length])).toEqual([
    [many, 5],
    [few, 4],
    [none, 0],
  ]);
  // Each page is the one that the account has alone, and holds nothing of a neighbour.
  for (const id of [many, few]) {
    expect(pages.get(id)).toEqual((await read([id])).get(id));
    expect(pages.get(id)?.every((subscription) => subscription.accountId === id)).toBe(true);
  }
});

test('a page of nothing is empty, and so is one after the last item', async () => {
  const [last] = (await readToTheEnd(SUBSCRIPTION_KEYSET, few, { limit: 200 })).slice(-1);
  if (!last) throw new Error('There is nothing to read');
  const page = async (limit: number, after: readonly string[] | null) =>
    (
      await loadPages(world.database.reader(admin), SUBSCRIPTION_KEYSET, ACCOUNTS.as('a').$, [few], { limit, after })
    ).get(few);
  expect(await page(0, null)).toEqual([]);
  expect(await page(5, [last.startDate, last.id])).toEqual([]);
});
