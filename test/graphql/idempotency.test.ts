import { admin, anOwnAccount, everyRow, type Setup, setUpResellers, writtenSince } from '../support/resellers';
import { anAdministrator, createWorld, type World } from '../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

interface Creation {
  /** The payload's field with what was made. */
  readonly made: string;
  readonly selection: string;
  readonly input: () => Promise<Record<string, unknown>>;
  readonly otherwise: Record<string, unknown>;
  readonly refused: Record<string, unknown>;
  readonly table: string;
}

const LINE = { sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 };
const sale = {
  made: 'document',
  selection: 'document { id title }',
  input: async () => ({ accountId: await anOwnAccount(world), title: 'A sale', lines: [LINE] }),
  otherwise: { title: 'Another sale' },
  refused: { title: ' ' },
  table: 'sales_documents',
};
const CREATIONS: [mutation: string, creation: Creation][] = [
  [
    'createTenantReseller',
    {
      made: 'tenantReseller',
      selection: 'tenantReseller { id name account { id } }',
      input: async () => ({ name: 'Keyed', currency: 'EUR', separateInvoices: true }),
      otherwise: { separateInvoices: false },
      refused: { name: ' ' },
      table: 'tenant_resellers',
    },
  ],
  [
    'savePermissionRule',
    {
      made: 'permissionRule',
      selection: 'permissionRule { id name }',
      input: async () => ({ name: 'Keyed', grants: [{ principal: 'USER', principalId: 'u', access: 'READ' }] }),
      otherwise: { grants: [] },
      refused: { name: ' ' },
      table: 'permission_rules',
    },
  ],
  ['createOpportunity', sale],
  ['createOffer', sale],
  ['createOrder', sale],
  [
    'createSubscription',
    {
      made: 'subscription',
      selection: 'subscription { id quantity }',
      input: async () => ({ accountId: await anOwnAccount(world), ...LINE }),
      otherwise: { quantity: 2 },
      refused: { quantity: 0 },
      table: 'subscriptions',
    },
  ],
  [
    'createCreditNote',
    {
      made: 'invoice',
      selection: 'invoice { id number }',
      input: async () => {
        const accountId = await anOwnAccount(world);
        const lines = [{ description: 'Work', quantity: '1', unitPrice: '100' }];
        const selection = 'invoice { id lines { id } }';
        const { invoice } = await world.mutate(admin, 'createInvoice', { accountId, lines }, selection);
        const credited = [{ invoiceLineId: invoice.lines[0].id, amount: '1' }];
        return { accountId, invoiceId: invoice.id, lines: credited, reason: 'Too much' };
      },
      otherwise: { reason: 'Far too much' },
      refused: { reason: ' ' },
      table: 'invoices',
    },
  ],
];

