import { READERS } from './contenders.mjs';
import { ownDatabase, seededDatabase } from './data/prepare.mjs';
import { resellerTokens, TOKENS, tokensOf, USERS } from './load/callers.mjs';
import { everyKind, readPool, visibleIds } from './load/read-pools.mjs';
import { CALM_CONNECTIONS, readRounds } from './load/rounds.mjs';
import { assertWritten, writeRounds } from './load/write-rounds.mjs';
import { READS, writesOf } from './operations-measured.mjs';
import { report } from './report/report.mjs';
import { startOurs } from './servers/ours.mjs';
import { startPeer } from './servers/peer.mjs';

const LIMITED = 'bench_run_limits';

/** Ours and its peers, in turns; before anything is timed all of them must give the same answers. */
export async function compare(environment) {
  const { options } = environment;
  const sides = [await sideOf(environment, 'ours', options.root, 'bench_run')];
  if (options.against !== undefined) {
    sides.push(await sideOf(environment, 'against', options.against, 'bench_run_against'));
  }
  const ours = sides.map(({ server }) => server);
  const measured = [];
  try {
    measured.push(...(await reads(environment, sides[0].database, ours)));
    measured.push(...(await writes(environment, sides)));
  } finally {
    // What was measured before something failed is told all the same.
    if (measured.length > 0 && !options.small) await report(environment, measured);
  }
  if (options.small) console.log('All answers are right.');
}

/** A checkout of ours on a database of its own. */
async function sideOf({ cluster, issuer, options, atEnd }, name, root, databaseName) {
  const seeded = await seededDatabase(cluster, root, options.accounts);
  const database = await ownDatabase(cluster, root, seeded, databaseName);
  atEnd(() => cluster.drop(databaseName));
  return { seeded, database, server: await startOurs({ name, root, database, keys: issuer.keys }) };
}

async function reads(environment, database, ours) {
  const { cluster, issuer, options } = environment;
  const names = options.only.filter((name) => name in READS);
  if (names.length === 0) return [];
  const servers = [...ours];
  for (const name of options.peers.filter((one) => READERS.includes(one))) {
    servers.push(await startPeer({ name, database, keys: issuer.keys }));
  }
  const query = (text, values) => cluster.query(text, values, database.name);
  await sameAnswers(environment, servers, await everyKind(query), 'every kind of account');
  const tokens = await tokensOf(issuer, USERS, TOKENS);
  const ids = await visibleIds(query, options.accounts);
  for (const name of names) {
    await sameAnswers(
      environment,
      servers,
      { requests: readPool(READS[name].requests, ids, options.small ? 4 : undefined), tokens },
      name,
    );
  }
  return readRounds(environment, servers, names);
}

async function sameAnswers({ sender, issuer }, servers, { requests, callers, tokens }, pool) {
  await sender.ask('prepare', {
    pool,
    requests,
    tokens: tokens ?? (await tokensOf(issuer, callers, callers.length)),
  });
  for (const { name, url } of servers) {
    await sender.ask('learn', { pool, server: name, url, connections: CALM_CONNECTIONS });
  }
  console.log(
    `The same answers to ${requests.length} requests (${pool}): ${servers.map(({ name }) => name).join(', ')}`,
  );
}

/** The limits write to a database of their own, in which no trigger fires. */
async function writes(environment, sides) {
  const { cluster, issuer, options } = environment;
  const names = writesOf(options.only);
  if (names.length === 0) return [];
  const limits = options.peers.filter((name) => !READERS.includes(name));
  const peers = limits.length === 0 ? [] : await limitsOf(environment, sides[0].seeded, limits);
  const limitOf = (name) => (name === 'record' ? 'minimal' : 'copy');
  const serversOf = (name) => [
    ...sides.map(({ server }) => server),
    ...peers.filter((one) => one.name === limitOf(name)),
  ];
  const measured = await writeRounds(environment, serversOf, names, await resellerTokens(issuer, TOKENS));
  for (const { server, database } of sides) {
    await assertWritten((text) => cluster.query(text, [], database.name), options.accounts, measured, [server.name]);
  }
  const limited = (text) => cluster.query(text, [], LIMITED);
  if (peers.length > 0) await assertWritten(limited, options.accounts, measured, limits);
  return measured;
}

async function limitsOf({ cluster, issuer, options, atEnd }, seeded, names) {
  const database = await ownDatabase(cluster, options.root, seeded, LIMITED);
  atEnd(() => cluster.drop(LIMITED));
  const tables = await cluster.query(
    `SELECT format('%I', relname) AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    [],
    LIMITED,
  );
  for (const { name } of tables) {
    await cluster.query(`ALTER TABLE public.${name} DISABLE TRIGGER USER`, [], LIMITED);
  }
  return Promise.all(names.map((name) => startPeer({ name, database, keys: issuer.keys })));
}
