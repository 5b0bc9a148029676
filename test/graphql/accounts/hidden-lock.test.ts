import { performance } from 'node:perf_hooks';
import { aCustomer, copy, setUpResellers, type TestReseller } from '../../support/resellers';
import { aUser, createWorld, type World } from '../../support/world';

let world: World;
let alpha: TestReseller;

beforeAll(async () => {
  world = await createWorld();
  ({ alpha } = await setUpResellers(world));
});
afterAll(() => world.close());

test('S8: somebody else’s lock on a hidden account is not waited for, so that it cannot be told from an unknown one', async () => {
  const accountId = await copy(world, alpha, aCustomer('hidden'));
  await world.sql('BEGIN');
  await world.sql('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [accountId]);
  try {
    const began = performance.now();
    const answer = await world.mutate(aUser('nobody'), 'suspendAccount', { accountId });
    expect(answer.userErrors).toMatchObject([{ code: 'ACCOUNT_NOT_FOUND', reasons: ['ACCOUNT_NOT_FOUND'] }]);
    expect(performance.now() - began).toBeLessThan(2_000);
    // Whoever sees the account waits for the lock.
    const waiting = world.mutate(aUser('anna'), 'suspendAccount', { accountId });
    expect(await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 300, 'waits'))])).toBe('waits');
    await world.sql('ROLLBACK');
    expect((await waiting).userErrors).toMatchObject([{ reasons: ['MANAGED_BY_RESELLER'] }]);
  } finally {
    await world.sql('ROLLBACK');
  }
});