describe.each(CREATIONS)(
  '%s with an idempotency key',
  (mutation, { made, selection, input, otherwise, refused, table }) => {
    const create = (sent: Record<string, unknown>, caller = admin) => world.mutate(caller, mutation, sent, selection);
    const count = async () => (await world.sql(`SELECT FROM ${table}`)).length;

    test('creates once and answers the same again, in whatever order the input is sent', async () => {
      const sent = { ...(await input()), idempotencyKey: 'again' };
      const first = await create(sent);
      expect(first.userErrors).toEqual([]);
      const before = await everyRow(world);
      expect(await create(sent)).toEqual(first);
      expect(await create(Object.fromEntries(Object.entries(sent).reverse()))).toEqual(first);
      expect(await writtenSince(world, before)).toEqual([]);
    });

    test('refuses other input as IDEMPOTENCY_KEY_REUSED; a new key takes it', async () => {
      const sent = { ...(await input()), idempotencyKey: 'other' };
      await create(sent);
      const before = await everyRow(world);
      expect(await create({ ...sent, ...otherwise })).toMatchObject({
        [made]: null,
        userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'], retryable: false }],
      });
      expect(await writtenSince(world, before)).toEqual([]);
      expect(await create({ ...sent, ...otherwise, idempotencyKey: 'new' })).toMatchObject({ userErrors: [] });
    });

    test('keeps no refusal: the same key goes through with what is right', async () => {
      const sent = { ...(await input()), idempotencyKey: 'refused' };
      const before = await everyRow(world);
      expect(await create({ ...sent, ...refused })).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT' }] });
      expect(await writtenSince(world, before)).toEqual([]);
      expect(await create(sent)).toMatchObject({ userErrors: [] });
    });

    test('is another key for another caller', async () => {
      const sent = { ...(await input()), idempotencyKey: 'per caller' };
      const [mine, others] = [await create(sent), await create(sent, anAdministrator('second'))];
      expect(others.userErrors).toEqual([]);
      expect(others[made].id).not.toBe(mine[made].id);
    });

    test('creates once when five calls come at the same time: the others wait and get the same', async () => {
      const sent = { ...(await input()), idempotencyKey: 'at once' };
      const before = await count();
      const answers = await Promise.all(Array.from({ length: 5 }, () => create(sent)));
      expect(answers[0].userErrors).toEqual([]);
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(await count()).toBe(before + 1);
    });

    test('is kept for 7 days and free again after', async () => {
      const sent = { ...(await input()), idempotencyKey: 'aged' };
      await world.sql('DELETE FROM idempotency_keys');
      const first = await create(sent);
      await world.sql(`UPDATE idempotency_keys SET created_at = now() - interval '6 days 23 hours'`);
      await create({ ...sent, idempotencyKey: 'one that comes meanwhile' });
      expect((await create(sent))[made].id).toBe(first[made].id);
      await world.sql(`UPDATE idempotency_keys SET created_at = now() - interval '7 days 1 hour'`);
      const fresh = await create(sent);
      expect(fresh.userErrors).toEqual([]);
      expect(fresh[made].id).not.toBe(first[made].id);
    });

    test('without one, creates each time', async () => {
      const sent = await input();
      const before = await count();
      await create(sent);
      await create(sent);
      expect(await count()).toBe(before + 2);
    });
  },
);

test('one key serves two mutations, each for itself', async () => {
  const sent = { ...(await sale.input()), idempotencyKey: 'per mutation' };
  const offer = await world.mutate(admin, 'createOffer', sent, sale.selection);
  const order = await world.mutate(admin, 'createOrder', sent, sale.selection);
  expect([offer.userErrors, order.userErrors]).toEqual([[], []]);
  expect(order.document.id).not.toBe(offer.document.id);
});

test('what is shown again is what is there now', async () => {
  const sent = { name: 'First name', currency: 'EUR', separateInvoices: true, idempotencyKey: 'renamed' };
  const shown = 'tenantReseller { id name }';
  const { tenantReseller } = await world.mutate(admin, 'createTenantReseller', sent, shown);
  await world.mutate(admin, 'updateTenantReseller', { tenantResellerId: tenantReseller.id, name: 'Second name' });
  expect(await world.mutate(admin, 'createTenantReseller', sent, shown)).toEqual({
    tenantReseller: { id: tenantReseller.id, name: 'Second name' },
    userErrors: [],
  });
});

test.each([
  ['a NUL', 'a\0b'],
  ['a lone surrogate', '\ud800'],
  ['another alphabet', 'ключ'],
  ['1 kB', 'k'.repeat(1_000)],
])('a key with %s is no fault', async (_what, idempotencyKey) => {
  const sent = { name: 'Strange key', grants: [], idempotencyKey };
  const { data, errors } = await world.run(
    admin,
    `mutation ($input: SavePermissionRuleInput!) {
      savePermissionRule(input: $input) { permissionRule { id } userErrors { code path } } }`,
    { input: sent },
  );
  expect(errors).toBeUndefined();
  const { permissionRule, userErrors } = data.savePermissionRule;
  expect(permissionRule === null).toBe(userErrors.length > 0);
  expect(setup.ruleId).not.toBe(permissionRule?.id);
});
