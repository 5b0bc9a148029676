import { tokensOf, USERS } from '../../load/callers.mjs';
import { entitiesOf, readPool, visibleIds } from '../../load/read-pools.mjs';
import { spread, usageOf } from './usage.mjs';

const ROUNDS = 5;
const SECONDS = 2;
const CONNECTIONS = 4;

/** CPU of a request for accounts by key, as a gateway asks. */
export async function measureReads({ measured, sender, issuer, accounts, told }) {
  const ids = await visibleIds(measured.query, accounts);
  const tokens = await tokensOf(issuer, USERS, 300);
  const { name, url } = measured.server;
  const found = {};
  for (const keys of [1, 10, 100]) {
    const pool = `entities of ${keys}`;
    await sender.ask('prepare', { pool, requests: readPool(entitiesOf(keys), ids), tokens });
    await sender.ask('learn', { pool, server: name, url, connections: CONNECTIONS });
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      let answered = 0;
      const used = await usageOf(measured, 1, async () => {
        const run = await sender.ask('run', { pool, server: name, url, connections: CONNECTIONS, ms: SECONDS * 1_000 });
        answered = run.requests;
      });
      const { nodeMs, sessionsMs } = used;
      const each = { nodeMs: nodeMs / answered, sessionsMs: sessionsMs / answered };
      told(pool, each);
      if (round > 0) rounds.push(each);
    }
    found[keys] = spread(rounds);
  }
  return found;
}
