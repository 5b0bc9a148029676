import { Client } from 'pg';
import { sourceIdentityKey, sourceSubscriptionKey } from '../../src/domain/identifiers';
import { actorName } from '../../src/domain/wording';
import { aCustomer, admin, anOwnAccount, copy, type Setup, setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';

/** What the database itself holds against SQL with a login, beside rows and columns: nothing of ours is in front of it. */
let world: World;
let setup: Setup;
let portal: Client;
let sync: Client;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  portal = new Client({ connectionString: world.portalUrl });
  sync = new Client({ connectionString: world.syncUrl });
  await Promise.all([portal.connect(), sync.connect()]);
});
afterAll(async () => {
  await Promise.all([portal.end(), sync.end()]);
  await world.close();
});

/** The code that the statements end with; null when they go through, and stay. */
async function codeOf(client: Client, ...statements: string[]): Promise<string | null> {
  await client.query('BEGIN');
  try {
    for (const statement of statements) await client.query(statement);
    await client.query('COMMIT');
    return null;
  } catch (error) {
    await client.query('ROLLBACK');
    return String(Reflect.get(error as object, 'code'));
  }
}

const asAlpha = () => `SET LOCAL app.tenant_reseller_id = '${setup.alpha.id}'`;

describe('ids and keys', () => {
  test.each(['c-1', 'Ünï¢ode ', 'x'.repeat(200), "o'neil", '1:2:3', '日本'])(
    'the database derives them of %j as the code does',
    async (source) => {
      const [row] = await world.sql<{ customer: string; subscription: string }>(
        `SELECT uuid_v5('customer:' || $1 || ':' || $2) AS customer, uuid_v5('subscription:' || $1 || ':' || $2) AS subscription`,
        [setup.alpha.id, source],
      );
      expect(row).toEqual({
        customer: sourceIdentityKey(setup.alpha.id, source),
        subscription: sourceSubscriptionKey(setup.alpha.id, source),
      });
    },
  );

  test('the id of Beta’s next customer is not to be had by Alpha, in no table', async () => {
    const id = sourceIdentityKey(setup.beta.id, 'next');
    const claim = (key: string, account: string, source = 'next') =>
      `INSERT INTO source_identities (key, tenant_reseller_id, source_account_id, account_id)
       VALUES ('${key}', '${setup.alpha.id}', '${source}', '${account}')`;
    expect(await codeOf(sync, asAlpha(), claim(id, id))).toBe('RA001');
    const own = sourceIdentityKey(setup.alpha.id, 'next');
    expect(await codeOf(sync, asAlpha(), claim(own, id))).toBe('RA001');
    expect(await codeOf(sync, asAlpha(), claim(own, own, 'other'))).toBe('RA001');
    expect(await codeOf(sync, asAlpha(), claim(own, own))).toBeNull();
    expect(await copy(world, setup.beta, aCustomer('next'))).toBe(id);
  });
});

describe('a copy by SQL of the sync’s login', () => {
  const copied = (changed: Readonly<Record<string, string>> = {}) => {
    const reseller = setup.alpha;
    const columns: Record<string, string> = {
      id: `'${sourceIdentityKey(reseller.id, 'by-hand')}'`,
      name: "'By hand'",
      status: "'ACTIVE'",
      currency: "'EUR'",
      tenant_reseller_id: `'${reseller.id}'`,
      source_account_id: "'by-hand'",
      source_version: '1',
      origin: "'COPIED_FROM_RESELLER'",
      managed_since: 'statement_timestamp()',
      last_synced_at: 'statement_timestamp()',
      parent_id: `'${reseller.accountId}'`,
      bill_to_id: `'${reseller.accountId}'`,
      ...changed,
    };
    return `INSERT INTO accounts (${Object.keys(columns).join(', ')}) VALUES (${Object.values(columns).join(', ')})`;
  };

  test.each<[string, () => Record<string, string>, string]>([
    ['billed to another reseller', () => ({ bill_to_id: `'${setup.beta.accountId}'` }), 'RA001'],
    ['billed to nobody', () => ({ bill_to_id: 'NULL' }), 'RA001'],
    ['below another reseller', () => ({ parent_id: `'${setup.beta.accountId}'` }), 'RA001'],
    ['of another origin', () => ({ origin: "'TRANSFERRED_TO_RESELLER'" }), 'RA001'],
    ['of another time', () => ({ managed_since: "'2020-01-01'" }), 'RA001'],
    ['made at another time', () => ({ created_at: "'2020-01-01'" }), 'RA001'],
    ['of a later revision', () => ({ revision: '9' }), 'RA001'],
    ['that is deleted', () => ({ status: "'DELETED'", deletion_date: "'2026-01-01'" }), 'RA001'],
    ['in another currency', () => ({ currency: "'USD'" }), '40001'],
    ['that is the distributor’s own', () => ({ tenant_reseller_id: 'NULL', source_account_id: 'NULL' }), '42501'],
  ])('%s is refused', async (_what, changed, code) => {
    expect(await codeOf(sync, asAlpha(), copied(changed()))).toBe(code);
  });

  test('as the product makes it, it is taken; what the distributor gives it, it gets, whatever was said', async () => {
    const said = {
      enable_ordering: 'false',
      separate_invoices: 'false',
      responsible_user_id: "'mallory'",
      permission_rule_id: 'NULL',
      custom_fields: `'{"x": 1}'`,
    };
    expect(await codeOf(sync, asAlpha(), copied(said))).toBeNull();
    const [row] = await world.sql(
      `SELECT a.enable_ordering, a.separate_invoices = t.separate_invoices AS separate, a.responsible_user_id AS who,
         a.permission_rule_id = o.permission_rule_id AS rule, a.custom_fields AS fields
       FROM accounts a JOIN tenant_resellers t ON t.id = a.tenant_reseller_id, api_options o WHERE a.source_account_id = 'by-hand'`,
    );
    expect(row).toEqual({ enable_ordering: true, separate: true, who: 'anna', rule: true, fields: {} });
  });
});

