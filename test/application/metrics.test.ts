import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Program, startProgram } from '../support/program';
import { aCustomer, anOwnAccount, aPaidSubscription, copy, type Setup, setUpResellers } from '../support/resellers';
import { createWorld, USER_ERRORS, type World } from '../support/world';
import { Samples } from '../telemetry/metrics/samples';

/** What is promised of `/metrics`, each after it has happened on a real server over a real database. */

const TOKEN = 'token-of-the-metrics';

let world: World;
let setup: Setup;
let program: Program;
let accountId: string;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  accountId = await copy(world, setup.alpha);
  program = await startProgram(world, {
    ...{ METRICS_TOKEN: TOKEN, POOL_SIZE: '2', MAX_CONNECTIONS: '20' },
    // Longer than anything here waits for a lock, on a machine that is busy too.
    ...{ STATEMENT_TIMEOUT: '60', LOCK_TIMEOUT: '60' },
  });
});
afterAll(async () => {
  await program.stop();
  await world.close();
});

const holding = { authorization: `Bearer ${TOKEN}` };

async function scraped(): Promise<Samples> {
  const { origin } = new URL(program.url);
  const response = await fetch(`${origin}/metrics`, { headers: holding });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  return new Samples(await response.text());
}

/** The first scrape that says so: what was found is told for a second, and a look that is late for longer. */
async function scrapedOnce(isSo: (samples: Samples) => boolean): Promise<Samples> {
  const deadline = performance.now() + 20_000;
  let samples = await scraped();
  while (!isSo(samples)) {
    if (performance.now() > deadline) throw new Error(`No scrape says so: ${isSo}`);
    await sleep(20);
    samples = await scraped();
  }
  return samples;
}

type Series = readonly [name: string, labels?: Readonly<Record<string, string>>];

/** By how much the series grows by the act. */
async function growth(act: () => Promise<unknown>, ...series: readonly Series[]): Promise<number[]> {
  const before = await scraped();
  await act();
  const after = await scraped();
  return series.map(([name, labels]) => (after.value(name, labels) ?? 0) - (before.value(name, labels) ?? 0));
}

const tokenOf = async (whom: 'root' | 'sync' | 'anna' | 'bob'): Promise<{ authorization: string }> => {
  if (program.issuer === null) throw new Error('The local issuer is there');
  const token =
    whom === 'sync'
      ? await program.issuer.tokenForSync({ tenantResellerId: setup.alpha.id })
      : await program.issuer.tokenForPerson({ userId: whom, groups: ['billing'], administrator: whom === 'root' });
  return { authorization: `Bearer ${token}` };
};
const ask = async (whom: Parameters<typeof tokenOf>[0], query: string, variables: object = {}) =>
  program.post({ query, variables }, await tokenOf(whom));

test('requests by operation, caller, outcome and status, and how long they took', async () => {
  const labels = { operation: 'Counted', caller: 'DISTRIBUTOR_USER', outcome: 'ok', status: '2xx' };
  const grown = await growth(
    () => ask('anna', 'query Counted { accounts(first: 1) { totalCount } }'),
    ['requests_total', labels],
    ['request_duration_seconds_count', { operation: 'Counted' }],
    ['http_answers_total', { path: '/graphql', status: '200' }],
    ['database_statements_total', { login: 'portal' }],
    ['database_pool_wait_seconds_count', { login: 'portal' }],
  );
  expect(grown.slice(0, 3)).toEqual([1, 1, 1]);
  expect(grown[3]).toBeGreaterThan(0);
  expect(grown[4]).toBeGreaterThan(0);
});

test('refusals by code and action, and the layer that denied a write', async () => {
  const grown = await growth(
    async () => {
      await ask('root', `mutation { deleteAccount(input: { accountId: "${accountId}" }) { ${USER_ERRORS} } }`);
      await ask('root', `mutation { syncCustomers(input: { items: [] }) { ${USER_ERRORS} } }`);
    },
    ['refusals_total', { code: 'ACTION_NOT_ALLOWED', action: 'DELETE' }],
    ['denied_writes_total', { layer: 'policy' }],
    ['denied_writes_total', { layer: 'schema' }],
    ['requests_total', { operation: '{deleteAccount}', caller: 'ADMINISTRATOR', outcome: 'refused', status: '2xx' }],
  );
  expect(grown).toEqual([1, 1, 1, 1]);
});

