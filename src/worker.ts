import { keepHeapSmall } from './application/heap';
import { ServingWorker } from './application/workers/worker';

/** One of the processes that serve when there are several; main.ts starts them. */
keepHeapSmall();
const worker = new ServingWorker(
  (message) => new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve())),
  (code) => process.exit(code),
);
process.on('message', (message) => worker.hear(message as never));
process.on('SIGINT', () => worker.stop());
process.on('SIGTERM', () => worker.stop());
// The first process hears it and says which level holds. Without a listener it would end this one, and service managers
// send it to all.
process.on('SIGUSR2', () => undefined);
