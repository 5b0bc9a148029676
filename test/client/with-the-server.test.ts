import { createServer, type Server } from 'node:http';
import { createSyncClient, type SyncClient, type SyncClientOptions } from '../../client/src/index.ts';
import { type Program, startProgram } from '../support/program';
import { aCustomer, admin, aPaidSubscription, aReseller, type Setup, setUpResellers } from '../support/resellers';
import { createWorld, type World } from '../support/world';
import { anItem, QUICK } from './runs';

let world: World;
let program: Program;
let setup: Setup;
let client: SyncClient;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  program = await startProgram(world);
  client = await clientOf(setup.alpha.id);
});
afterAll(async () => {
  await program.stop();
  await world.close();
});

async function tokenOf(tenantResellerId: string): Promise<string> {
  if (!program.issuer) throw new Error('There is no local issuer');
  return program.issuer.tokenForSync({ tenantResellerId });
}

async function clientOf(resellerId: string, options: Partial<SyncClientOptions> = {}): Promise<SyncClient> {
  return createSyncClient({ url: program.url, token: await tokenOf(resellerId), retry: QUICK, ...options });
}

const snapshot = (id: string, changes = {}) => aCustomer(id, changes) as ReturnType<typeof anItem>['customer'];
const subscription = (id = 's-1', changes = {}) =>
  aPaidSubscription(id, changes) as NonNullable<ReturnType<typeof anItem>['paidSubscriptions']>[number];

