import { StartError } from '../../src/application/start-error';
import { createTestDatabase, type Oddness } from '../support/cluster';
import { startProgram } from '../support/program';
import { aCustomer, admin, aPaidSubscription, record, setUpResellers } from '../support/resellers';
import { aUser, createWorld } from '../support/world';

/** A database is set up by somebody else: whatever its settings, it answers the same, or is not served. */

const MADE = 'TEMPLATE template0';
const ICU = (locale: string) => `${MADE} ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE '${locale}' LOCALE 'C'`;

const ODD: [what: string, oddness: Oddness][] = [
  ['DateStyle', { settings: ["datestyle = 'German'"] }],
  [
    'how it writes and reads values',
    {
      settings: [
        "timezone = 'Pacific/Kiritimati'",
        'standard_conforming_strings = off',
        "bytea_output = 'escape'",
        "intervalstyle = 'sql_standard'",
        'extra_float_digits = 0',
        "client_encoding = 'LATIN1'",
        "xmloption = 'document'",
        'array_nulls = off',
        'transform_null_equals = on',
        'quote_all_identifiers = on',
      ],
    },
  ],
  [
    'how it opens a transaction',
    { settings: ["default_transaction_isolation = 'serializable'", 'default_transaction_read_only = on'] },
  ],
  ['its search path', { settings: ['search_path = pg_catalog'] }],
  ['Turkish letters', { made: ICU('tr-TR') }],
  ['an order of words that is no order of bytes', { made: ICU('de-DE-u-ks-level1') }],
];

const EVERYTHING = `name email currency status managedByReseller { ribbon managedSince }
  lockedFields fieldLocks { field message } allowedActions actionPermissions { action allowed }
  subscriptions(first: 9) { edges { node { startDate unitPrice nextInvoiceDate service { name } } } }
  history(first: 20) { edges { node { kind text } } }
  pendingInvoices(asOf: "2026-05-31") { currency total lines { description amount } }`;

/** What callers see of a managed account and may not do to it, in a world of its own: without what is new in each. */
async function slice(oddness: Oddness) {
  const world = await createWorld(oddness);
  try {
    const { alpha } = await setUpResellers(world);
    const customers = ['Ärzte & Söhne', 'İnci', "O'Neil \\ 12.03.2026", 'aachen', 'Zürich'];
    const ids: string[] = [];
    for (const [at, name] of customers.entries()) {
      const customer = aCustomer(`c-${at}`, { name, email: at % 2 ? 'INFO@ISIK.example' : 'info@isik.example' });
      const { account } = await record(world, alpha, customer, aPaidSubscription(`s-${at}`));
      ids.push(account.id);
    }
    const [id] = ids;
    const refused = await world.mutate(admin, 'updateAccount', { accountId: id, email: 'new@here.example' });
    const deleted = await world.mutate(admin, 'deleteAccount', { accountId: id });
    const invoiced = await world.mutate(
      admin,
      'generateInvoices',
      { accountId: id, asOf: '2026-03-31' },
      'invoices { total issueDate lines { description amount } }',
    );
    const seen = await world.ask(
      aUser('bob', 'billing'),
      `query ($ids: [_Any!]!) {
        accounts(first: 10) { totalCount edges { node { name } } }
        found: accounts(first: 10, filter: { search: "isik" }) { totalCount }
        _entities(representations: $ids) { ... on Account { ${EVERYTHING} } } }`,
      { ids: ids.map((one) => ({ __typename: 'Account', id: one })) },
    );
    const said = { refused, deleted, invoiced, seen, faults: world.faults.length };
    return JSON.parse(
      JSON.stringify(said, (_key, value) =>
        typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? 'an instant' : value,
      ),
    );
  } finally {
    await world.close();
  }
}

let expected: Awaited<ReturnType<typeof slice>>;
beforeAll(async () => {
  expected = await slice({});
  expect(expected.faults).toBe(0);
  expect(expected.seen._entities).toHaveLength(5);
  expect(expected.seen._entities[0].managedByReseller.ribbon).toContain('Alpha');
  expect(expected.refused.userErrors).toMatchObject([{ code: 'FIELD_LOCKED' }]);
});

test.each(ODD)('a database that is odd in %s answers as any other', async (_what, oddness) => {
  expect(await slice(oddness)).toEqual(expected);
});

test('and is served: its guards are the same, whatever it prints of them by itself', async () => {
  for (const [, oddness] of ODD.slice(0, 3)) {
    const database = await createTestDatabase(oddness);
    const program = await startProgram(database);
    expect((await program.get('/readyz')).body).toEqual({ status: 'ready', checks: [] });
    await program.stop();
    await database.drop();
  }
});

describe.each(['LATIN1', 'SQL_ASCII', 'WIN1252'])('one in %s', (encoding) => {
  const SAID = new RegExp(`server_encoding is "${encoding}", where UTF8 is needed. Make a new database as UTF8`);
  const made = `${MADE} ENCODING '${encoding}' LOCALE 'C'`;

  test('is not migrated', async () => {
    const failure = await createTestDatabase({ made }).catch((error: unknown) => error);
    expect(String(failure)).toMatch(SAID);
  });

  test('is not served, and the start says what to do in a line', async () => {
    const database = await createTestDatabase();
    const name = `${new URL(database.ownerUrl).pathname.slice(1)}_${encoding.toLowerCase()}`;
    await database.sql(`CREATE DATABASE ${name} ${made}`);
    const led = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
    const failure = await startProgram({
      portalUrl: led(database.portalUrl),
      syncUrl: led(database.syncUrl),
    }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartError);
    expect(String(failure)).toMatch(SAID);
    await database.sql(`DROP DATABASE ${name}`);
    await database.drop();
  });
});
