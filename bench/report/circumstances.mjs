import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { TOKENS } from '../load/callers.mjs';
import { CONNECTIONS } from '../load/rounds.mjs';
import { OUR_SETTINGS } from '../servers/ours.mjs';

const require = createRequire(import.meta.url);
/** What else the machine did when the benchmark began: nothing, if its figures are to be believed. */
const LOAD_BEFORE = loadavg()[0];

/** When, where, with what and how it was measured. */
export async function circumstances({ cluster, options }) {
  const [{ server_version: postgres }] = await cluster.query('SHOW server_version');
  const { accounts, rounds, seconds, root, against } = options;
  return {
    date: new Date().toISOString(),
    commit: commitOf(root),
    ...(against === undefined ? {} : { against: commitOf(against) }),
    node: process.version,
    postgres,
    packages: { ours: versionsOf(root), peers: versionsOf(join(root, 'bench')) },
    processors: { count: availableParallelism(), model: cpus()[0]?.model ?? 'unknown' },
    memoryGiB: Math.round(totalmem() / 1024 ** 3),
    loadBefore: Number(LOAD_BEFORE.toFixed(1)),
    settings: {
      accounts,
      rounds,
      seconds,
      connections: CONNECTIONS,
      tokens: TOKENS,
      server: { ...OUR_SETTINGS, ...JSON.parse(process.env.BENCH_OURS ?? '{}') },
      postgres: cluster.settings,
    },
  };
}

function commitOf(folder) {
  const git = (...args) => spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).stdout.trim();
  return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ' and changes'}`;
}

function versionsOf(folder) {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.fromEntries(Object.keys(dependencies).map((name) => [name, versionOf(folder, name)]));
}

function versionOf(folder, name) {
  return require(join(folder, 'node_modules', name, 'package.json')).version;
}
