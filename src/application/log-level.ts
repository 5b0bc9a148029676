import type { Logger } from 'pino';
import type { LogLevel } from '../config/config';

/** Where nothing more could be told, a signal makes it less. */
const TALKATIVE: readonly LogLevel[] = ['trace', 'debug'];

/** The level of the log: as it is configured, and another while somebody looks, from one signal to the next. */
export class LogLevelSwitch {
  readonly #other: LogLevel;
  #isOther = false;
  #apply: (level: LogLevel) => void;

  constructor(
    private readonly configured: LogLevel,
    private readonly logger: Logger,
  ) {
    this.#other = TALKATIVE.includes(configured) ? 'info' : 'debug';
    this.#apply = (level) => {
      logger.level = level;
    };
  }

  get current(): LogLevel {
    return this.#isOther ? this.#other : this.configured;
  }

  /** From here on more than this process's logger is to follow. */
  applyBy(apply: (level: LogLevel) => void): void {
    this.#apply = apply;
    apply(this.current);
  }

  /** Says so at warn while that is to be seen: a level that is configured may hide it. */
  toggle(): void {
    this.#isOther = !this.#isOther;
    if (this.#isOther) this.#apply(this.current);
    this.logger.warn({ logLevel: this.current }, 'the level of the log is another now');
    if (!this.#isOther) this.#apply(this.current);
  }
}