describe('a subscription by SQL of the sync’s login', () => {
  let number = 0;
  const sold = (accountId: string, price: string, startDate: string) => {
    number += 1;
    const key = sourceSubscriptionKey(accountId, `priced-${number}`);
    return `INSERT INTO subscriptions (account_id, id, service_id, quantities, unit_price, currency, billing_period, start_date,
        source_subscription_id, source_key, tenant_reseller_id, price_source)
      SELECT '${accountId}', '${key}', id, jsonb_build_array(jsonb_build_object('from', '${startDate}', 'quantity', 1)), ${price}, 'EUR', 'MONTHLY', '${startDate}', 'priced-${number}', '${key}', '${setup.alpha.id}',
        '${price === '2.50' ? 'SERVICE' : 'PRICE_LIST'}'
      FROM services WHERE sku = 'MAIL'`;
  };

  test('is taken at what its reseller’s list says latest by its start, else the service’s own price, and at no other', async () => {
    const id = await copy(world, setup.alpha, aCustomer('priced'));
    const prices = (amounts: Readonly<Record<string, string>>) =>
      Object.entries(amounts).map(([validFrom, amount]) => ({
        ...{ sku: 'MAIL', currency: 'EUR', billingPeriod: 'MONTHLY' },
        ...{ amount, validFrom },
      }));
    const save = async (code: string, amounts: Readonly<Record<string, string>>) =>
      (await world.mutate(admin, 'savePriceList', { code, name: code, prices: prices(amounts) }, 'priceList { id }'))
        .priceList.id;
    const give = (priceListId: string | null, { id: tenantResellerId } = setup.alpha) =>
      world.mutate(admin, 'updateTenantReseller', { tenantResellerId, priceListId });
    // Other lists with later prices, one of them another reseller's.
    await save('nobodys', { '2090-01-01': '0.01', '2090-01-02': '0.01', '2090-03-02': '0.01' });
    await give(await save('betas', { '2090-01-01': '0.01', '2090-01-02': '0.01', '2090-03-01': '0.01' }), setup.beta);
    await give(await save('alphas', { '2090-01-01': '2.00', '2090-03-01': '1.00', '2090-05-01': '0' }));
    const taken: readonly (readonly [day: string, price: string])[] = [
      ['2089-12-31', '2.50'],
      ['2090-01-01', '2.00'],
      ['2090-02-28', '2'],
      ['2090-03-01', '1.00'],
      ['2090-05-01', '0'],
    ];
    for (const [day, right] of taken) {
      for (const price of ['2.50', '2.00', '1.00', '0', '0.01']) {
        expect([day, price, await codeOf(sync, asAlpha(), sold(id, price, day))]).toEqual([
          day,
          price,
          Number(price) === Number(right) ? null : '40001',
        ]);
      }
    }
    await give(null);
    expect(await codeOf(sync, asAlpha(), sold(id, '2.00', '2090-01-01'))).toBe('40001');
    expect(await codeOf(sync, asAlpha(), sold(id, '2.50', '2090-01-01'))).toBeNull();
  });

  test('is not sold where neither the list nor the service has a price', async () => {
    const id = await copy(world, setup.alpha, aCustomer('unpriced'));
    const quarterly = sold(id, '2.50', '2090-01-01').replace("'MONTHLY'", "'QUARTERLY'");
    expect(await codeOf(sync, asAlpha(), quarterly)).toBe('40001');
  });

  test('the sync reads of lists no more than what its own reseller’s says', async () => {
    expect(await codeOf(sync, asAlpha(), 'SELECT FROM price_lists')).toBe('42501');
    expect(await codeOf(sync, asAlpha(), 'SELECT FROM price_list_entries')).toBe('42501');
    const read = async (reseller: string) => {
      await sync.query('BEGIN');
      await sync.query(`SET LOCAL app.tenant_reseller_id = '${reseller}'`);
      const { rows } = await sync.query(
        "SELECT e.amount FROM services s, LATERAL listed_prices(s.id) e WHERE s.sku = 'MAIL' ORDER BY e.valid_from",
      );
      await sync.query('ROLLBACK');
      return rows.map(({ amount }) => amount);
    };
    const [list] = await world.sql<{ id: string }>("SELECT id FROM price_lists WHERE code = 'alphas'");
    await world.sql('UPDATE tenant_resellers SET price_list_id = $1 WHERE id = $2', [list?.id, setup.alpha.id]);
    expect(await read(setup.alpha.id)).toEqual(['2.00', '1.00', '0']);
    expect(await read(setup.beta.id)).toEqual(['0.01', '0.01', '0.01']);
    await world.sql('UPDATE tenant_resellers SET price_list_id = NULL');
    expect(await read(setup.beta.id)).toEqual([]);
  });
});

