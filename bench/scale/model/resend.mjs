import { ClientRun } from './client.mjs';
import { Events } from './events.mjs';
import { world } from './night.mjs';
import { exponential, randomOf } from './random.mjs';
import { BYTES_OF_A_CALL, BYTES_OF_A_CUSTOMER } from './services.mjs';

/** What the others send meanwhile: calls of a few customers, each by another reseller. */
export const OTHERS = { callsASecond: 15, items: 10, resellers: 10_000 };

/** A reseller that sends all its customers again, none of which has changed, while others have their day. */
export function resend(services, { seed, customers, concurrency, lastsMs, ...machines }) {
  const events = new Events();
  const random = randomOf(seed);
  const { connect } = world(events, machines);
  const ask = (caller, service, items, answered) => {
    const bytes = BYTES_OF_A_CALL + items * BYTES_OF_A_CUSTOMER;
    connect().call({ caller, ...service, commitMs: services.commitMs, bytes }, answered);
  };
  const run = new ClientRun(events, random, {
    reseller: 'who sends all again',
    customers,
    options: { concurrency },
    send: ({ reseller }, { items }, done) => ask(reseller, services.resend(items), items, done),
  });
  const others = { calls: 0, unavailable: 0, answers: [] };
  const sendOne = () => {
    if (events.now > lastsMs) return;
    const since = events.now;
    others.calls += 1;
    const caller = Math.floor(random() * OTHERS.resellers);
    ask(caller, services.refresh(OTHERS.items, 1), OTHERS.items, (isTaken) => {
      if (isTaken) others.answers.push(events.now - since);
      else others.unavailable += 1;
    });
    events.after(exponential(random, 1_000 / OTHERS.callsASecond), sendOne);
  };
  sendOne();
  if (customers > 0) run.start();
  events.run();
  return { others, run };
}
