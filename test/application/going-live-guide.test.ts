import { join } from 'node:path';
import { packageRoot } from '../../src/config/package-root';
import { GraphqlClient } from '../../src/development/demo/graphql-client';
import { loadGoingLive } from '../../src/development/demo/load-going-live';
import { readNorthwind } from '../../src/development/demo/northwind';
import { type Program, startProgram } from '../support/program';
import { admin } from '../support/resellers';
import { createWorld, type World } from '../support/world';
import { readGuide, stepsOf } from './guide-steps';

/** docs/going-live.md over HTTP: each operation as it stands there. */
const GUIDE = readGuide('going-live.md');
const STEPS = stepsOf(GUIDE);

let world: World;
let program: Program;
/** What the steps have made, under the names of the guide's variables. */
const made: Record<string, string> = { today: new Date().toISOString().slice(0, 10) };

beforeAll(async () => {
  world = await createWorld();
  const { services } = await readNorthwind(join(packageRoot(), 'examples', 'northwind'));
  await world.mutate(admin, 'saveService', services[0]);
  program = await startProgram(world);
});
afterAll(async () => {
  await program.stop();
  await world.close();
});

async function tokenOf(who: string): Promise<string> {
  if (!program.issuer) throw new Error('There is no local issuer');
  switch (who) {
    case 'administrator':
      return program.issuer.tokenForPerson({ userId: 'root', groups: [], administrator: true });
    case 'sync':
      return program.issuer.tokenForSync({ tenantResellerId: made.reseller ?? '' });
    case 'next':
      return program.issuer.tokenForSync({ tenantResellerId: made.next ?? '' });
    default:
      throw new Error(`The guide does not say who sends it: ${who}`);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: whatever the step asks for
function learn(data: any): void {
  const { tenantReseller } = data.createTenantReseller ?? {};
  if (tenantReseller && made.reseller) made.next = tenantReseller.id;
  else if (tenantReseller) Object.assign(made, { reseller: tenantReseller.id, payer: tenantReseller.account.id });
  if (data.createAccount) made.account = data.createAccount.account.id;
  if (data.accounts) {
    const { id, subscriptions } = data.accounts.edges[0].node;
    Object.assign(made, { inn: id, chai: subscriptions.edges[0].node.id });
  }
  if (data.createSubscription) made.subscription = data.createSubscription.subscription.id;
}

test('the guide tells the story from its beginning to its end', () => {
  expect(STEPS.map(({ name }) => name)).toEqual([
    ...[
      'CreateReseller',
      'OwnCustomer',
      'Sold',
      'Plan',
      'TooEarly',
      'WouldBeHandedOver',
      'HandOver',
      'BeforeGoingLive',
    ],
    ...[
      'GoLive',
      'FirstOfAll',
      'Seen',
      'DeletedByMistake',
      'Restored',
      'Suspend',
      'WhileSuspended',
      'Billed',
      'Lift',
      'SentAgain',
      'End',
      'AfterTheEnd',
    ],
    ...[
      'StillManaged',
      'CreateNext',
      'Announce',
      'TooSoon',
      'Unpaid',
      'LastInvoice',
      'WouldMove',
      'Move',
      'SentByNext',
    ],
    ...['SeenByNext', 'Again', 'Late', 'Left', 'LastOfInn', 'Release', 'SoldAgain'],
  ]);
});

test.each(STEPS)('$name, by $who', async ({ who, operation, shown }) => {
  const variables = Object.fromEntries(
    [...operation.matchAll(/\$(\w+): (?:ID|Date)!/g)].map(([, name = '']) => [name, made[name]]),
  );
  const answer = await program.post({ query: operation, variables }, { authorization: `Bearer ${await tokenOf(who)}` });
  expect([answer.status, answer.body.errors]).toEqual([200, undefined]);
  if (shown) expect(answer.body.data).toMatchObject(shown as object);
  else for (const payload of Object.values(answer.body.data)) expect(payload).toMatchObject({ userErrors: [] });
  learn(answer.body.data);
});

test('what the guide says of the demo is so: a reseller just before it, loaded once however often', async () => {
  const { goingLive, services } = await readNorthwind(join(packageRoot(), 'examples', 'northwind'));
  if (!goingLive) throw new Error('The example has no reseller that is about to go live');
  expect(GUIDE).toContain(`\`${goingLive.name}\``);
  const sold = new Set(goingLive.accounts.flatMap(({ subscriptions }) => subscriptions.map(({ sku }) => sku)));
  for (const service of services.filter(({ sku }) => sold.has(sku))) await world.mutate(admin, 'saveService', service);
  const client = new GraphqlClient(program.url, await tokenOf('administrator'));
  const id = await loadGoingLive(client, goingLive);
  expect(await loadGoingLive(client, goingLive)).toBe(id);
  const plan = STEPS.find(({ name }) => name === 'Plan')?.operation ?? '';
  const { tenantReseller } = await client.send<{ tenantReseller: { goLivePlan: PlanShown } }>(plan, { reseller: id });
  const { ready, accounts } = tenantReseller.goLivePlan;
  const shown = accounts.edges.map(({ node }) => [node.account.name, ...node.obstacles, node.subscriptions.length]);
  expect([ready, ...shown]).toEqual([
    false,
    ["G'day, Mate", 'NOT_TRANSFERRED', 'BILLED_BELOW', 0],
    ['Leka Trading', 'NOT_TRANSFERRED', 'SUBSCRIPTION_NOT_MAPPED', 1],
    ["Mayumi's", 'NOT_TRANSFERRED', 'SUBSCRIPTION_NOT_MAPPED', 2],
    ['Pavlova, Ltd.', 'NOT_TRANSFERRED', 'SUBSCRIPTION_NOT_MAPPED', 1],
    ['Tokyo Traders', 'NOT_TRANSFERRED', 'SUBSCRIPTION_NOT_MAPPED', 'CURRENCY_DIFFERS', 1],
  ]);
});

interface PlanShown {
  readonly ready: boolean;
  readonly accounts: {
    readonly edges: readonly {
      readonly node: {
        readonly account: { readonly name: string };
        readonly obstacles: readonly string[];
        readonly subscriptions: readonly unknown[];
      };
    }[];
  };
}
