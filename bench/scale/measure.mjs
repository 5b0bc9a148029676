// What the simulation and docs/scale.md are made of: bytes, CPU and times of one server on one PostgreSQL.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { isLivingCopy } from '../data/customers.mjs';
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
import { itemOf, seededItems } from './measuring/sent.mjs';
import { createCustomers, measureImages, measureSyncs, numbersOf } from './measuring/syncs.mjs';

const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const RESULT = new URL('measured.json', import.meta.url);
const PARTS = [
  'syncs',
  'images',
  'reads',
  'lists',
  'scan',
  'invoices',
  'counter',
  'runs',
  'crowd',
  'gathering',
  'edits',
];
/** What these are measured with is what the syncs leave. */
const NEED_CUSTOMERS = ['images', 'scan', 'invoices', 'counter', 'runs', 'gathering'];

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
    crowd: () => crowd({ start, measured, issuer }),
  };
  const result = { circumstances: short(await circumstances({ cluster, options })) };
  if (only.length < PARTS.length) Object.assign(result, known());
  const needed = NEED_CUSTOMERS.some((part) => only.includes(part));
  if (needed && !only.includes('syncs')) await createCustomers({ send, tokens });
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

/** Four resellers of different sizes, calmly before two workers, and before one with two connections. */
async function runs({ start, measured, issuer }) {
  const of = (reseller, rounds, calls) => ({
    reseller,
    numbers: rounds.flatMap((round) => Array.from({ length: calls }, (_, call) => numbersOf(round, call)).flat()),
  });
  const every = [1, 2, 3, 4, 5];
  const senders = [of(2, every, 8), of(5, every, 7), of(3, every, 3), of(4, [1], 2)];
  const at = (version) =>
    senders.map(({ reseller, numbers }) => ({
      reseller,
      items: numbers.map((n) => itemOf(reseller, n, { version, edit: 4, withSubscriptions: false })),
    }));
  const before = { start, measured, issuer };
  return {
    calm: await runsBefore(before, { workers: 2, poolSize: 10 }, [at(300), at(301)]),
    crowded: await runsBefore(before, { workers: 1, poolSize: 2 }, [at(400), at(401)]),
  };
}

/** Forty resellers at once, of 500 customers each, before one worker with two connections. */
async function crowd({ start, measured, issuer }) {
  const at = (version) =>
    Array.from({ length: 41 }, (_, reseller) => reseller)
      .filter((reseller) => isLivingCopy(2 * reseller + 1))
      .map((reseller) => ({ reseller, items: seededItems(reseller, 500, version) }));
  return runsBefore({ start, measured, issuer }, { workers: 1, poolSize: 2 }, [at(2), at(3)]);
}

async function runsBefore({ start, measured, issuer }, { workers, poolSize }, sent) {
  const server = await start(`${workers} workers`, { WORKERS: String(workers), POOL_SIZE: String(poolSize) });
  const found = [];
  for (const resellers of sent) {
    found.push(await clientRun({ root: ROOT, server, postmaster: measured.postmaster, issuer, resellers }));
  }
  await server.stop();
  return { workers, poolSize, runs: found };
}
