// How fast the subgraph is through HTTP, server, PostgreSQL and senders on this one machine. Every answer is checked.
// What is compared runs in turns within one run: noise between runs is some 30 %.
//   npm run bench                        this checkout
//   npm run bench -- --against FOLDER    this one and another one, built, in turns: the last column is this ÷ that
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { line, measure, post, print } from './measure.mjs';

const CUSTOMERS = 4_000;
const PER_CALL = 500;
const BULK_SENDERS = 4;
const SENDERS = 8;
const ROUNDS = 3;
const SUBSCRIPTIONS = 1_500;
const READ_MS = 2_000;
/** For each checkout. */
const LIMIT_MS = 115_000;

const SYNC = `mutation Bench($input: SyncCustomersInput!) {
  syncCustomers(input: $input) { results { sourceAccountId outcome userErrors { code } } userErrors { code } }
}`;
const RECORD = `mutation Bench($input: RecordPaidSubscriptionInput!) {
  recordPaidSubscription(input: $input) { outcome account { id } subscription { sourceSubscriptionId } userErrors { code } }
}`;
const FIELDS = 'id name status managedByReseller { ribbon } lockedFields allowedActions';
const ENTITIES = `query Bench($keys: [_Any!]!) { _entities(representations: $keys) { ... on Account { ${FIELDS} } } }`;
const ACCOUNT = `query Bench($id: ID!) { account(id: $id) { ${FIELDS} } }`;
const COUNT = '{ accounts(first: 1) { totalCount } }';

const { against } = parseArgs({ options: { against: { type: 'string' } } }).values;
const folders = [new URL('..', import.meta.url).pathname, ...(against === undefined ? [] : [resolve(against)])];
const sides = [];
const timer = setTimeout(
  () => fail(new Error(`Not done within ${(folders.length * LIMIT_MS) / 1000} s`)),
  folders.length * LIMIT_MS,
);
process.once('SIGINT', () => fail(new Error('Stopped')));
process.once('SIGTERM', () => fail(new Error('Stopped')));
try {
  for (const folder of folders) {
    const { startServer } = await import(resolve(folder, 'scripts/built-server.mjs'));
    sides.push(await startServer());
  }
  const lines = [...(await bulk()), await subscriptions(), ...(await reads())];
  for (const side of sides) {
    const { accounts } = await send(side, side.administrator, COUNT, {});
    // With the two resellers' own.
    assertEqual(accounts.totalCount, CUSTOMERS + 2, 'accounts in the end');
  }
  print(lines);
  clearTimeout(timer);
  await stop();
} catch (error) {
  await fail(error);
}

async function fail(error) {
  console.error(error);
  await stop();
  process.exit(1);
}

async function stop() {
  for (const side of sides) await side.stop();
}

/** Rounds of one thing by side, as they are measured in turns. */
function rounds() {
  return sides.map(() => []);
}

async function inTurns(measured, one) {
  for (const [at, side] of sides.entries()) measured[at].push(await one(side));
}

/** New, changed and unchanged customers; the latter two in turns. */
async function bulk() {
  const [created, changed, unchanged] = [rounds(), rounds(), rounds()];
  await inTurns(created, (side) => wave(side, 1, 'CREATED'));
  for (let version = 2; version <= ROUNDS + 1; version += 1) {
    await inTurns(changed, (side) => wave(side, version, 'APPLIED'));
    await inTurns(unchanged, (side) => wave(side, version, 'UNCHANGED'));
  }
  const name = (what) => `syncCustomers, ${PER_CALL} a call, ${BULK_SENDERS} senders: ${what}`;
  return [
    line(name('new'), 'customers', ...created),
    line(name('changed'), 'customers', ...changed),
    line(name('unchanged'), 'customers', ...unchanged),
  ];
}

async function wave(side, version, outcome) {
  let call = 0;
  // Made beforehand: what is measured is the server.
  const bodies = Array.from({ length: CUSTOMERS / PER_CALL }, (_, at) => {
    const items = Array.from({ length: PER_CALL }, (__, index) => item(side, at * PER_CALL + index, version));
    return JSON.stringify({ query: SYNC, variables: { input: { items } } });
  });
  return measure(BULK_SENDERS, PER_CALL, () => {
    const body = bodies[call];
    call += 1;
    return body === undefined ? null : checkedCall(side, body, (call - 1) * PER_CALL, outcome);
  });
}

async function checkedCall(side, body, first, outcome) {
  const { syncCustomers } = await post(side.url, side.sync, body);
  assertEqual(syncCustomers.userErrors.length, 0, 'refusals of the call');
  assertEqual(syncCustomers.results.length, PER_CALL, 'results');
  for (const [index, result] of syncCustomers.results.entries()) {
    assertEqual(result.sourceAccountId, idOf(first + index), 'customer of the result');
    assertEqual(result.outcome, outcome, `outcome of ${result.sourceAccountId}`);
  }
}

