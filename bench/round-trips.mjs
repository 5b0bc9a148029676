import { resellerTokens, tokensOf, USERS } from './load/callers.mjs';
import { readPool, visibleIds } from './load/read-pools.mjs';
import { recordWave, syncWave } from './load/write-requests.mjs';
import { WRITES } from './load/write-rounds.mjs';
import { READS, writesOf } from './operations-measured.mjs';
import { startOurs } from './servers/ours.mjs';
import { startWireProxy } from './servers/wire-proxy.mjs';

/** Requests that are sent one after the other before it is counted, and while it is. */
const WARM = 5;
const COUNTED = 10;

/**
 * Statements, parsed ones and round trips that ours takes at most for a request of each operation, as they pass on the wire.
 */
export async function countRoundTrips({ cluster, issuer, sender, options }, database) {
  const proxy = await startWireProxy(database.owner);
  const { portal, sync } = database;
  const through = { portal: proxy.through(portal), sync: proxy.through(sync) };
  const ours = await startOurs({ name: 'counted', root: options.root, database: through, keys: issuer.keys });
  const counted = {};
  const count = async (name, send, requests) => {
    await send(requests.slice(0, WARM));
    const most = { statements: 0, parsed: 0, roundTrips: 0 };
    for (const request of requests.slice(WARM, WARM + COUNTED)) {
      const before = proxy.counts();
      await send([request]);
      const after = proxy.counts();
      for (const what of Object.keys(most)) most[what] = Math.max(most[what], after[what] - before[what]);
    }
    counted[name] = most;
  };
  const query = (text, values) => cluster.query(text, values, database.name);
  const ids = await visibleIds(query, options.accounts);
  const tokens = await tokensOf(issuer, USERS, USERS.length);
  for (const name of options.only.filter((one) => one in READS)) {
    const read = async (requests) => {
      await sender.ask('prepare', { pool: `counted ${name}`, requests, tokens });
      await sender.ask('learn', { pool: `counted ${name}`, server: ours.name, url: ours.url, connections: 1 });
    };
    await count(name, read, readPool(READS[name].requests, ids));
  }
  const ofResellers = await resellerTokens(issuer, 1);
  for (const name of writesOf(options.only)) {
    const write = (requests) => sender.ask('write', { url: ours.url, connections: 1, requests });
    const wave = { ...WRITES[name].wave, customers: 20 };
    const all = WARM + COUNTED;
    const requests =
      name === 'record' ? recordWave(ofResellers, 0, all, options.accounts) : syncWave(ofResellers, 0, wave, all);
    await count(name, write, requests);
  }
  await ours.stop();
  proxy.stop();
  return counted;
}
