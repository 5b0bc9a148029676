import { FairShare, Turns } from './shares.mjs';
import { Thread } from './stations.mjs';

/** What README's settings are when nobody sets them. */
export const SETTINGS = {
  poolSize: 10,
  maxConnections: 1_000,
  heldBytes: 256 * 2 ** 20,
  fewestBytes: 64 * 2 ** 20,
  turnPatienceMs: 2_000,
  requestTimeoutMs: 30_000,
};
/** A call is turned away before it is read; assumed, as nothing was measured so small. */
export const TURNED_AWAY_MS = 0.3;
/** The event loop does nothing longer at a time: items are read a hundred at once, and answers completed in turns. */
const SLICE_MS = 10;
/** Of the CPU of Node: before a connection is asked for, while one is held, after it is given back. Assumed, and held against a run. */
export const NODE_PARTS = [0.35, 0.4, 0.25];
/** Of the CPU of PostgreSQL: what is read and locked, before what is decided, is written. Assumed as well. */
const DATABASE_PARTS = [0.3, 0.7];

/** One server of ours: workers on a machine that share its connections, in front of a database. */
export class Server {
  #workers;
  #next = 0;

  constructor(events, { machine, database, workers, settings = {} }) {
    const all = { ...SETTINGS, ...settings };
    this.events = events;
    this.#workers = Array.from({ length: workers }, () => new Worker(events, machine, database, workers, all));
  }

  /** Connections come to the workers in turn. */
  connect() {
    this.#next += 1;
    return this.#workers[this.#next % this.#workers.length];
  }

  /** Most calls that waited for a connection at a time. */
  get longestQueue() {
    return Math.max(...this.#workers.map(({ turns }) => turns.longest));
  }
}

class Worker {
  constructor(events, machine, database, workers, settings) {
    this.events = events;
    this.database = database;
    this.thread = new Thread(machine, SLICE_MS);
    this.turns = new Turns(events, Math.max(2, Math.floor(settings.poolSize / workers)), settings.turnPatienceMs);
    this.requests = new FairShare(Math.floor(settings.maxConnections / workers));
    this.bytes = new FairShare(Math.max(Math.floor(settings.heldBytes / workers), settings.fewestBytes));
    this.settings = settings;
  }

  /** Answers one call: `answered` is told whether it was taken. */
  call({ caller, nodeMs, databaseMs, commitMs, bytes }, answered) {
    const { events, thread, turns, requests, bytes: held, settings } = this;
    const since = events.now;
    if (!requests.take(caller, 1)) return thread.run(TURNED_AWAY_MS, () => answered(false));
    const end = (isTaken) => {
      requests.give(caller, 1);
      answered(isTaken);
    };
    if (!held.take(caller, bytes)) return thread.run(TURNED_AWAY_MS, () => end(false));
    const over = (isTaken) => {
      held.give(caller, bytes);
      end(isTaken);
    };
    const turnAway = () => thread.run(TURNED_AWAY_MS, () => over(false));
    const [before, during, after] = NODE_PARTS.map((part) => part * nodeMs);
    const [read, written] = DATABASE_PARTS.map((part) => part * databaseMs);
    thread.run(before, () => {
      if (events.now - since > settings.requestTimeoutMs) return turnAway();
      turns.take(
        caller,
        () => {
          // What has taken too long begins nothing more.
          if (events.now - since > settings.requestTimeoutMs) {
            turns.leave(caller);
            return turnAway();
          }
          this.database.run(read, () =>
            thread.run(during, () =>
              this.database.run(written, () =>
                events.after(commitMs, () => {
                  turns.leave(caller);
                  thread.run(after, () => over(true));
                }),
              ),
            ),
          );
        },
        turnAway,
      );
    });
  }
}