describe('the history', () => {
  const line = (id: string, actor: string, at = 'clock_timestamp()') =>
    `INSERT INTO account_history (account_id, at, kind, text, actor) VALUES ('${id}', ${at}, 'EDITED', 'x', '${actor}')`;

  test('is signed by who writes it, and of now', async () => {
    const managed = await copy(world, setup.alpha, aCustomer('signed'));
    const alpha = actorName(setup.alpha.sync, 'Alpha');
    const beta = actorName(setup.beta.sync, 'Beta');
    expect(await codeOf(portal, line(managed, 'root'))).toBeNull();
    for (const said of ['', asAlpha(), `${asAlpha()}; SET LOCAL app.actor_kind = 'RESELLER_SYNC'`]) {
      expect(await codeOf(portal, said || 'SELECT 1', line(managed, alpha))).toBe('RA001');
    }
    for (const actor of [beta, 'root', 'Beta  Tenant Reseller', 'Gamma Tenant Reseller', `${alpha} `]) {
      expect(await codeOf(sync, asAlpha(), line(managed, actor))).toBe('40001');
    }
    for (const actor of [beta, `${alpha} `, 'gamma tenant reseller', 'Alpha\u00a0Tenant\u00a0Reseller']) {
      expect(await codeOf(portal, line(managed, actor))).toBe('RA001');
    }
    const renamed = `UPDATE tenant_resellers SET name = 'Somebody' WHERE id = '${setup.alpha.id}'`;
    const back = `UPDATE tenant_resellers SET name = 'Alpha' WHERE id = '${setup.alpha.id}'`;
    expect(await codeOf(portal, renamed, line(managed, alpha), back)).toBe('RA001');
    expect(await codeOf(sync, asAlpha(), line(managed, alpha))).toBeNull();
    for (const at of [
      "'2020-01-01'",
      "clock_timestamp() - interval '1 hour'",
      "clock_timestamp() + interval '1 hour'",
    ]) {
      expect(await codeOf(portal, line(managed, 'root', at))).toBe('RA001');
      expect(await codeOf(sync, asAlpha(), line(managed, alpha, at))).toBe('RA001');
    }
  });
});

