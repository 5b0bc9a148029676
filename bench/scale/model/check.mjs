import { ClientRun } from './client.mjs';
import { Events } from './events.mjs';
import { percentile } from './figures.mjs';
import { randomOf } from './random.mjs';
import { Server } from './server.mjs';
import { BYTES_OF_A_CALL, BYTES_OF_A_CUSTOMER } from './services.mjs';
import { Machine, Thread } from './stations.mjs';

/**
 * What was run for real, once more as a simulation: the clients, the server's workers and PostgreSQL share one machine, which
 * gave them so many of its processors. What the clients take of it is told by the run, all else by the measured service times.
 */
export function simulatedRun(services, { workers, poolSize }, real, seed) {
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
      const service = { ...services.refresh(items), commitMs: services.commitMs };
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
