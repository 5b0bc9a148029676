import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { resellerTokens, tokensOf, USERS } from './load/callers.mjs';
import { entitiesOf, readPool } from './load/read-pools.mjs';
import { PER_CALL, syncWave } from './load/write-requests.mjs';
import { progress } from './report/progress.mjs';
import { median } from './report/statistics.mjs';
import { startOurs } from './servers/ours.mjs';
import { memoryOf } from './servers/usage.mjs';

const LARGE = 1_000;
const AT_ONCE = 4;
const WATCHED_MS = 5_000;
const STARTS = 5;
const CALLS_OF_A_PART = 20;
const SYNC_SENDERS = 4;
/** Rounds that nobody has counted in. */
const AFTER_ROUNDS = 1_000;

/** How long /livez waits at most while some large `_entities` are under way, beside how long when nothing is. */
export async function longestWait({ issuer, sender }, { ids, server }) {
  const pool = server.poolOf('entities of 1,000 keys');
  const tokens = await tokensOf(issuer, USERS, USERS.length);
  const requests = readPool(entitiesOf(LARGE), ids).filter((_, at) => at % 10 === 0);
  await sender.ask('prepare', { pool, requests, tokens });
  await sender.ask('learn', { pool, server: server.name, url: server.url, connections: AT_ONCE });
  const idle = await waitsWhile(server.url, sleep(1_000));
  const load = { pool, server: server.name, url: server.url, connections: AT_ONCE, ms: WATCHED_MS };
  const loaded = await waitsWhile(server.url, sender.ask('run', load));
  return {
    keys: LARGE,
    atOnce: AT_ONCE,
    idleMs: Math.max(...idle),
    longestMs: Math.max(...loaded),
    medianMs: median(loaded),
  };
}

async function waitsWhile(url, work) {
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  const waits = [];
  while (!isOver) {
    waits.push(await waitOf(new URL('/livez', url)));
    await sleep(5);
  }
  await over;
  return waits;
}

function waitOf(url) {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      response.resume();
      response.on('end', () => resolve(performance.now() - began));
    }).on('error', reject);
  });
}

/** From the start of the process to the first green /readyz, with a database that is there. */
export async function warmStart({ issuer, options }, database) {
  const times = [];
  for (let start = 0; start < STARTS; start += 1) {
    const ours = await startOurs({ root: options.root, database, keys: issuer.keys });
    times.push(ours.startedMs);
    await ours.stop();
  }
  return { medianMs: median(times), leastMs: Math.min(...times), mostMs: Math.max(...times) };
}

/** What a new server holds in memory once it has taken so many customers from their resellers. */
export async function memoryOfSync({ issuer, sender, options }, database) {
  const ours = await startOurs({ root: options.root, database, keys: issuer.keys });
  const before = memoryOf(ours.pid);
  const tokens = await resellerTokens(issuer, 50);
  const parts = Math.ceil(options.customers / (CALLS_OF_A_PART * PER_CALL));
  const bar = progress(`Writing ${options.customers} customers`, parts);
  for (let part = 0; part < parts; part += 1) {
    const requests = syncWave(tokens, AFTER_ROUNDS + part, { version: 1, outcome: 'CREATED' }, CALLS_OF_A_PART);
    await sender.ask('write', { url: ours.url, connections: SYNC_SENDERS, requests });
    bar.at(part + 1);
  }
  bar.end();
  const after = memoryOf(ours.pid);
  await ours.stop();
  return {
    customers: parts * CALLS_OF_A_PART * PER_CALL,
    idleMiB: before.now,
    afterMiB: after.now,
    mostMiB: after.most,
  };
}