describe('what was issued', () => {
  const invoice = async () => {
    const id = await anOwnAccount(world);
    const input = { accountId: id, lines: [{ description: 'One', quantity: '1', unitPrice: '10.00' }] };
    const answer = await world.mutate(admin, 'createInvoice', input, 'invoice { id number }');
    return { accountId: id, ...(answer.invoice as { id: string; number: string }) };
  };
  const lineOf = (accountId: string, invoiceId: string, position: number, amount: number) =>
    `INSERT INTO invoice_lines (account_id, invoice_id, position, description, quantity, unit_price, amount, charged_account_id)
     VALUES ('${accountId}', '${invoiceId}', ${position}, 'More', 1, ${amount}, ${amount}, '${accountId}')`;
  const heading = (accountId: string, id: string, number: string, total: number) =>
    `INSERT INTO invoices (account_id, id, number, bill_to_id, issue_date, currency, total)
     VALUES ('${accountId}', '${id}', '${number}', '${accountId}', '${world.now.getUTCFullYear()}-01-01', 'EUR', ${total})`;
  const fresh = '00000000-0000-4000-8000-000000000001';

  test('an issued invoice gets no other line, not even one of nothing', async () => {
    const { accountId, id } = await invoice();
    for (const amount of [5, 0, -10]) expect(await codeOf(portal, lineOf(accountId, id, 2, amount))).toBe('RA001');
    expect(await codeOf(portal, lineOf(accountId, id, 2, 5), lineOf(accountId, id, 3, -5))).toBe('RA001');
  });

  test('one by hand has its lines with it, at once, and they are its total', async () => {
    const { accountId } = await invoice();
    const taken = `INSERT INTO invoice_counters AS c VALUES (${world.now.getUTCFullYear()}, 1)
      ON CONFLICT (year) DO UPDATE SET last_number = c.last_number + 1`;
    const [row] = await world.sql<{ last: number }>('SELECT max(last_number) AS last FROM invoice_counters');
    const number = `${world.now.getUTCFullYear()}-${String((row?.last ?? 0) + 1).padStart(6, '0')}`;
    expect(await codeOf(portal, taken, heading(accountId, fresh, number, 5))).toBe('RA001');
    expect(await codeOf(portal, taken, heading(accountId, fresh, number, 5), lineOf(accountId, fresh, 1, 4))).toBe(
      'RA001',
    );
    const whole = [taken, heading(accountId, fresh, number, 5), lineOf(accountId, fresh, 1, 5)];
    expect(await codeOf(portal, 'SET CONSTRAINTS ALL IMMEDIATE', ...whole)).toBe('RA001');
    expect(await codeOf(portal, ...whole)).toBeNull();
    expect((await invoice()).number > number).toBe(true);
  });

  test('a number is one invoice’s, whoever writes it; numbers go up, and none that is ahead is met later', async () => {
    const { accountId, number } = await invoice();
    const again = heading(accountId, fresh.replace(/1$/, '2'), number, 5);
    expect(await codeOf(portal, again)).toBe('23505');
    await expect(world.sql(again)).rejects.toMatchObject({ code: '23505' });
    const year = world.now.getUTCFullYear();
    const ahead = fresh.replace(/1$/, '3');
    const squatted = [heading(accountId, ahead, `${year}-000700`, 5), lineOf(accountId, ahead, 1, 5)];
    expect(await codeOf(portal, ...squatted)).toBeNull();
    expect((await invoice()).number).toBe(`${year}-000701`);
    expect(await codeOf(portal, 'UPDATE invoice_counters SET last_number = last_number - 1')).toBe('RA001');
    expect(await codeOf(portal, 'UPDATE invoice_counters SET last_number = 2147483647')).toBe('RA001');
    expect(await codeOf(portal, 'INSERT INTO invoice_counters VALUES (2099, 2147483647)')).toBe('RA001');
    const padded = number.replace('-', '-0');
    const twice = [
      heading(accountId, fresh.replace(/1$/, '4'), padded, 5),
      lineOf(accountId, fresh.replace(/1$/, '4'), 1, 5),
    ];
    expect(await codeOf(portal, ...twice)).toBe('RA001');
    expect(await codeOf(portal, 'UPDATE invoice_counters SET last_number = last_number + 1')).toBeNull();
  });

  test('a sales document gets no other line', async () => {
    const id = await anOwnAccount(world);
    const lines = [{ sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 }];
    await world.mutate(admin, 'createOrder', { accountId: id, title: 'T', lines });
    const more = `INSERT INTO sales_lines SELECT account_id, document_id, 2, service_id, billing_period, 1, 0
      FROM sales_lines WHERE account_id = '${id}'`;
    expect(await codeOf(portal, more)).toBe('RA001');
  });
});

describe('what could not be read again, or would close an account for ever, is not written by the sync', () => {
  test.each<[string, string]>([
    ["UPDATE accounts SET updated_at = 'infinity'", 'RA001'],
    ["UPDATE accounts SET updated_at = '2020-01-01'", 'RA001'],
    ['UPDATE accounts SET revision = 9223372036854775807', 'RA001'],
    ['UPDATE accounts SET revision = revision - 1', 'RA001'],
    [`UPDATE accounts SET synchronization_options = '5'`, '23514'],
    [`UPDATE accounts SET synchronization_options = '[5]'`, '23514'],
    [`UPDATE accounts SET billing_address = '[1]'`, '23514'],
    ["UPDATE subscriptions SET end_date = 'infinity'", '23514'],
    ["UPDATE subscriptions SET end_date = '-infinity'", '23514'],
    ["UPDATE subscriptions SET cancellation_date = '0044-03-15 BC'", '23514'],
  ])('%s', async (statement, code) => {
    await copy(world, setup.alpha, aCustomer('poisoned'));
    expect(await codeOf(sync, asAlpha(), statement)).toBe(code);
  });
});

