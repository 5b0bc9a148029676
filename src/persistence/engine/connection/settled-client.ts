import { Client, type ClientConfig } from 'pg';
import { isStandby, SENT_SETTINGS, STANDBY_SETTING, type UnfitDatabaseError, unfitSetting } from './session-settings';

/** Says first what the session is to be. pg has no option for it but `options`, which poolers refuse. */
interface Starting {
  getStartupConf(): Record<string, string>;
}

/** What the server says of a setting. */
interface ParameterStatus {
  readonly parameterName: string;
  readonly parameterValue: string;
}

/** Failures that no connection came of, whatever the reason: the password, the address, a database that is not there. */
const withoutConnection = new WeakSet<object>();

/** Whether it was while a connection was opened that this failed. */
export function failedToConnect(error: object): boolean {
  return withoutConnection.has(error);
}

// biome-ignore lint/suspicious/noExplicitAny: pg declares two kinds of callback, with and without an error
type Connected = (error: any, client?: any) => void;

/**
 * A connection to the database, the only kind that `src` opens (test/persistence/engine/settled-client.test.ts): it says
 * what it needs as it opens, and is broken off where the server reports something else, then or later. So no statement
 * runs in a session whose values would be misread.
 */
export class SettledClient extends Client {
  #isStandby = false;
  #isOpen = false;
  #unfit: UnfitDatabaseError | null = null;

  constructor(config: ClientConfig = {}) {
    super(config);
    const parent: unknown = Client.prototype;
    const { getStartupConf } = parent as Starting;
    Object.assign(this, { getStartupConf: () => ({ ...getStartupConf.call(this), ...SENT_SETTINGS }) });
    this.connection.on('parameterStatus', (status: ParameterStatus) => this.#hear(status));
  }

  override connect(): Promise<Client>;
  override connect(callback: Connected): undefined;
  override connect(callback?: Connected): Promise<Client> | undefined {
    const opening = this.#open();
    if (callback === undefined) return opening;
    opening.then(() => callback(null, this), callback);
    return undefined;
  }

  async #open(): Promise<Client> {
    // Until somebody else listens: a connection that breaks meanwhile fails what is awaited here.
    const ignore = () => undefined;
    this.on('error', ignore);
    try {
      await super.connect();
      if (this.#isStandby) await this.#assertPrimary();
      if (this.#unfit !== null) throw this.#unfit;
      this.#isOpen = true;
      // One turn later, when whoever waited has put a listener of its own. One that did not open says nothing more.
      setImmediate(() => this.off('error', ignore));
      return this;
    } catch (error) {
      this.connection.stream.destroy();
      if (typeof error === 'object' && error !== null) withoutConnection.add(error);
      throw error;
    }
  }

  #hear({ parameterName: name, parameterValue: value }: ParameterStatus): void {
    if (name === STANDBY_SETTING) this.#isStandby = value === 'on';
    const unfit = unfitSetting(name, value);
    if (unfit === null) return;
    this.#unfit = unfit;
    // What is being asked is not answered any more, and no pool hands the connection out again.
    if (this.#isOpen) this.connection.stream.destroy(unfit);
  }

  async #assertPrimary(): Promise<void> {
    const { rows } = await this.query<{ recovering: boolean }>('SELECT pg_catalog.pg_is_in_recovery() AS recovering');
    if (rows[0]?.recovering !== false) throw isStandby();
  }
}