test('a customer from its purchase to its restoration, event by event', async () => {
  const purchase = { customer: snapshot('one'), subscription: subscription() };
  expect(await client.recordPaidSubscription({ ...purchase, dryRun: true })).toMatchObject({
    status: 'TAKEN',
    accountId: null,
    changes: expect.arrayContaining([expect.objectContaining({ subject: 'SUBSCRIPTION' })]),
  });
  expect(await client.recordPaidSubscription(purchase)).toMatchObject({
    status: 'TAKEN',
    outcome: 'CREATED',
    subscriptionOutcome: 'CREATED',
    accountId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(await client.recordPaidSubscription(purchase)).toMatchObject({ outcome: 'UNCHANGED' });
  const cancelled = { sourceAccountId: 'one', sourceSubscriptionId: 's-1', endDate: '2026-12-31' };
  expect(await client.cancelPaidSubscription(cancelled)).toMatchObject({ status: 'TAKEN', outcome: 'APPLIED' });
  expect(await client.cancelPaidSubscription({ ...cancelled, sourceSubscriptionId: 's-2' })).toMatchObject({
    status: 'NOT_HERE_YET',
    errors: [{ code: 'NOT_FOUND', path: ['sourceSubscriptionId'] }],
  });
  expect(await client.deleteManagedAccount({ sourceAccountId: 'one', sourceVersion: 5n })).toMatchObject({
    outcome: 'APPLIED',
  });
  expect(
    await client.recordPaidSubscription({ ...purchase, customer: snapshot('one', { sourceVersion: '6' }) }),
  ).toMatchObject({ status: 'REFUSED', errors: [{ code: 'ACCOUNT_DELETED' }] });
  expect(await client.restoreManagedAccount({ customer: snapshot('one', { sourceVersion: '7' }) })).toMatchObject({
    outcome: 'APPLIED',
  });
  expect(await client.deleteManagedAccount({ sourceAccountId: 'nobody', sourceVersion: '5' })).toMatchObject({
    status: 'NOT_HERE_YET',
    errors: [{ code: 'ACCOUNT_NOT_COPIED' }],
  });
});

test('what has not the right form is refused, of a call of many too, and fails nobody else', async () => {
  const wrong = { ...snapshot('wrong'), status: 'DELETED' as 'ACTIVE' };
  expect(await client.recordPaidSubscription({ customer: wrong, subscription: subscription() })).toMatchObject({
    status: 'REFUSED',
  });
  const items = Array.from({ length: 30 }, (_, nth) => ({
    customer: nth === 17 ? wrong : snapshot(`many-${nth}`),
    paidSubscriptions: [subscription('s-1', nth === 3 ? { sku: 'NONE' } : {})],
  }));
  const statuses = new Map<number, string>();
  for await (const { index, status } of client.syncCustomers(items)) statuses.set(index, status);
  expect([...statuses].filter(([, status]) => status !== 'TAKEN').sort()).toEqual([
    [17, 'REFUSED'],
    [3, 'REFUSED'],
  ]);
  expect(statuses.size).toBe(30);
});

test('a customer of 230 subscriptions is one account with all of them; sent again nothing changes', async () => {
  for (const outcome of ['CREATED', 'UNCHANGED']) {
    for await (const one of client.syncCustomers([{ ...anItem('large', 1, 230) }])) {
      expect(one).toMatchObject({ status: 'TAKEN', outcome });
      expect(one.subscriptions).toHaveLength(230);
    }
  }
  const [{ count }] = (await world.sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM subscriptions s JOIN accounts a ON a.id = s.account_id
     WHERE a.source_account_id = 'large'`,
  )) as [{ count: number }];
  expect(count).toBe(230);
});

test('its accounts, what is offered to it, what was refused and how it fares', async () => {
  await client.recordPaidSubscription({ customer: snapshot('asked'), subscription: subscription() });
  expect(await client.copiedAccounts(['asked', 'nobody'])).toMatchObject([
    { name: 'Customer asked', status: 'ACTIVE', managedByReseller: { sourceAccountId: 'asked', sourceVersion: '1' } },
    null,
  ]);
  const services: string[] = [];
  for await (const { sku } of client.offeredServices()) services.push(sku);
  expect(services).toEqual(['BACKUP', 'EUR-ONLY', 'MAIL']);
  await client.recordPaidSubscription({
    customer: snapshot('asked'),
    subscription: subscription('s-2', { sku: 'NONE' }),
  });
  const problems: unknown[] = [];
  for await (const problem of client.syncProblems()) problems.push(problem);
  expect(problems).toContainEqual(
    expect.objectContaining({ sourceAccountId: 'asked', sourceSubscriptionId: 's-2', code: 'SERVICE_NOT_OFFERED' }),
  );
  const closed: unknown[] = [];
  for await (const problem of client.syncProblems({ open: false })) closed.push(problem);
  // Restored above: what was refused then is settled.
  expect(closed).toMatchObject([{ sourceAccountId: 'one', code: 'ACCOUNT_DELETED', closedAt: expect.any(String) }]);
  expect(await client.syncHealth()).toMatchObject({ openProblems: problems.length });
});

test('who calls; a person is no sync, and is told so', async () => {
  expect(await client.viewer()).toMatchObject({
    kind: 'RESELLER_SYNC',
    tenantReseller: { name: 'Alpha', status: 'ACTIVE', backOrderingActive: true },
  });
  const token = await program.issuer?.tokenForPerson({ userId: 'bob', groups: [], administrator: false });
  const person = createSyncClient({ url: program.url, token: token ?? '' });
  await expect(person.syncHealth()).rejects.toMatchObject({ reason: 'FORBIDDEN' });
  await expect(
    person.recordPaidSubscription({ customer: snapshot('x'), subscription: subscription() }),
  ).rejects.toMatchObject({ reason: 'FORBIDDEN' });
  const stranger = createSyncClient({ url: program.url, token: 'a.b.c' });
  await expect(stranger.viewer()).rejects.toMatchObject({ reason: 'UNAUTHENTICATED' });
});

test('a suspended reseller: told at once, or waited for; an ended one: told', async () => {
  const gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
  const status = (to: string) =>
    world.mutate(admin, 'updateTenantReseller', { tenantResellerId: gamma.id, status: to });
  const event = { customer: snapshot('g'), subscription: subscription() };
  const hasty = await clientOf(gamma.id);
  await status('SUSPENDED');
  await expect(hasty.recordPaidSubscription(event)).rejects.toMatchObject({ reason: 'RESELLER_SUSPENDED' });
  const patient = await clientOf(gamma.id, { patienceMs: 20_000, retry: { ...QUICK, longestDelayMs: 100 } });
  const waiting = patient.recordPaidSubscription(event);
  await status('ACTIVE');
  expect(await waiting).toMatchObject({ outcome: 'CREATED' });
  await status('ENDED');
  await expect(hasty.recordPaidSubscription(event)).rejects.toMatchObject({ reason: 'RESELLER_ENDED' });
});

describe('connections that break', () => {
  let gateway: Server;
  let url: string;
  let sent = 0;
  beforeAll(async () => {
    // Every other call is cut: in turns before the server has it, amid its answer, and after all of it.
    gateway = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      sent += 1;
      if (sent % 4 === 0) return request.socket.resetAndDestroy();
      const answer = await fetch(program.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: request.headers.authorization ?? '' },
        body: Buffer.concat(chunks),
      });
      const body = await answer.text();
      response.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': body.length + 1 });
      if (sent % 4 === 2) response.write(body.slice(0, 10), () => request.socket.resetAndDestroy());
      else response.end(`${body} `);
    });
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(gateway.address() as { port: number }).port}`;
  });
  afterAll(() => {
    gateway.closeAllConnections();
    gateway.close();
  });

  test('lose nothing and repeat nothing that matters', async () => {
    const broken = createSyncClient({ url, token: await tokenOf(setup.beta.id), retry: QUICK, concurrency: 3 });
    async function* source() {
      for (let nth = 0; nth < 60; nth += 1) {
        yield {
          customer: snapshot(`b-${nth % 20}`, { sourceVersion: String(nth) }),
          paidSubscriptions: [subscription(`s-${nth}`)],
        };
        if (nth % 6 === 0) await new Promise((resolve) => setTimeout(resolve, 40));
      }
    }
    const indices: number[] = [];
    for await (const { index, status } of broken.syncCustomers(source())) {
      expect(status).toBe('TAKEN');
      indices.push(index);
    }
    expect(indices.sort((one, other) => one - other)).toEqual(Array.from({ length: 60 }, (_, nth) => nth));
    const [counts] = await world.sql<{ accounts: number; subscriptions: number; versions: string }>(
      `SELECT count(DISTINCT a.id)::int AS accounts, count(*)::int AS subscriptions, min(a.source_version)::text AS versions
       FROM accounts a JOIN subscriptions s ON s.account_id = a.id WHERE a.tenant_reseller_id = $1`,
      [setup.beta.id],
    );
    expect(counts).toEqual({ accounts: 20, subscriptions: 60, versions: '40' });
  });
});
