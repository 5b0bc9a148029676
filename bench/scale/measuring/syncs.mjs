import { callOf } from './sent.mjs';
import { figure, grownBy, indexSizes, spread, tableSizes, usageOf } from './usage.mjs';

export const ROUNDS = 5;
const ROUNDS_OF_IMAGES = 3;
const PER_CALL = 500;
const CONNECTIONS = 2;

/**
 * The resellers that get new customers in each round, and how many calls of 500 of each: those with joined invoices
 * (an odd number) grow to 10,000 and 20,000 with what the seed gave them, to see what gathering takes.
 */
const CALLS_OF_A_ROUND = [
  { reseller: 3, calls: 3 },
  { reseller: 5, calls: 7 },
  { reseller: 2, calls: 8 },
  { reseller: 4, calls: 2 },
];

/** What is sent in each round, after the customers are there. */
const KINDS = {
  confirmed: { version: 2, outcome: 'UNCHANGED' },
  bare: { version: 3, outcome: 'UNCHANGED', withSubscriptions: false },
  resent: { version: 3, outcome: 'UNCHANGED', withSubscriptions: false },
  changed: { version: 4, edit: 4, outcome: 'APPLIED' },
};
/** How many items a call of a small reseller has, and how many such calls are made in a round. */
const SMALL = [
  { items: 1, calls: 200 },
  { items: 10, calls: 100 },
  { items: 100, calls: 10 },
];

/** The customers of a reseller that a round has made. */
export const numbersOf = (round, call) =>
  Array.from({ length: PER_CALL }, (_, at) => (round * 20 + call) * PER_CALL + at);

const callsOf = (round, tokens, how) =>
  CALLS_OF_A_ROUND.flatMap(({ reseller, calls }) =>
    Array.from({ length: calls }, (_, call) =>
      callOf({ token: tokens[reseller][0], reseller, numbers: numbersOf(round, call), ...how }),
    ),
  );

/** The customers that other parts need, where none of this is measured. */
export async function createCustomers({ send, tokens }) {
  for (let round = 1; round <= ROUNDS; round += 1) {
    await send(callsOf(round, tokens, { version: 4, edit: 4, outcome: 'CREATED' }), CONNECTIONS);
  }
}

/** Bytes, WAL and CPU of customers that are new, confirmed, sent again, changed, and of calls with few customers. */
export async function measureSyncs({ measured, send, tokens, told }) {
  const { query } = measured;
  const usages = {};
  const run = async (kind, requests, each, isKept) => {
    const used = await usageOf(measured, requests.length * each, () => send(requests, CONNECTIONS));
    if (isKept) usages[kind] = [...(usages[kind] ?? []), used];
    told(kind, used);
  };
  const sizes = { seeded: await tableSizes(query) };
  // The first of these rounds warms up, and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    await query('CHECKPOINT');
    await run('created', callsOf(round, tokens, { version: 1, outcome: 'CREATED' }), PER_CALL, round > 0);
  }
  const customers = (ROUNDS + 1) * CALLS_OF_A_ROUND.reduce((sum, { calls }) => sum + calls, 0) * PER_CALL;
  sizes.created = await tableSizes(query);
  const hot = {};
  for (const [kind, how] of Object.entries(KINDS)) {
    const before = await updatesOf(query);
    for (let round = 1; round <= ROUNDS; round += 1) {
      await query('CHECKPOINT');
      await run(kind, callsOf(round, tokens, how), PER_CALL, true);
    }
    sizes[kind] = await tableSizes(query);
    const after = await updatesOf(query);
    hot[kind] = { updated: after.updated - before.updated, inPlace: after.hot - before.hot };
  }
  for (const [nth, { items, calls }] of SMALL.entries()) {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const version = 4 + nth * ROUNDS + round;
      const how = { version, edit: 4, withSubscriptions: false, outcome: 'UNCHANGED' };
      const requests = Array.from({ length: calls }, (_, call) => {
        const first = numbersOf(1, 0)[0] + ((call * items) % 1_000);
        const numbers = Array.from({ length: items }, (__, at) => first + at);
        return callOf({ token: tokens[2][0], reseller: 2, numbers, ...how });
      });
      await run(`bare-${items}`, requests, items, true);
    }
  }
  await withoutImages(measured, async () => {
    const last = (how) => callsOf(ROUNDS + 1, tokens, how);
    await run('created-without-images', last({ version: 1, outcome: 'CREATED' }), PER_CALL, true);
    await run('changed-without-images', last({ version: 2, edit: 4, outcome: 'APPLIED' }), PER_CALL, true);
    const again = { version: 3, edit: 4, outcome: 'UNCHANGED', withSubscriptions: false };
    await run('bare-without-images', last(again), PER_CALL, true);
  });
  const changedCount = ROUNDS * CALLS_OF_A_ROUND.reduce((sum, { calls }) => sum + calls, 0) * PER_CALL;
  return {
    customers,
    perItem: Object.fromEntries(Object.entries(usages).map(([kind, rounds]) => [kind, spread(rounds)])),
    grown: {
      created: grownBy(sizes.seeded, sizes.created, customers),
      changed: grownBy(sizes.bare, sizes.changed, changedCount),
    },
    accounts: {
      afterCreated: sizes.created.accounts,
      afterConfirmed: sizes.confirmed.accounts,
      afterChanged: sizes.changed.accounts,
    },
    hot,
    indexes: {
      accounts: await indexSizes(query, 'accounts'),
      account_audit: await indexSizes(query, 'account_audit'),
      subscriptions: await indexSizes(query, 'subscriptions'),
    },
  };
}

/**
 * What is written ahead of customers that are confirmed again and again, right after a checkpoint, by whether images of pages are
 * compressed; and how many of the rows stay on their page.
 */
export async function measureImages({ measured, send, tokens, told }) {
  const { query } = measured;
  const found = {};
  let version = 100;
  for (const compression of ['off', 'pglz']) {
    await query(`ALTER SYSTEM SET wal_compression = ${compression}`);
    await query('SELECT pg_reload_conf()');
    const rounds = [];
    const before = await updatesOf(query);
    for (let round = 1; round <= ROUNDS_OF_IMAGES; round += 1) {
      version += 1;
      const edit = 4;
      const how = { version, edit, withSubscriptions: false, outcome: 'UNCHANGED' };
      const requests = callsOf(round, tokens, how);
      await query('CHECKPOINT');
      const used = await usageOf(measured, requests.length * PER_CALL, () => send(requests, CONNECTIONS));
      told(`confirmed with compression ${compression}`, used);
      rounds.push(used);
    }
    const after = await updatesOf(query);
    const inPlace = (after.hot - before.hot) / (after.updated - before.updated);
    found[compression] = { ...spread(rounds), inPlace: figure(inPlace) };
  }
  await query('ALTER SYSTEM RESET wal_compression');
  await query('SELECT pg_reload_conf()');
  return found;
}

async function updatesOf(query) {
  const [row] = await query(
    `SELECT n_tup_upd::float8 AS updated, n_tup_hot_upd::float8 AS hot FROM pg_stat_user_tables WHERE relname = 'accounts'`,
  );
  return row;
}

/** What is written ahead without images of whole pages, whose number hangs on how often a checkpoint is made. */
async function withoutImages({ query }, work) {
  const set = async (value) => {
    await query(`ALTER SYSTEM SET full_page_writes = ${value}`);
    await query('SELECT pg_reload_conf()');
  };
  await set('off');
  try {
    await work();
  } finally {
    await set('on');
  }
}
