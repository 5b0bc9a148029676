// What the simulation and docs/scale.md are made of: bytes, CPU and times of one server on one PostgreSQL.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { ownDatabase, seededDatabase } from '../data/prepare.mjs';
import { withEnvironment } from '../environment.mjs';
import { ADMINISTRATOR, resellerTokens } from '../load/callers.mjs';
import { circumstances } from '../report/circumstances.mjs';
import { startOurs } from '../servers/ours.mjs';
import { clientRun } from './measuring/client-runs.mjs';
import { measureCounter, measureEdits, measureGathering, measureInvoices, measureScan } from './measuring/invoices.mjs';
import { measureLists } from './measuring/lists.mjs';
import { postmasterOf } from './measuring/postgres-usage.mjs';
import { measureReads } from './measuring/reads.mjs';
import { createCustomers, measureImages, measureSyncs, numbersOf } from './measuring/syncs.mjs';

const ROOT = resolve(new URL('../..', import.meta.url).pathname);
const RESULT = new URL('measured.json', import.meta.url);
const PARTS = ['syncs', 'images', 'reads', 'lists', 'scan', 'invoices', 'counter', 'runs', 'gathering', 'edits'];

/** A machine that is busy with other things is to have the time to answer. */
const PATIENT = { STATEMENT_TIMEOUT: '60', LOCK_TIMEOUT: '60', REQUEST_TIMEOUT: '600' };

const { only, accounts } = new Command('measure')
  .description('Measures what docs/scale.md computes with, and writes it to bench/scale/measured.json.')
  .option('--accounts <number>', 'accounts in the database before it begins', Number, 200_000)
  .option(
    '--only <parts>',
    `some of ${PARTS.join(', ')}; what is left out stays as it is`,
    (text) => text.split(','),
    PARTS,
  )
  .parse()
  .opts();

await withEnvironment({ root: ROOT, accounts, rounds: 5, seconds: 2 }, async (environment) => {
  const { cluster, issuer, sender, options } = environment;
  const seeded = await seededDatabase(cluster, ROOT, accounts);
  const database = await ownDatabase(cluster, ROOT, seeded, 'bench_scale');
  environment.atEnd(() => cluster.drop(database.name));
  const query = (text, values) => cluster.query(text, values, database.name);
  const postmaster = await postmasterOf(query);
  const start = (name, settings) =>
    startOurs({ name, root: ROOT, database, keys: issuer.keys, settings: { ...PATIENT, ...settings } });
  let server = await start('measured');
  const measured = { server, query, postmaster };
  const token = await issuer.tokenOfPerson(ADMINISTRATOR);
  const tokens = await resellerTokens(issuer, 1);
  const told = (what, used) =>
    console.log(
      what,
      JSON.stringify(used, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value)),
    );
  const send = (requests, connections) => sender.ask('write', { url: server.url, connections, requests });
  /** The portal's sessions join by key from now on, and read no table from end to end for it. */
  const byKey = async () => {
    for (const name of ['enable_hashjoin', 'enable_mergejoin']) {
      await query(`ALTER ROLE reseller_accounts_portal IN DATABASE ${database.name} SET ${name} = off`);
    }
    await server.stop();
    server = await start('by key');
    measured.server = server;
  };
  const logOf = () => readFileSync(new URL('../.data/embedded/postgres.log', import.meta.url), 'utf8');
  const parts = {
    syncs: () => measureSyncs({ measured, send, tokens, told }),
    reads: () => measureReads({ measured, sender, issuer, accounts, told }),
    lists: () => measureLists({ measured, issuer, told }),
    images: () => measureImages({ measured, send, tokens, told }),
    scan: () => measureScan({ measured, token, told }),
    invoices: async () => {
      await byKey();
      return measureInvoices({ measured, token, told });
    },
    counter: () => measureCounter({ measured, token, logOf }),
    gathering: () => measureGathering({ measured, token, told }),
    edits: () => measureEdits({ measured, token, told }),
    runs: () => runs({ start, measured, issuer }),
  };
  const result = { ...known(), circumstances: short(await circumstances({ cluster, options })) };
  if (!only.includes('syncs')) await createCustomers({ send, tokens });
  for (const part of PARTS.filter((one) => only.includes(one))) {
    result[part] = await parts[part]();
    writeFileSync(RESULT, `${JSON.stringify(result, null, 2)}\n`);
    console.log(part, 'is measured');
  }
});

function known() {
  try {
    return JSON.parse(readFileSync(RESULT, 'utf8'));
  } catch {
    return {};
  }
}

function short({ date, commit, node, postgres, processors, memoryGiB, loadBefore, settings }) {
  return {
    date,
    commit,
    node,
    postgres,
    processors,
    memoryGiB,
    loadBefore,
    accounts: settings.accounts,
    postgresSettings: settings.postgres,
  };
}

/** A calm run by two workers, and a crowd before two connections. */
async function runs({ start, measured, issuer }) {
  const of = (reseller, round, calls) => ({
    reseller,
    numbers: Array.from({ length: calls }, (_, call) => numbersOf(round, call)).flat(),
  });
  const every = (reseller, calls) => ({
    reseller,
    numbers: [1, 2, 3, 4, 5].flatMap((round) => of(reseller, round, calls).numbers),
  });
  const two = await start('two workers', { WORKERS: '2', POOL_SIZE: '10' });
  const common = { root: ROOT, postmaster: measured.postmaster, issuer };
  const resellers = [every(2, 8), every(5, 7), every(3, 3), of(4, 1, 2)];
  const calm = [];
  for (const version of [300, 301]) calm.push(await clientRun({ ...common, server: two, resellers, version }));
  await two.stop();
  const one = await start('few connections', { WORKERS: '1', POOL_SIZE: '2' });
  const crowded = [];
  for (const version of [400, 401]) crowded.push(await clientRun({ ...common, server: one, resellers, version }));
  await one.stop();
  return { calm: { workers: 2, poolSize: 10, runs: calm }, crowded: { workers: 1, poolSize: 2, runs: crowded } };
}