test('events of a reseller by what became of them, and when the newest was accepted', async () => {
  const items = [
    { customer: aCustomer('m-1'), paidSubscriptions: [aPaidSubscription()] },
    { customer: aCustomer('m-2', { name: ' ' }) },
  ];
  const send = (more: object) =>
    ask('sync', `mutation Send($input: SyncCustomersInput!) { syncCustomers(input: $input) { ${USER_ERRORS} } }`, {
      input: { items, ...more },
    });
  const reseller = setup.alpha.id;
  const series: Series[] = [
    ['sync_items_total', { reseller, outcome: 'CREATED' }],
    ['sync_items_total', { reseller, outcome: 'REJECTED' }],
  ];
  expect(await growth(() => send({ dryRun: true }), ...series)).toEqual([0, 0]);
  expect((await scraped()).value('last_accepted_event_timestamp_seconds', { reseller })).toBeUndefined();
  const since = Date.now() / 1000;
  expect(await growth(() => send({}), ...series)).toEqual([1, 1]);
  const accepted = (await scraped()).value('last_accepted_event_timestamp_seconds', { reseller }) ?? 0;
  expect(accepted).toBeGreaterThanOrEqual(since - 0.001);
});

describe('what runs into a limit', () => {
  const tooLarge = () => program.post(`{"query":"${'x'.repeat(100_000)}"}`);
  const tooDeep = () => program.post(`{"variables":${'['.repeat(100)}`);
  const tooWide = () => ask('anna', `{ ${Array.from({ length: 51 }, (_, n) => `a${n}: __typename`).join(' ')} }`);
  test.each([
    ['body_bytes', tooLarge],
    ['body_shape', tooDeep],
    ['operation_size', tooWide],
  ])('%s', async (limit, act) => {
    expect(await growth(act, ['limit_refusals_total', { limit }])).toEqual([1]);
  });

  test('of connections', async () => {
    const { port, hostname } = new URL(program.url);
    const sockets: Socket[] = [];
    const open = async () => {
      for (let n = 0; n < 30; n += 1) {
        const socket = connect(Number(port), hostname).on('error', () => undefined);
        sockets.push(socket);
        await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
      }
      await sleep(100);
    };
    const [closed = 0] = await growth(open, ['connections_closed_for_room_total']);
    for (const socket of sockets) socket.destroy();
    expect(closed).toBeGreaterThan(5);
  });
});

