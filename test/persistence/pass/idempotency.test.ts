import { randomUUID } from 'node:crypto';
import type { Administrator } from '../../../src/domain/caller';
import { DomainError, refusal } from '../../../src/domain/errors';
import { say } from '../../../src/domain/message';
import { withAdministratorGuard } from '../../../src/guard/guard';
import { sql } from '../../../src/persistence/engine/sql';
import { createOnce } from '../../../src/persistence/pass/idempotency';
import { SETUP, write } from '../../../src/persistence/pass/writing';
import { admin, aReseller } from '../../support/resellers';
import { anAdministrator, calledBy, createWorld, type World } from '../../support/world';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

interface Creation {
  readonly name: string;
  readonly idempotencyKey?: string | null;
  readonly more?: unknown;
}

/** A mutation that creates a sharing rule of this name. */
function create(
  input: Creation,
  { caller = admin, mutation = 'saveRule' }: { caller?: Administrator; mutation?: string } = {},
): Promise<{ id: string }> {
  return withAdministratorGuard(world.database, calledBy(caller), (pass) =>
    createOnce(pass, mutation, input, async () => {
      const id = randomUUID();
      await write(pass, SETUP, sql`INSERT INTO permission_rules (id, name) VALUES (${id}, ${input.name})`);
      return { id };
    }),
  );
}

/** How many of them are there. */
async function created(name: string): Promise<number> {
  return (await world.sql('SELECT FROM permission_rules WHERE name = $1', [name])).length;
}

const REUSED = { refusals: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['input', 'idempotencyKey'] }] };

test('the same key and input give the same answer and create once', async () => {
  const first = await create({ name: 'once', idempotencyKey: 'k-1' });
  expect(await create({ name: 'once', idempotencyKey: 'k-1' })).toEqual(first);
  expect(await created('once')).toBe(1);
});

test('the order in which the input’s fields come does not make it another input', async () => {
  const more = { lines: [{ sku: 'A', quantity: 1 }] };
  const first = await create({ name: 'order', idempotencyKey: 'k-2', more });
  const turned = { more: { lines: [{ quantity: 1, sku: 'A' }] }, idempotencyKey: 'k-2', name: 'order' };
  expect(await create(turned)).toEqual(first);
  await expect(
    create({ name: 'order', idempotencyKey: 'k-2', more: { lines: [{ sku: 'A', quantity: 2 }] } }),
  ).rejects.toMatchObject(REUSED);
});

test('the same key and other input are refused and create nothing', async () => {
  await create({ name: 'reused', idempotencyKey: 'k-3' });
  const refusal = await create({ name: 'other', idempotencyKey: 'k-3' }).catch((error: unknown) => error);
  expect(refusal).toMatchObject(REUSED);
  expect(refusal instanceof DomainError && (refusal.refusals[0].retryable ?? false)).toBe(false);
  expect(await created('other')).toBe(0);
});

test.each([
  ['another caller', { caller: anAdministrator('other') }],
  ['another mutation', { mutation: 'saveOther' }],
])('the same key of %s is a key of its own', async (what, otherwise) => {
  const first = await create({ name: what, idempotencyKey: `k-4 ${what}` });
  const second = await create({ name: what, idempotencyKey: `k-4 ${what}` }, otherwise);
  expect(second).not.toEqual(first);
  expect(await created(what)).toBe(2);
});

test('without a key every call creates', async () => {
  for (const idempotencyKey of [undefined, null]) {
    await create({ name: 'keyless', ...(idempotencyKey === undefined ? {} : { idempotencyKey }) });
  }
  expect(await created('keyless')).toBe(2);
});

test('ten calls at the same instant create once, and all get the same answer', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => create({ name: 'at once', idempotencyKey: 'k-5' })),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await created('at once')).toBe(1);
});

test('of two calls at the same instant with other input one creates and one is refused', async () => {
  const results = await Promise.allSettled([
    create({ name: 'race', idempotencyKey: 'k-6', more: 1 }),
    create({ name: 'race', idempotencyKey: 'k-6', more: 2 }),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: REUSED });
  expect(await created('race')).toBe(1);
});

test('a refusal is not kept: the same key may succeed later, also with other input', async () => {
  const refused = (idempotencyKey: string) =>
    withAdministratorGuard(world.database, calledBy(admin), (pass) =>
      createOnce(pass, 'saveRule', { idempotencyKey }, async () => {
        throw new DomainError(refusal('NOT_FOUND', say('notFound.account'), []));
      }),
    );
  await expect(refused('k-7')).rejects.toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
  await create({ name: 'refused', idempotencyKey: 'k-7' });
  await expect(refused('k-8')).rejects.toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
  await create({ name: 'refused', more: 'other input', idempotencyKey: 'k-8' });
  expect(await created('refused')).toBe(2);
});

describe('a key is kept for 7 days', () => {
  const age = (interval: string) =>
    world.sql(`UPDATE idempotency_keys SET created_at = clock_timestamp() - $1::interval`, [interval]);

  test('and a minute less than that it still answers the same', async () => {
    const first = await create({ name: 'kept', idempotencyKey: 'k-9' });
    await age('6 days 23 hours 59 minutes');
    expect(await create({ name: 'kept', idempotencyKey: 'k-9' })).toEqual(first);
    await expect(create({ name: 'kept, other', idempotencyKey: 'k-9' })).rejects.toMatchObject(REUSED);
    expect(await created('kept')).toBe(1);
  });

  test('after them it is a new creation, whatever the input, and is kept anew', async () => {
    const first = await create({ name: 'old', idempotencyKey: 'k-10' });
    await age('7 days 1 minute');
    const second = await create({ name: 'old, other', idempotencyKey: 'k-10' });
    expect(second).not.toEqual(first);
    expect(await create({ name: 'old, other', idempotencyKey: 'k-10' })).toEqual(second);
    await expect(create({ name: 'old', idempotencyKey: 'k-10' })).rejects.toMatchObject(REUSED);
  });
});

test('nothing of a key, nor of the input, is stored as it was sent', async () => {
  await create({ name: 'secret-name', idempotencyKey: 'secret-key' });
  const stored = JSON.stringify(await world.sql('SELECT * FROM idempotency_keys'));
  expect(stored).not.toContain('secret');
});

test('through the whole subgraph: a tenant reseller that is created twice with one key is there once', async () => {
  const input = { name: 'Keyed', currency: 'EUR', separateInvoices: true, idempotencyKey: 'k-11', live: false };
  const first = await aReseller(world, input);
  expect((await aReseller(world, input)).id).toBe(first.id);
  expect(await world.sql(`SELECT FROM tenant_resellers WHERE name = 'Keyed'`)).toHaveLength(1);
  expect(await world.sql(`SELECT FROM accounts WHERE name = 'Keyed'`)).toHaveLength(1);
});