/**
 * A request's place in the order in which requests are handed out: nobody's decision, and told when it is acknowledged. And
 * what a trigger takes from the search vector, which nobody sets (test/persistence/accounts/duplicate-keys.test.ts).
 */
const NO_CHANGE = ['synchronization_outbox.position', 'accounts.email_key', 'accounts.accounting_no_key'];

test('every column of an audited table stands in its audit', async () => {
  const missing = await world.sql(
    `SELECT t.table_name, c.column_name FROM information_schema.columns c
     JOIN (SELECT DISTINCT g.tgrelid::regclass::text AS table_name, p.prosrc FROM pg_trigger g JOIN pg_proc p ON p.oid = g.tgfoid
       WHERE g.tgname = 'audit_update') t USING (table_name)
     WHERE c.table_schema = 'public' AND t.prosrc !~ ('(^|[^a-z_])' || c.column_name || '($|[^a-z_])')
       AND c.table_name || '.' || c.column_name <> ALL ($1)`,
    [NO_CHANGE],
  );
  expect(missing).toEqual([]);
});

test('every column that a login may not change is kept by a trigger, also where the whole table is granted', async () => {
  const open = await world.sql(`
    SELECT login, table_name, c.column_name
    FROM (VALUES ('reseller_accounts_portal', 'portal_keeps_columns', 'portal_keeps_versions'),
      ('reseller_accounts_sync', 'sync_keeps_columns', '')) AS l(login, keeper, other)
    JOIN pg_trigger g ON g.tgname = l.keeper
    JOIN information_schema.columns c ON c.table_schema = 'public' AND c.table_name = g.tgrelid::regclass::text
    WHERE NOT c.ordinal_position = ANY (g.tgattr::int2[])
      AND NOT EXISTS (SELECT FROM pg_trigger o WHERE o.tgname = l.other AND o.tgrelid = g.tgrelid
        AND c.ordinal_position = ANY (o.tgattr::int2[]))
      AND NOT EXISTS (SELECT FROM pg_attribute a, aclexplode(a.attacl) acl
        WHERE a.attrelid = g.tgrelid AND a.attname = c.column_name AND acl.privilege_type = 'UPDATE'
          AND acl.grantee = l.login::regrole)`);
  expect(open).toEqual([]);
});

test('no column is changed through a second UPDATE of the same statement, a merge, or a conflict', async () => {
  const id = await copy(world, setup.alpha, aCustomer('columns'));
  const harmless: Readonly<Record<string, string>> = {
    accounts: 'UPDATE accounts SET name = name WHERE false',
    subscriptions: 'UPDATE subscriptions SET end_date = end_date WHERE false',
    source_identities: 'UPDATE source_identities SET announced_at = announced_at WHERE false',
  };
  const forbidden: readonly (readonly [Client, string, string])[] = [
    [portal, 'subscriptions', "start_date = '2020-01-01'"],
    [portal, 'accounts', 'source_version = 99'],
    [portal, 'accounts', "created_at = '2020-01-01'"],
    [sync, 'accounts', "currency = 'USD'"],
    [sync, 'accounts', 'bill_to_id = NULL'],
    [sync, 'accounts', `custom_fields = '{"x": 1}'`],
    [sync, 'subscriptions', 'invoiced_periods = 9'],
    [portal, 'source_identities', 'source_account_id = account_id::text'],
  ];
  // The last test here: whole tables are granted, as they are where there are no grants on columns; the triggers alone.
  await world.sql(
    'GRANT UPDATE ON accounts, subscriptions, source_identities TO reseller_accounts_portal, reseller_accounts_sync',
  );
  await world.sql('GRANT SELECT ON accounts TO reseller_accounts_sync');
  for (const [client, table, assignment] of forbidden) {
    const where = table === 'accounts' ? `id = '${id}'` : `account_id = '${id}'`;
    const update = `UPDATE ${table} SET ${assignment} WHERE ${where}`;
    const merge = `MERGE INTO ${table} t USING (SELECT 1) one ON ${where} WHEN MATCHED THEN UPDATE SET ${assignment}`;
    const within = `WITH evil AS (${update} RETURNING 1) ${harmless[table]}`;
    for (const statement of [update, merge, within]) {
      expect([statement, await codeOf(client, asAlpha(), statement)]).toEqual([statement, '42501']);
    }
  }
});
