import { Client } from 'pg';
import type { AccountFilter, AccountOrder } from '../../../src/domain/accounts/account-filter';
import type { Caller } from '../../../src/domain/caller';
import {
  countAccounts,
  countCustomers,
  listAccounts,
  listCustomers,
} from '../../../src/persistence/accounts/account-list';
import type { Reader } from '../../../src/persistence/engine/database';
import type { Statement } from '../../../src/persistence/engine/sql';
import { setUpResellers } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

const PAGE = { limit: 20, after: null };
const BY_NAME: AccountOrder = { field: 'NAME', direction: 'ASC' };

let world: World;
let planner: Client;
let alpha: string;
let rule: string;
let hidden = 0;

beforeAll(async () => {
  world = await createWorld();
  const setup = await setUpResellers(world);
  alpha = setup.alpha.id;
  rule = setup.ruleId;
  planner = new Client({ connectionString: world.portalUrl });
  await planner.connect();
  await hide(500);
});
afterAll(async () => {
  await planner.end();
  await world.close();
});

/** More customers of Alpha that only administrators see. */
async function hide(count: number): Promise<void> {
  await insert(count, null, null);
  hidden += count;
}

async function insert(count: number, ruleId: string | null, responsibleUserId: string | null): Promise<void> {
  await world.sql(
    `INSERT INTO accounts (id, name, sort_name, accounting_no, email, search, status, currency, enable_ordering,
       separate_invoices, permission_rule_id, responsible_user_id, tenant_reseller_id, source_account_id, source_version,
       origin, managed_since, parent_id, bill_to_id, custom_fields, created_at, updated_at)
     SELECT gen_random_uuid(), made.name, lower(made.name), null, null, array_to_tsvector(ARRAY['customer', md5(made.name)]), 'ACTIVE',
       'EUR', true, true, $2, $3, r.id, made.name, 1, 'COPIED_FROM_RESELLER', now(), r.account_id, r.account_id,
       '{"region":"North"}', now(), now()
     FROM tenant_resellers r, (SELECT 'Customer ' || gen_random_uuid() AS name FROM generate_series(1, $4::int)) made
     WHERE r.id = $1`,
    [alpha, ruleId, responsibleUserId, count],
  );
  await world.sql('VACUUM ANALYZE accounts');
}

/** The blocks that the statements touch: what they cost, whatever else the machine does. */
async function costOf(caller: Caller, read: (reader: Reader) => Promise<unknown>): Promise<number> {
  let blocks = 0;
  await read({
    query: async <Row>(statement: Statement<Row>): Promise<Row[]> => {
      const explained = await planner.query(
        `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${statement.text}`,
        statement.values,
      );
      const [{ Plan: plan }] = explained.rows[0]['QUERY PLAN'];
      blocks += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
      return world.database.reader(caller).query(statement);
    },
  } as Reader);
  return blocks;
}

const FILTERS: Record<string, () => AccountFilter> = {
  nothing: () => ({}),
  'a reseller': () => ({ tenantResellerId: alpha }),
  managed: () => ({ managed: true }),
  'a responsible user': () => ({ responsibleUserId: 'somebody' }),
  'a word': () => ({ search: 'customer' }),
  'a custom field': () => ({ customField: { code: 'region', equals: 'North' } }),
  'a time': () => ({ updatedSince: new Date(0) }),
  'several resellers': () => ({ tenantResellerIds: [alpha] }),
  'no responsible user': () => ({ withoutResponsibleUser: true }),
  'some responsible user': () => ({ withoutResponsibleUser: false }),
  'a drift': () => ({ hasDrift: true }),
  'no drift': () => ({ hasDrift: false }),
  'a status': () => ({ status: ['ACTIVE'] }),
};

describe('what is hidden costs who sees little nothing', () => {
  const callers: Record<string, () => Promise<Caller>> = {
    'who sees nothing': async () => aUser('nobody'),
    'who is responsible for ten': async () => {
      await insert(10, null, 'ten');
      return aUser('ten');
    },
  };

  test.each(Object.entries(callers))('%s, whatever the filter and order', async (_, caller) => {
    const who = await caller();
    const orders = (['NAME', 'CREATED_AT', 'UPDATED_AT'] as const).map((field) => ({
      field,
      direction: 'DESC' as const,
    }));
    const reads: [string, (reader: Reader) => Promise<unknown>][] = [
      ...Object.entries(FILTERS).flatMap(([name, filter]): [string, (reader: Reader) => Promise<unknown>][] => [
        [`count by ${name}`, (reader) => countAccounts(reader, who, filter())],
        ...orders.map((order): [string, (reader: Reader) => Promise<unknown>] => [
          `page by ${name} and ${order.field}`,
          (reader) => listAccounts(reader, who, filter(), order, PAGE),
        ]),
      ]),
      ["count of a reseller's", (reader) => countCustomers(reader, who, [alpha])],
      ["page of a reseller's", (reader) => listCustomers(reader, who, [alpha], PAGE)],
    ];
    const before = new Map<string, number>();
    for (const [name, read] of reads) before.set(name, await costOf(who, read));
    await hide(6_000);
    for (const [name, read] of reads) {
      // An index may have become a level deeper.
      const more = (await costOf(who, read)) - (before.get(name) ?? 0);
      expect({ name, isMore: more > 30, more }).toEqual({ name, isMore: false, more: expect.any(Number) });
    }
  });
});

test('who sees few and who sees many are shown what an administrator is shown of it', async () => {
  const admin: Caller = { kind: 'ADMINISTRATOR', id: 'root', groups: [] };
  await insert(30, rule, 'few');
  await insert(1_100, null, 'many');
  for (const id of ['few', 'many']) {
    const who = aUser(id);
    for (const filter of Object.values(FILTERS)) {
      const narrowed = { ...filter(), responsibleUserId: id };
      const names = async (caller: Caller) =>
        (await listAccounts(world.database.reader(caller), caller, narrowed, BY_NAME, { limit: 200, after: null })).map(
          ({ id }) => id,
        );
      expect(await names(who)).toEqual(await names(admin));
      const count = (caller: Caller) => countAccounts(world.database.reader(caller), caller, narrowed);
      expect(await count(who)).toEqual(await count(admin));
    }
    const reader = world.database.reader(who);
    const visible = id === 'few' ? 30 : 1_100;
    expect((await countCustomers(reader, who, [alpha])).get(alpha)).toEqual({ total: visible, isCapped: false });
    expect((await listCustomers(reader, who, [alpha], { limit: 50, after: null })).get(alpha)).toHaveLength(
      Math.min(50, visible),
    );
  }
  expect(hidden).toBeGreaterThan(0);
});
