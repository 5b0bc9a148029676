import type { Values } from './config-variables';

/** How long is waited for what, in milliseconds. */
export interface Timeouts {
  readonly requestTimeoutMs: number;
  /** How long requests are still taken after the signal to stop, with `/readyz` red. */
  readonly stopWaitMs: number;
  /** How long a stop waits for what is under way, once nothing more is taken. */
  readonly drainTimeoutMs: number;
  /** How long a connection that nothing comes over is kept open. */
  readonly keepAliveTimeoutMs: number;
  readonly connectTimeoutMs: number;
}

/** How patient a session in the database is: the server says it of its own, `db:setup` of all others of the logins. */
export interface DatabaseTimeouts {
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
}

/** Nobody stands in front of a server that somebody tries out, hence no wait; in front of others a balancer has to see it first. */
const STOP_WAIT = 0;
/** Longer than the idle time of the gateways and balancers in front, which would else send into a closing connection. */
const KEEP_ALIVE = 65;

export function timeoutsOf(values: Values): Timeouts {
  return {
    requestTimeoutMs: (values.REQUEST_TIMEOUT ?? 30) * 1000,
    stopWaitMs: (values.STOP_WAIT ?? STOP_WAIT) * 1000,
    drainTimeoutMs: (values.DRAIN_TIMEOUT ?? 10) * 1000,
    keepAliveTimeoutMs: (values.KEEP_ALIVE_TIMEOUT ?? KEEP_ALIVE) * 1000,
    connectTimeoutMs: (values.CONNECT_TIMEOUT ?? 2) * 1000,
  };
}

/** What is wrong is added to `faults`, and the answer is then not to be used. */
export function databaseTimeoutsOf(values: Values, faults: string[]): DatabaseTimeouts {
  const { STATEMENT_TIMEOUT: statement = 10, LOCK_TIMEOUT: lock = Math.min(5, statement) } = values;
  if (lock > statement) {
    faults.push(
      `LOCK_TIMEOUT: is ${lock}, expected ${statement} or less: a statement is given up after STATEMENT_TIMEOUT`,
    );
  }
  return { statementTimeoutMs: statement * 1000, lockTimeoutMs: lock * 1000 };
}
