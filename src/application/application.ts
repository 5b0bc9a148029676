import type { LogLevel } from '../config/config';
import type { LocalIssuer } from '../development/local-issuer/local-issuer';

/** The running program, be it one process or several. */
export interface Application {
  readonly url: string;
  /** Null when issuers are configured. */
  readonly issuer: LocalIssuer | null;
  /** What the person who starts it should be told. */
  readonly notes: readonly string[];
  /** Settles when nothing can be served any more though nobody stopped it; null where that is not found out. */
  readonly lost: Promise<Error> | null;
  logAt(level: LogLevel): void;
  /** Drains, closes the pools and stops the embedded Postgres. */
  stop(): Promise<void>;
}
