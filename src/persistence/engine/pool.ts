import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { openConnections } from './connection/connections';
import { NamedStatements } from './connection/named-statements';
import type { Outages } from './connection/outages';
import { type Answer, type DatabaseListener, Session } from './connection/session';
import { Watch } from './connection/watch';
import { ConnectionTurns, type TurnsLoad } from './connection-turns';
import { CONNECT_MS, type LoginSettings } from './data-source';
import { type Asked, gathering } from './gathering';
import { OpenTransaction, type Transaction } from './open-transaction';
import type { Send } from './reader';
import { type Beginning, ownSession } from './transaction-settings';
import { isUnavailability, isWorthRetrying, refusalWhenUnavailable } from './unavailable';

const ATTEMPTS = 5;
/** So many statements of one tick go down one connection; the more there are, the longer the last one waits for the others. */
const TOGETHER = 8;

/** One login's connections: whose turn it is to have one, and the one apart for looking after the database. */
export class LoginPool {
  private constructor(
    private readonly connections: Pool,
    private readonly named: NamedStatements,
    readonly watch: Watch,
    private readonly turns: ConnectionTurns,
    private readonly outages: Outages,
    private readonly login: LoginSettings,
    private readonly isRepeatable: boolean,
  ) {}

  /** `isRepeatable`: whatever this login writes may be sent again, and is not done twice. Throws when it cannot be had. */
  static async open(login: LoginSettings, outages: Outages, isRepeatable: boolean): Promise<LoginPool> {
    const named = new NamedStatements();
    const connections = openConnections(login, { statements: ownSession(login.bounds), named });
    try {
      (await connections.connect()).release();
    } catch (error) {
      await connections.end();
      throw error;
    }
    const turns = new ConnectionTurns(login.poolSize, login.connectMs ?? CONNECT_MS);
    const watch = new Watch(login, { statements: ownSession(login.bounds) });
    return new LoginPool(connections, named, watch, turns, outages, login, isRepeatable);
  }

  /**
   * Reads in the caller's turn, each statement in a transaction of its own, which begins with `begin` if that is given.
   * What is asked for in one tick goes down one connection.
   */
  reads(whose: string, begin: Beginning | null, asker?: DatabaseListener): Send {
    const listeners = this.#listenersWith(asker);
    const gather = gathering(TOGETHER, (asked) => this.#readTogether(whose, begin, listeners, asked));
    return (text, values) => this.#told(listeners, () => gather(text, values));
  }

  /**
   * Runs the work in a transaction that begins with this statement, in the caller's turn. Deadlocks are tried again, with
   * jitter. A rehearsal is rolled back once the work is done.
   */
  inTransaction<T>(
    whose: string,
    begin: Beginning,
    work: (transaction: Transaction) => Promise<T>,
    {
      isRehearsal = false,
      asker,
    }: { readonly isRehearsal?: boolean; readonly asker?: DatabaseListener | undefined } = {},
  ): Promise<T> {
    const listeners = this.#listenersWith(asker);
    return this.#told(listeners, () =>
      this.#inTurn(whose, listeners, (session) => transact(new OpenTransaction(session, begin, isRehearsal), work)),
    );
  }

  /** Asks on the connection apart. What it is answered counts for an outage too: while one lasts, nobody else may ask. */
  async look<T>(work: (watch: Watch) => Promise<T>): Promise<T> {
    try {
      const found = await work(this.watch);
      this.outages.answered(this);
      return found;
    } catch (error) {
      if (refusalWhenUnavailable(error) !== error) this.outages.failed(this, error);
      throw error;
    }
  }

  /** What says that the database is not to be had leaves as the refusal that tells so, and its cause goes to the log. */
  async #told<T>(listeners: readonly DatabaseListener[], work: () => Promise<T>): Promise<T> {
    try {
      const result = await retried(listeners, work);
      this.outages.answered(this);
      return result;
    } catch (error) {
      for (const listener of listeners) listener.onFailure?.(error);
      const told = refusalWhenUnavailable(error, this.isRepeatable);
      if (isUnavailability(told)) this.outages.failed(this, error);
      throw told;
    }
  }

  #readTogether(
    whose: string,
    begin: Beginning | null,
    listeners: readonly DatabaseListener[],
    asked: readonly Asked[],
  ): Promise<void> {
    return this.#inTurn(whose, listeners, async (session) => {
      const answers = asked.map(({ text, values, answer, fail }) =>
        readAlone(session, begin, text, values).then(answer, fail),
      );
      await Promise.all(answers);
    });
  }

  #inTurn<T>(
    whose: string,
    listeners: readonly DatabaseListener[],
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const since = performance.now();
    const missed = () => {
      for (const listener of listeners) listener.onTurnMissed?.();
    };
    const turn = async () => {
      const session = new Session(await this.connections.connect(), this.named, listeners);
      const waitedMs = performance.now() - since;
      for (const listener of listeners) listener.onTurn?.(waitedMs);
      try {
        return await work(session);
      } finally {
        session.release();
      }
    };
    return this.turns.run(whose, turn, missed);
  }

  /** The login's own, and whoever asks. */
  #listenersWith(asker: DatabaseListener | undefined): readonly DatabaseListener[] {
    const { listener } = this.login;
    return [listener, asker].filter((one) => one !== undefined);
  }

  /** How the connections are taken at the moment. */
  get load(): TurnsLoad {
    return this.turns.load;
  }

  async close(): Promise<void> {
    await Promise.all([this.connections.end(), this.watch.close()]);
  }
}

/** One statement in a transaction of its own, whatever becomes of those that are sent beside it. */
async function readAlone(
  session: Session,
  begin: Beginning | null,
  text: string,
  values: readonly unknown[],
): Promise<Answer> {
  if (begin === null) return session.send(text, values);
  const beginning = Promise.all(session.toBegin(begin).map((one) => session.send(one)));
  const sent = [beginning, session.send(text, values), session.send('COMMIT')] as const;
  const [begun, answer, committed] = await Promise.allSettled(sent);
  // The first that failed says why: the others may have failed of it, or have read nobody's rows.
  if (begun.status === 'rejected') throw begun.reason;
  if (answer.status === 'rejected') throw answer.reason;
  if (committed.status === 'rejected') throw committed.reason;
  return answer.value;
}

async function transact<T>(transaction: OpenTransaction, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  try {
    const result = await work(transaction);
    await transaction.end();
    return result;
  } catch (error) {
    await transaction.rollBack();
    throw error;
  }
}

async function retried<T>(listeners: readonly DatabaseListener[], work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= ATTEMPTS || !isWorthRetrying(error)) throw error;
      for (const listener of listeners) listener.onRetry?.(error);
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}
