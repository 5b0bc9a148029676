import { progress } from '../report/progress.mjs';
import { CALM_CONNECTIONS, CONNECTIONS, inTurn, withCpu } from './rounds.mjs';
import { recordWave, syncWave } from './write-requests.mjs';

const SYNC_SENDERS = 4;
const RECORDS = 400;

/** What is written: of a sync which version, and what the answer is to be. */
export const WRITES = {
  'sync-new': { title: '`syncCustomers`, 500 a call: new', wave: { version: 1, outcome: 'CREATED' } },
  'sync-changed': { title: '`syncCustomers`, 500 a call: changed', wave: { version: 2, outcome: 'APPLIED' } },
  'sync-unchanged': { title: '`syncCustomers`, 500 a call: unchanged', wave: { version: 2, outcome: 'UNCHANGED' } },
  record: { title: '`recordPaidSubscription`' },
};

/** Each wave by each server in each round; ours first, then the limit, and the other way round in the next. */
export async function writeRounds({ sender, options }, serversOf, names, tokens) {
  if (names.length === 0) return [];
  const measured = names.map((name) => ({ pool: name, rounds: [] }));
  const bar = progress('Measuring what is written', options.rounds * names.length);
  let done = 0;
  for (let round = 0; round < options.rounds; round += 1) {
    for (const { pool, rounds } of measured) {
      const { requests, connections } = wave(pool, tokens, round, options);
      const readings = {};
      for (const { name, url, pid } of inTurn(serversOf(pool), round)) {
        readings[name] = await withCpu(pid, () => sender.ask('write', { url, connections, requests }));
      }
      rounds.push(readings);
      done += 1;
      bar.at(done);
    }
  }
  bar.end();
  return measured;
}

/** What is sent of an operation in a round, and over how many connections. */
export function wave(name, tokens, round, { accounts, small }) {
  if (name === 'record') {
    const connections = small ? CALM_CONNECTIONS : CONNECTIONS;
    return { requests: recordWave(tokens, round, small ? 40 : RECORDS, accounts), connections };
  }
  const requests = syncWave(tokens, round, WRITES[name].wave, small ? 2 : undefined);
  return { requests, connections: small ? 1 : SYNC_SENDERS };
}

/** Whether what these servers wrote is there, and nothing besides. */
export async function assertWritten(query, accounts, measured, names) {
  const count = (pool) => sum(measured.find((one) => one.pool === pool)?.rounds ?? [], names);
  const created = count('sync-new') * 500;
  const [found] = await query(
    `SELECT (SELECT count(*)::int FROM accounts) AS accounts,
       (SELECT count(*)::int FROM subscriptions WHERE source_subscription_id LIKE 'more-%') AS recorded`,
  );
  const expected = { accounts: accounts + created, recorded: count('record') };
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new Error(`${names.join(' and ')} wrote ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
  }
}

function sum(rounds, names) {
  const readings = rounds.flatMap((round) => names.flatMap((name) => round[name] ?? []));
  return readings.reduce((all, { requests }) => all + requests, 0);
}
