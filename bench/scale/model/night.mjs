import { ClientRun } from './client.mjs';
import { databaseOf } from './database.mjs';
import { Events } from './events.mjs';
import { beginningOf, customersOf, isOfMidnight, isOfTheNight } from './population.mjs';
import { randomOf } from './random.mjs';
import { Server } from './server.mjs';
import { BYTES_OF_A_CALL, BYTES_OF_A_CUSTOMER, NETWORK_MS, PAGE_MS } from './services.mjs';
import { Machine } from './stations.mjs';

/** A reseller of no more customers than go in one call. */
const SMALL = 500;

/** Servers in front of a database, and who is connected to which worker: each call of a client has a connection of its own. */
export function world(events, { servers, workers, poolSize, nodes, processors }) {
  const database = databaseOf(events, { nodes, processors });
  const all = Array.from({ length: servers }, () => {
    // A server has a processor for each worker.
    const machine = new Machine(events, workers);
    return new Server(events, { machine, database, workers, settings: { poolSize } });
  });
  let next = 0;
  const connect = () => {
    next += 1;
    return all[next % all.length].connect();
  };
  return { database, servers: all, connect };
}

/** A day on which every reseller refreshes all of its customers, each from its favourite hour on. */
export function dayOfRefreshes(services, { accounts, resellers, skew, seed, changed, midnight, cold, ...machines }) {
  const events = new Events();
  const random = randomOf(seed);
  const { database, servers, connect } = world(events, machines);
  const answers = [];
  let calls = 0;
  let unavailable = 0;
  const send = ({ reseller }, { items }, done) => {
    calls += 1;
    const since = events.now;
    const { nodeMs, databaseMs } = services.refresh(items, changed);
    const bytes = BYTES_OF_A_CALL + items * BYTES_OF_A_CUSTOMER;
    const call = { caller: reseller, nodeMs, databaseMs, commitMs: services.commitMs + cold * items * PAGE_MS, bytes };
    events.after(NETWORK_MS, () =>
      connect().call(call, (isTaken) => {
        if (isTaken) answers.push(events.now - since);
        else unavailable += 1;
        done(isTaken);
      }),
    );
  };
  const runs = customersOf({ accounts, resellers, skew }).map((customers, reseller) => {
    const run = new ClientRun(events, random, { reseller, customers, send });
    const beginning = beginningOf(random, midnight);
    events.after(beginning, () => run.start());
    return { run, beginning };
  });
  events.run();
  const ofNight = runs.filter(({ beginning }) => isOfTheNight(beginning)).map(({ run }) => run);
  const sum = (list, of) => list.reduce((all, one) => all + of(one), 0);
  const every = runs.map(({ run }) => run);
  const lasted = (list) => list.map(({ startedAt, endedAt }) => endedAt - startedAt);
  const small = ofNight.filter(({ customers }) => customers <= SMALL);
  return {
    events: events.happened,
    calls,
    unavailable,
    answers,
    sent: accounts,
    taken: sum(every, ({ taken }) => taken),
    leftOver: sum(every, ({ leftOver }) => leftOver),
    stopped: every.filter(({ leftOver }) => leftOver > 0).length,
    midnightEndedAt: runs.reduce(
      (last, { run, beginning }) => (isOfMidnight(beginning) ? Math.max(last, run.endedAt) : last),
      0,
    ),
    longestQueue: Math.max(...servers.map(({ longestQueue }) => longestQueue)),
    databaseBusyMs: database.used,
    smallLasted: lasted(small),
    largest: every[0],
    largestLasted: every[0].endedAt - every[0].startedAt,
  };
}
