import { CLIENT, ClientRun } from './client.mjs';
import { Events } from './events.mjs';
import { percentile } from './figures.mjs';
import { randomOf } from './random.mjs';
import { NODE_PARTS, Server, TURNED_AWAY_MS } from './server.mjs';
import { BYTES_OF_A_CALL, BYTES_OF_A_CUSTOMER } from './services.mjs';
import { Machine, Thread } from './stations.mjs';

/**
 * How much more CPU the run took than the service times say: what else a machine does makes the same work dearer, by its caches
 * and by what the system does to take turns.
 */
export function dearerBy(services, { resellers, cpuMs, unavailable }) {
  const calls = resellers.flatMap(({ customers }) =>
    Array.from({ length: Math.ceil(customers / CLIENT.itemsOfCall) }, (_, at) =>
      Math.min(CLIENT.itemsOfCall, customers - at * CLIENT.itemsOfCall),
    ),
  );
  const sum = (what) => calls.reduce((all, items) => all + services.refresh(items)[what], 0);
  // What was refused for want of a connection had been read.
  const refused = unavailable * (NODE_PARTS[0] * services.refresh(CLIENT.itemsOfCall).nodeMs + TURNED_AWAY_MS);
  return { node: cpuMs.node / (sum('nodeMs') + refused), database: cpuMs.sessions / sum('databaseMs') };
}

/**
 * What was run for real, once more as a simulation: the clients, the server's workers and PostgreSQL share one machine, which
 * gave them so many of its processors. What the clients take of it is told by the run, all else by the service times, so many
 * times as dear.
 */
export function simulatedRun(services, { workers, poolSize }, real, seed, dearer = { node: 1, database: 1 }) {
  const events = new Events();
  const random = randomOf(seed);
  const machine = new Machine(events, real.processorsHad);
  const server = new Server(events, { machine, database: machine, workers, settings: { poolSize } });
  const customers = real.resellers.reduce((sum, one) => sum + one.customers, 0);
  const senderMs = real.cpuMs.senders / customers;
  const sender = new Thread(machine, 10);
  const answers = [];
  let calls = 0;
  let unavailable = 0;
  const send = ({ reseller }, { items }, done) => {
    calls += 1;
    sender.run(senderMs * items, () => {
      const since = events.now;
      const bytes = BYTES_OF_A_CALL + items * BYTES_OF_A_CUSTOMER;
      const { nodeMs, databaseMs } = services.refresh(items);
      const service = {
        nodeMs: nodeMs * dearer.node,
        databaseMs: databaseMs * dearer.database,
        commitMs: services.commitMs,
      };
      server.connect().call({ caller: reseller, ...service, bytes }, (isTaken) => {
        if (isTaken) answers.push(events.now - since);
        else unavailable += 1;
        done(isTaken);
      });
    });
  };
  const runs = real.resellers.map(({ reseller, customers: count }) => {
    const run = new ClientRun(events, random, { reseller, customers: count, send });
    run.start();
    return run;
  });
  events.run();
  return {
    seconds: Math.max(...runs.map(({ endedAt }) => endedAt)) / 1_000,
    calls,
    unavailable,
    answeredMs: { p50: percentile(answers, 0.5), p99: percentile(answers, 0.99) },
    resellers: runs.map(({ reseller, customers: count, endedAt, startedAt }) => ({
      reseller,
      customers: count,
      seconds: (endedAt - startedAt) / 1_000,
    })),
  };
}
