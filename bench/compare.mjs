import { READERS } from './contenders.mjs';
import { ownDatabase, seededDatabase } from './data/prepare.mjs';
import { tokensOf, USERS } from './load/callers.mjs';
import { everyKind, readPool, visibleIds } from './load/read-pools.mjs';
import { readRounds } from './load/rounds.mjs';
import { READS } from './operations-measured.mjs';
import { report } from './report/report.mjs';
import { startOurs } from './servers/ours.mjs';
import { startPeer } from './servers/peer.mjs';

const TOKENS = 3_000;

/** Ours and its peers, in turns; before anything is timed all of them must give the same answers. */
export async function compare(environment) {
  const { cluster, issuer, options } = environment;
  const database = await databaseOf(environment, options.root, 'bench_run');
  const query = (text, values) => cluster.query(text, values, database.name);
  const reads = options.only.filter((name) => name in READS);
  const ours = await startOurs({ root: options.root, database, keys: issuer.keys });
  const servers = [ours, ...(await othersOf(environment, database))];
  await sameAnswers(environment, servers, await everyKind(query), 'every kind of account');
  const tokens = await tokensOf(issuer, USERS, TOKENS);
  const ids = await visibleIds(query, options.accounts);
  for (const name of reads) {
    await sameAnswers(environment, servers, { requests: readPool(READS[name].requests, ids), tokens }, name);
  }
  const measured = await readRounds(environment, servers, reads);
  await report(environment, measured);
}

async function databaseOf({ cluster, options, atEnd }, root, name) {
  const seeded = await seededDatabase(cluster, root, options.accounts, options.fresh);
  const own = await ownDatabase(cluster, root, seeded, name);
  atEnd(() => cluster.drop(name));
  return own;
}

async function othersOf(environment, database) {
  const { issuer, options } = environment;
  const others = [];
  if (options.against !== undefined) {
    const theirs = await databaseOf(environment, options.against, 'bench_run_against');
    others.push(await startOurs({ name: 'against', root: options.against, database: theirs, keys: issuer.keys }));
  }
  for (const name of options.peers.filter((one) => READERS.includes(one))) {
    others.push(await startPeer({ name, database, keys: issuer.keys }));
  }
  return others;
}

async function sameAnswers({ sender, issuer }, servers, { requests, callers, tokens }, pool) {
  await sender.ask('prepare', { pool, requests, tokens: tokens ?? (await tokensOf(issuer, callers, callers.length)) });
  for (const { name, url } of servers) await sender.ask('learn', { pool, server: name, url });
  console.log(
    `The same answers to ${requests.length} requests (${pool}): ${servers.map(({ name }) => name).join(', ')}`,
  );
}
