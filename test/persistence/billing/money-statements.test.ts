import { aCustomer, admin, aPaidSubscription, type Setup, setUpResellers } from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

/** What follows the source costs as many statements for 200 subscriptions, or 500 customers, as for one. */
let world: World;
let setup: Setup;
const counts: Record<string, number> = {};

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
  world.now = new Date('2026-03-31T12:00:00Z');
});
afterAll(() => {
  process.stdout.write(`Statements, START TRANSACTION and COMMIT included: ${JSON.stringify(counts)}\n`);
  return world.close();
});

// biome-ignore lint/suspicious/noExplicitAny: as World.mutate
type Shown = any;

/** Runs it and gives the statements that it took, in as many words as tell them apart. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  world.takeStatements();
  await work();
  return world.takeStatements().map((sql) => sql.replace(/\s+/g, ' ').trim().slice(0, 60));
}

const sent = async (items: object[]): Promise<Shown[]> => {
  const selection = 'results { account { id } subscriptionResults { outcome } userErrors { code } }';
  const { results } = await world.mutate(setup.alpha.sync, 'syncCustomers', { items }, selection);
  expect(results.flatMap(({ userErrors }: Shown) => userErrors)).toEqual([]);
  return results;
};
const state = (id: string, sourceVersion: string, quantity: number) =>
  aPaidSubscription(id, { startDate: '2026-01-01', sourceVersion, quantity });

/** A customer with so many subscriptions of ten, in items of a hundred. */
async function aCustomerWith(source: string, subscriptions: number): Promise<string> {
  const ids = Array.from({ length: subscriptions }, (_, index) => `s-${index}`);
  let account = '';
  for (let from = 0; from < ids.length; from += 100) {
    const paidSubscriptions = ids.slice(from, from + 100).map((id) => state(id, '1', 10));
    account = (await sent([{ customer: aCustomer(source), paidSubscriptions }]))[0].account.id;
  }
  return account;
}

const ask = (id: string, selection: string) => () =>
  world.ask(admin, `query ($id: ID!) { account(id: $id) { ${selection} } }`, { id });

test.each([
  ['pendingInvoices', 'pendingInvoices { total lines { amount } }'],
  ['overbilled', 'subscriptions(first: 200) { edges { node { quantity quantities { from } overbilled { amount } } } }'],
])('%s asks as often for 200 subscriptions as for one', async (name, selection) => {
  const [one, many] = [await aCustomerWith(`${name}-1`, 1), await aCustomerWith(`${name}-200`, 200)];
  const taken = await statementsOf(ask(one, selection));
  expect(await statementsOf(ask(many, selection))).toEqual(taken);
  expect(taken.length).toBeLessThanOrEqual(6);
  counts[name] = taken.length;
});

test('generateInvoices and createCreditNote write as often for 200 subscriptions as for one', async () => {
  const byCount: Record<number, { generate: string[]; credit: string[] }> = {};
  for (const count of [1, 200]) {
    const accountId = await aCustomerWith(`credit-${count}`, count);
    let invoice: Shown;
    const generate = await statementsOf(async () => {
      const payload = await world.mutate(admin, 'generateInvoices', { accountId }, 'invoices { id lines { id } }');
      [invoice] = payload.invoices;
    });
    expect(invoice.lines).toHaveLength(3 * count);
    const lines = invoice.lines.map(({ id }: Shown) => ({ invoiceLineId: id, amount: '1' }));
    const input = { accountId, invoiceId: invoice.id, lines, reason: 'Too much' };
    const credit = await statementsOf(async () => {
      const { userErrors } = await world.mutate(
        admin,
        'createCreditNote',
        input,
        'invoice { total lines { credited } }',
      );
      expect(userErrors).toEqual([]);
    });
    byCount[count] = { generate, credit };
  }
  expect(byCount[200]).toEqual(byCount[1]);
  expect(byCount[1]?.credit.length).toBeLessThanOrEqual(14);
  counts.generateInvoices = byCount[1]?.generate.length ?? 0;
  counts.createCreditNote = byCount[1]?.credit.length ?? 0;
});

test('syncCustomers writes as often for 500 changed subscriptions as for one', async () => {
  const taken: string[][] = [];
  for (const count of [1, 500]) {
    const items = (version: string, quantity: number) =>
      Array.from({ length: count }, (_, index) => ({
        customer: aCustomer(`changed-${count}-${index}`),
        paidSubscriptions: [state('s-1', version, quantity)],
      }));
    await sent(items('1', 10));
    let results: Shown[] = [];
    taken.push(
      await statementsOf(async () => {
        results = await sent(items('2', 11));
      }),
    );
    expect(new Set(results.map(({ subscriptionResults }) => subscriptionResults[0].outcome))).toEqual(
      new Set(['APPLIED']),
    );
  }
  expect(taken[1]).toEqual(taken[0]);
  expect(taken[0]?.length).toBeLessThanOrEqual(14);
  counts.syncCustomers = taken[0]?.length ?? 0;
});
