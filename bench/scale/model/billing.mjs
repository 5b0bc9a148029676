import { Events } from './events.mjs';
import { SETTINGS } from './server.mjs';
import { Turns } from './shares.mjs';
import { Lock, Machine, Thread } from './stations.mjs';

/** LOCK_TIMEOUT's default. */
const LOCK_PATIENCE_MS = 5_000;
/** What is not answered for want of time or a connection is asked for again then. */
const AGAIN_MS = 1_000;

/**
 * Invoices one after the other through the counter of their numbers: so many are asked for at a time, each again until it is
 * issued. Whoever asks does it for one person, and from several servers in turn.
 */
export function billing({ nodeMs, databaseMs, heldMs }, { invoices, atOnce, servers, workers, poolSize, processors }) {
  const events = new Events();
  const database = new Machine(events, processors);
  const counter = new Lock(events, LOCK_PATIENCE_MS);
  const all = Array.from({ length: servers * workers }, () => ({
    thread: new Thread(new Machine(events, 1)),
    turns: new Turns(events, Math.max(2, Math.floor(poolSize / workers)), SETTINGS.turnPatienceMs),
  }));
  // What is done while the counter is held is a part of what PostgreSQL does; the rest of the time is the disk's.
  const inside = Math.min(heldMs, databaseMs);
  let left = invoices;
  let unavailable = 0;
  // Not when the last event happens: some are of a patience that nobody needs any more.
  let endedAt = 0;
  const issue = (at, done) => {
    const { thread, turns } = all[at % all.length];
    const again = () => {
      unavailable += 1;
      events.after(AGAIN_MS, () => issue(at + 1, done));
    };
    thread.run(nodeMs, () =>
      turns.take(
        'who bills',
        () =>
          database.run(databaseMs - inside, () =>
            counter.take(
              () =>
                database.run(inside, () =>
                  events.after(heldMs - inside, () => {
                    counter.leave();
                    turns.leave('who bills');
                    endedAt = events.now;
                    done();
                  }),
                ),
              () => {
                turns.leave('who bills');
                again();
              },
            ),
          ),
        again,
      ),
    );
  };
  const next = (at) => {
    if (left === 0) return;
    left -= 1;
    issue(at, () => next(at));
  };
  for (let at = 0; at < atOnce; at += 1) next(at);
  events.run();
  return { ms: endedAt, issued: invoices, unavailable, databaseBusyMs: database.used };
}