describe('in the database', () => {
  /** Refuses contacts of this name as it is told. */
  const breaking = (lastName: string, errcode: string) =>
    world.sql(`CREATE OR REPLACE FUNCTION test_breaks() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.last_name = '${lastName}' AND nextval('public.test_times') < 2 THEN
          RAISE EXCEPTION 'broken' USING ERRCODE = '${errcode}';
        END IF;
        RETURN NEW;
      END $$`);
  const addContact = (lastName: string) =>
    ask(
      'root',
      `mutation { addContact(input: { accountId: "${accountId}", lastName: "${lastName}" }) {
      contact { id } ${USER_ERRORS} } }`,
    );

  beforeAll(async () => {
    await world.sql('CREATE SEQUENCE public.test_times');
    await breaking('nobody', 'RA001');
    await world.sql(
      'CREATE TRIGGER zz_breaks BEFORE INSERT ON account_contacts FOR EACH ROW EXECUTE FUNCTION test_breaks()',
    );
  });
  afterAll(async () => {
    await world.sql('DROP TRIGGER zz_breaks ON account_contacts');
  });

  test.each<[string, string, Series]>([
    ['a write that a trigger denies', 'RA001', ['denied_writes_total', { layer: 'trigger' }]],
    [
      'a lock that is not had in time',
      '55P03',
      ['database_failures_total', { login: 'portal', cause: 'lock_timeout' }],
    ],
    [
      'a transaction that is tried again',
      '40001',
      ['database_retries_total', { login: 'portal', cause: 'serialization' }],
    ],
    ['one that met another', '40P01', ['database_retries_total', { login: 'portal', cause: 'deadlock' }]],
  ])('%s', async (_, code, series) => {
    await world.sql(`SELECT setval('public.test_times', 1, false)`);
    await breaking('Broken', code);
    expect(await growth(() => addContact('Broken'), series)).toEqual([1]);
    expect(await growth(() => addContact('Whole'), series)).toEqual([0]);
  });

  test('a fault, which is masked for the caller', async () => {
    await world.sql(`SELECT setval('public.test_times', 1, false)`);
    await breaking('Faulty', '22012');
    const grown = await growth(
      () => addContact('Faulty'),
      ['faults_total'],
      ['database_failures_total', { login: 'portal', cause: 'other' }],
      ['requests_total', { operation: '{addContact}', caller: 'ADMINISTRATOR', outcome: 'fault', status: '2xx' }],
    );
    expect(grown).toEqual([1, 1, 1]);
  });

  test('a write that a grant denies, and guards that do not hold', async () => {
    // The trigger that breaks is none of ours.
    const faults = (samples: Samples) => samples.value('guard_faults') ?? 0;
    const before = faults(await scrapedOnce((samples) => faults(samples) > 0));
    await world.sql('REVOKE INSERT ON account_relations FROM reseller_accounts_portal');
    const relate = () =>
      ask(
        'root',
        `mutation { relateAccount(input: { accountId: "${accountId}", kind: DOCUMENT, targetId: "t" }) {
        ${USER_ERRORS} } }`,
      );
    expect(await growth(relate, ['denied_writes_total', { layer: 'grant' }])).toEqual([1]);
    const samples = await scrapedOnce((one) => faults(one) !== before);
    expect(faults(samples)).toBe(before + 1);
    expect(samples.value('ready')).toBe(0);
    expect(samples.value('readiness_fault', { check: 'guards' })).toBe(1);
    await world.sql('GRANT INSERT ON account_relations TO reseller_accounts_portal');
  });

  test('a write that row-level security denies', async () => {
    await world.sql('ALTER TABLE custom_field_definitions ENABLE ROW LEVEL SECURITY');
    const save = () =>
      ask(
        'root',
        `mutation { saveCustomFieldDefinition(input: { code: "c", label: "C", type: TEXT, required: false }) {
        ${USER_ERRORS} } }`,
      );
    expect(await growth(save, ['denied_writes_total', { layer: 'row_security' }])).toEqual([1]);
    await world.sql('ALTER TABLE custom_field_definitions DISABLE ROW LEVEL SECURITY');
    expect(await growth(save, ['denied_writes_total', { layer: 'row_security' }])).toEqual([0]);
  });

  test('sessions that wait for a lock, connections that are taken, and who got none in time', async () => {
    const own = await anOwnAccount(world);
    const other = new Client({ connectionString: world.ownerUrl });
    await other.connect();
    await other.query('BEGIN');
    await other.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [own]);
    const edit = (whom: 'root' | 'anna' | 'bob') =>
      ask(whom, `mutation { suspendAccount(input: { accountId: "${own}" }) { ${USER_ERRORS} } }`);
    await world.sql(`UPDATE accounts SET permission_rule_id = $1 WHERE id = $2`, [setup.ruleId, accountId]);
    const before = await scraped();
    const ofPortal = (samples: Samples, name: string) => samples.value(name, { login: 'portal' });
    const first = edit('root');
    await scrapedOnce((samples) => ofPortal(samples, 'database_lock_waits') === 1);
    // Of two connections the last is left to others.
    expect((await ask('bob', '{ accounts(first: 1) { totalCount } }')).status).toBe(200);
    const late = [edit('root'), edit('root')];
    const amid = await scrapedOnce((samples) => ofPortal(samples, 'database_pool_waiting') === 2);
    expect(ofPortal(amid, 'database_lock_waits')).toBe(1);
    expect(ofPortal(amid, 'database_pool_size')).toBe(2);
    expect(ofPortal(amid, 'database_pool_in_use')).toBe(1);
    // Nobody waits for a connection for longer than two seconds.
    await Promise.all(late);
    await other.query('ROLLBACK');
    await other.end();
    await first;
    const after = await scraped();
    const timeouts = (samples: Samples) => ofPortal(samples, 'database_pool_timeouts_total') ?? 0;
    expect(timeouts(after) - timeouts(before)).toBe(2);
    expect(ofPortal(after, 'database_pool_waiting')).toBe(0);
    expect(ofPortal(after, 'database_lock_waits')).toBe(0);
  });
});

test('sizes, and what the process itself takes', async () => {
  const samples = await scraped();
  for (const audit of ['account_audit', 'setup_audit']) {
    expect(samples.value('audit_size_bytes', { audit })).toBeGreaterThan(8_192);
    expect(samples.value('audit_months_ready', { audit })).toBe(4);
  }
  expect(samples.value('history_size_bytes')).toBeGreaterThan(8_192);
  for (const name of [
    'event_loop_delay_p50_seconds',
    'event_loop_delay_p99_seconds',
    'event_loop_delay_max_seconds',
    'nodejs_heap_size_used_bytes',
    'heap_limit_bytes',
    'process_resident_memory_bytes',
    'process_cpu_seconds_total',
    'connections_open',
    'requests_in_flight',
    'workers_serving',
    'start_time_seconds',
  ]) {
    expect([name, samples.value(name)]).toEqual([name, expect.any(Number)]);
    expect(samples.value(name)).toBeGreaterThan(0);
  }
  expect(samples.labels('build_info', 'version')).toEqual([expect.stringMatching(/^\d+\.\d+\.\d+/)]);
  expect(samples.value('held_bytes')).toBe(0);
});

test('nothing in it is about a person', async () => {
  const series = (await scraped()).text.split('\n').filter((line) => !line.startsWith('#'));
  expect(series.join('\n')).not.toMatch(/anna|bob|"root"|@|Customer m-|Alpha|token-of/);
});
