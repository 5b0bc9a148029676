import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownDatabase, seededDatabase } from './data/prepare.mjs';
import { resellerTokens, TOKENS, tokensOf, USERS } from './load/callers.mjs';
import { readPool, visibleIds } from './load/read-pools.mjs';
import { CALM_CONNECTIONS, CONNECTIONS } from './load/rounds.mjs';
import { wave } from './load/write-rounds.mjs';
import { READS, WRITES, writesOf } from './operations-measured.mjs';
import { circumstances } from './report/circumstances.mjs';
import { selfTimes } from './report/cpu-profile.mjs';
import { profiled } from './report/profile-markdown.mjs';
import { keep } from './report/report.mjs';
import { countRoundTrips } from './round-trips.mjs';
import { startOurs } from './servers/ours.mjs';

const KEPT = new URL('results/profiles', import.meta.url).pathname;
const WARM_MS = 1_000;
/** A round that nobody has counted in. */
const AFTER_ROUNDS = 90;

/** Where the time of ours goes under each load, and what each request asks of PostgreSQL. */
export async function profile(environment) {
  const { cluster, options, atEnd } = environment;
  const seeded = await seededDatabase(cluster, options.root, options.accounts);
  const database = await ownDatabase(cluster, options.root, seeded, 'bench_run');
  atEnd(() => cluster.drop(database.name));
  const roundTrips = await countRoundTrips(environment, database);
  const profiles = options.countOnly ? {} : await profilesOf(environment, database);
  const result = { ...(await circumstances(environment)), roundTrips, profiles };
  keep(result, profiled(result), 'profile');
}

async function profilesOf(environment, database) {
  const { cluster, issuer, sender, options } = environment;
  const profiles = {};
  const query = (text, values) => cluster.query(text, values, database.name);
  const ids = await visibleIds(query, options.accounts);
  const tokens = await tokensOf(issuer, USERS, TOKENS);
  for (const pool of options.only.filter((name) => name in READS)) {
    const requests = readPool(READS[pool].requests, ids);
    profiles[pool] = await underLoad(environment, database, pool, async ({ name, url }) => {
      await sender.ask('prepare', { pool, requests, tokens });
      await sender.ask('learn', { pool, server: name, url, connections: CALM_CONNECTIONS });
      const run = (ms) => sender.ask('run', { pool, server: name, url, connections: CONNECTIONS, ms });
      await run(WARM_MS);
      return () => run(options.seconds * 1000);
    });
  }
  const ofResellers = await resellerTokens(issuer, TOKENS);
  for (const [at, name] of writesOf(options.only).entries()) {
    profiles[name] = await underLoad(environment, database, name, async ({ url }) => {
      const write = (what, round) => sender.ask('write', { url, ...wave(what, ofResellers, round, options) });
      await write(name === 'record' ? name : 'sync-new', AFTER_ROUNDS + 1 + at);
      return () => write(name, AFTER_ROUNDS);
    });
  }
  return profiles;
}

/** Starts a server that keeps a profile, loads it, and reads of the profile what it did while it was loaded. */
async function underLoad({ issuer, options }, database, pool, warmed) {
  console.log(`Profiling ${(READS[pool] ?? WRITES[pool]).title}`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-profile-'));
  const nodeOptions = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=500'];
  const ours = await startOurs({ root: options.root, database, keys: issuer.keys, nodeOptions });
  const load = await warmed(ours);
  const began = performance.now();
  const { requests } = await load();
  const ended = performance.now();
  await ours.stop();
  const stopped = performance.now();
  const [file] = readdirSync(folder);
  const times = selfTimes(join(folder, file), options.root, { fromEnd: stopped - began, toEnd: stopped - ended });
  mkdirSync(KEPT, { recursive: true });
  renameSync(join(folder, file), join(KEPT, `${pool}.cpuprofile`));
  rmSync(folder, { recursive: true });
  return { requests, ...times, functions: times.functions.slice(0, 15) };
}