async function subscriptions() {
  const measured = rounds();
  await inTurns(measured, (side) => {
    let number = 0;
    return measure(SENDERS, 1, () => {
      number += 1;
      return number > SUBSCRIPTIONS ? null : recorded(side, number);
    });
  });
  return line(`recordPaidSubscription, ${SENDERS} senders`, 'subscriptions', ...measured);
}

async function recorded(side, number) {
  const { customer } = item(side, number % CUSTOMERS, ROUNDS + 1);
  const subscription = paid(side, `bench-${number}`);
  const { recordPaidSubscription: payload } = await send(side, side.sync, RECORD, {
    input: { customer, subscription },
  });
  assertEqual(payload.userErrors.length, 0, 'refusals');
  assertEqual(payload.outcome, 'UNCHANGED', 'outcome');
  assertEqual(payload.subscription.sourceSubscriptionId, `bench-${number}`, 'subscription');
}

/** Entities by 1, 10 and 100 keys and the account query, in turns. */
async function reads() {
  const ids = new Map();
  for (const side of sides) ids.set(side, await someIds(side, 500));
  const sizes = [1, 10, 100];
  const measured = new Map([...sizes, 'account'].map((what) => [what, rounds()]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const size of sizes) {
      await inTurns(measured.get(size), (side) => timed(size, () => entities(side, ids.get(side), size)));
    }
    await inTurns(measured.get('account'), (side) => timed(1, () => account(side, ids.get(side))));
  }
  return [
    ...sizes.map((size) =>
      line(`_entities, ${size} key${size === 1 ? '' : 's'}, ${SENDERS} senders`, 'entities', ...measured.get(size)),
    ),
    line(`account, ${SENDERS} senders`, 'accounts', ...measured.get('account')),
  ];
}

/** The first moment is not measured: it warms up what the round before did not use. */
async function timed(units, next) {
  const until = (milliseconds) => {
    const end = performance.now() + milliseconds;
    return () => (performance.now() < end ? next() : null);
  };
  await measure(SENDERS, units, until(200));
  return measure(SENDERS, units, until(READ_MS));
}

async function entities(side, ids, size) {
  const start = Math.floor(Math.random() * (ids.length - size));
  const wanted = ids.slice(start, start + size);
  const keys = wanted.map((id) => ({ __typename: 'Account', id }));
  const { _entities: answers } = await send(side, side.distributor, ENTITIES, { keys });
  assertEqual(answers.length, size, 'entities');
  for (const [index, answer] of answers.entries()) assertAccount(answer, wanted[index]);
}

async function account(side, ids) {
  const id = ids[Math.floor(Math.random() * ids.length)];
  assertAccount((await send(side, side.distributor, ACCOUNT, { id })).account, id);
}

function assertAccount(answer, id) {
  assertEqual(answer?.id, id, 'id of the account');
  assertEqual(answer.managedByReseller.ribbon, 'This account is managed by Northwind Europe Tenant Reseller', 'ribbon');
  assertEqual(answer.lockedFields.length > 4 && answer.allowedActions.includes('EDIT'), true, 'what may be done');
}

async function someIds(side, count) {
  const aliases = Array.from({ length: 25 }, (_, index) => index);
  const ids = [];
  for (let first = 0; first < count; first += aliases.length) {
    const fields = aliases.map((at) => `a${at}: copiedAccount(sourceAccountId: "${idOf(first + at)}") { id }`);
    const data = await send(side, side.sync, `{ ${fields.join(' ')} }`, {});
    ids.push(...aliases.map((at) => data[`a${at}`].id));
  }
  return ids;
}

function send(side, token, query, variables) {
  return post(side.url, token, JSON.stringify({ query, variables }));
}

function idOf(customer) {
  return `bench-${customer}`;
}

function item(side, customer, version) {
  const id = idOf(customer);
  return {
    customer: {
      sourceAccountId: id,
      sourceVersion: String(version),
      name: `Customer ${customer} v${version}`,
      accountingNo: `A-${customer}`,
      email: `${id}@customers.example`,
      billingAddress: { line1: `Main Street ${customer}`, city: 'Berlin', postalCode: '10115', country: 'DE' },
      status: 'ACTIVE',
    },
    paidSubscriptions: [paid(side, `first-${customer}`)],
  };
}

function paid(side, sourceSubscriptionId) {
  return { sourceSubscriptionId, sku: side.sku, quantity: 5, billingPeriod: 'MONTHLY', startDate: '2026-01-31' };
}

function assertEqual(given, expected, what) {
  if (given !== expected) throw new Error(`${what}: ${JSON.stringify(given)}, expected ${JSON.stringify(expected)}`);
}
