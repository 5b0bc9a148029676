import { randomUUID } from 'node:crypto';
import { sourceIdentityKey } from '../../../src/domain/identifiers';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  record,
  setUpResellers,
  type TestReseller,
} from '../../support/resellers';
import { createWorld, type World } from '../../support/world';

let world: World;
let alpha: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  ({ alpha } = await setUpResellers(world));
});
afterAll(() => world.close());

const create = (input: Record<string, unknown>) =>
  world.mutate(admin, 'createAccount', { name: 'Own', currency: 'EUR', ...input }, 'account { id }');

test('an id that several register at once is one account’s, and the others are told so', async () => {
  const id = randomUUID();
  const answers = await Promise.all(Array.from({ length: 6 }, () => create({ id })));
  expect(answers.filter((answer) => answer.account?.id === id)).toHaveLength(1);
  for (const { account, userErrors } of answers) {
    if (!account) expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', path: ['input', 'id'] }]);
  }
});

test('a customer whose id an account has already is refused for good, and its neighbours are copied', async () => {
  await create({ id: sourceIdentityKey(alpha.id, 'taken') });
  const taken = { code: 'SOURCE_ACCOUNT_TAKEN', retryable: false };
  expect(await record(world, alpha, aCustomer('taken'))).toMatchObject({ outcome: 'REJECTED', userErrors: [taken] });
  const items = ['taken', 'free'].map((source) => ({
    customer: aCustomer(source),
    paidSubscriptions: [aPaidSubscription()],
  }));
  const { results } = await world.mutate(
    alpha.sync,
    'syncCustomers',
    { items },
    'results { outcome userErrors { code retryable } }',
  );
  expect(results).toMatchObject([{ outcome: 'REJECTED', userErrors: [taken] }, { outcome: 'CREATED' }]);
  expect(world.faults).toEqual([]);
});

test.each(['a\0b', 'a\ud800', 'k'.repeat(1001), '', ' '])(
  'the idempotency key %j is refused with its path',
  async (key) => {
    expect(await create({ idempotencyKey: key })).toMatchObject({
      account: null,
      userErrors: [{ code: 'INVALID_INPUT', path: ['input', 'idempotencyKey'] }],
    });
  },
);

test('the same input, null or left out, is the same creation', async () => {
  const one = await create({ idempotencyKey: 'same', email: null });
  const other = await create({ idempotencyKey: 'same' });
  expect(one.account.id).toBe(other.account.id);
});
