import type { Logger } from 'pino';
import { createLogger } from '../server/logger';
import { failureText } from './failure';
import { loadSubgraph, startServing } from './serving';
import { asStartError } from './start-error';
import type { FromWorker, ToWorker, WorkerPlan } from './worker-messages';

/**
 * One of several processes that serve on one port. It does what the first one says; when that is gone, cluster ends this
 * one. A signal of its own stops it alone, and another takes its place.
 */
export class ServingWorker {
  readonly #started: (() => Promise<void>)[] = [];
  #logger: Logger | null = null;
  #starting: Promise<void> | null = null;
  #isStopping = false;

  /** `tell` resolves once it is on its way. */
  constructor(
    private readonly tell: (message: FromWorker) => Promise<void>,
    private readonly exit: (code: number) => void,
  ) {}

  hear(message: ToWorker): void {
    switch (message.kind) {
      case 'serve':
        this.#starting = this.#start(message.worker, message.plan);
        return;
      case 'logAt':
        if (this.#logger !== null) this.#logger.level = message.level;
        return;
      case 'stop':
        this.stop();
    }
  }

  /** Amid the start once that is done. */
  stop(): void {
    if (this.#isStopping) return;
    this.#isStopping = true;
    const stopping = async () => {
      await this.#starting;
      await this.#undo();
    };
    stopping().then(
      () => this.exit(0),
      (error: unknown) => {
        process.stderr.write(`${failureText(error)}\n`);
        this.exit(1);
      },
    );
  }

  async #start(worker: number, { config, shares, logins }: WorkerPlan): Promise<void> {
    this.#logger = createLogger(config.logLevel).child({ worker });
    try {
      const plan = { config, shares, subgraph: loadSubgraph(), logins, isFirst: worker === 1 };
      const { url } = await startServing(plan, this.#logger, this.#started);
      await this.tell({ kind: 'serving', url });
    } catch (error) {
      await this.#undo();
      await this.tell({ kind: 'failed', text: failureText(asStartError(error)) });
      this.exit(1);
    }
  }

  async #undo(): Promise<void> {
    for (const step of this.#started.splice(0).reverse()) await step();
  }
}
