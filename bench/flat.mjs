import { ownDatabase, seededDatabase } from './data/prepare.mjs';
import { longestWait, memoryOfSync, warmStart } from './limits-of-one.mjs';
import { resellerTokens, TOKENS, tokensOf, USERS } from './load/callers.mjs';
import { deepPool, searchPool } from './load/list-pools.mjs';
import { readPool, visibleIds } from './load/read-pools.mjs';
import { CALM_CONNECTIONS, readRounds } from './load/rounds.mjs';
import { writeRounds } from './load/write-rounds.mjs';
import { READS, writesOf } from './operations-measured.mjs';
import { circumstances } from './report/circumstances.mjs';
import { flatness, grown } from './report/flat-markdown.mjs';
import { keep } from './report/report.mjs';
import { startOurs } from './servers/ours.mjs';

/** What grows with the number of accounts, and what one server holds out: its waits, its memory, its start. */
export async function flat(environment) {
  const { options } = environment;
  const sizes = [];
  for (const accounts of options.sizes) sizes.push(await sizeOf(environment, accounts));
  const growth = grown(
    await growthOf(environment, sizes),
    sizes.map(({ server }) => server.name),
  );
  const largest = sizes.at(-1);
  const limits = {
    longestWait: await longestWait(environment, largest),
    warmStart: await warmStart(environment, largest.database),
    memory: await memoryOfSync(environment, largest.database),
  };
  const result = { ...(await circumstances(environment)), growth, limits };
  keep(result, flatness(result), 'flat');
}

/** A server of its own on a database of so many accounts. */
async function sizeOf({ cluster, issuer, options, atEnd }, accounts) {
  const seeded = await seededDatabase(cluster, options.root, accounts);
  const database = await ownDatabase(cluster, options.root, seeded, `bench_run_${accounts}`);
  atEnd(() => cluster.drop(database.name));
  const name = String(accounts);
  const server = await startOurs({ name, root: options.root, database, keys: issuer.keys });
  const query = (text, values) => cluster.query(text, values, database.name);
  return { accounts, database, ids: await visibleIds(query, accounts), server: { ...server, poolOf: poolOf(name) } };
}

/** Every size has accounts of its own to ask for. */
const poolOf = (size) => (pool) => `${pool} of ${size}`;

async function growthOf(environment, sizes) {
  const { issuer, options, sender } = environment;
  const tokens = await tokensOf(issuer, USERS, TOKENS);
  const reads = options.only.filter((name) => name in READS);
  const lists = reads.includes('accounts') ? { 'accounts-deep': deepPool, search: searchPool } : {};
  for (const { accounts, ids, server } of sizes) {
    const prepare = async (pool, requests) => {
      await sender.ask('prepare', { pool: server.poolOf(pool), requests, tokens });
      await sender.ask('learn', {
        pool: server.poolOf(pool),
        server: server.name,
        url: server.url,
        connections: CALM_CONNECTIONS,
      });
    };
    for (const name of reads) await prepare(name, readPool(READS[name].requests, ids));
    for (const [name, requestsOf] of Object.entries(lists))
      await prepare(name, await requestsOf(server, tokens, accounts));
  }
  const servers = sizes.map(({ server }) => server);
  const read = await readRounds(environment, servers, [...reads, ...Object.keys(lists)]);
  const ofResellers = await resellerTokens(issuer, TOKENS);
  // The same requests to all of them: for customers that the smallest has too.
  const smallest = { ...environment, options: { ...options, accounts: sizes[0].accounts } };
  const written = await writeRounds(smallest, () => servers, writesOf(options.only), ofResellers);
  return [...read, ...written];
}
