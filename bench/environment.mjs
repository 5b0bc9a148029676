import { openCluster } from './data/cluster.mjs';
import { openIssuer } from './load/issuer.mjs';
import { startSender } from './load/load-process.mjs';
import { endAll } from './servers/processes.mjs';

/** Opens what every measurement needs, and ends all of it, also after Ctrl-C: each process by its own id. */
export async function withEnvironment(options, work) {
  let cluster = null;
  const closing = [];
  const close = async () => {
    await endAll();
    for (const step of closing.splice(0)) await step();
    await cluster?.stop();
    cluster = null;
  };
  const stopped = new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => reject(new Error(`Stopped by ${signal}`)));
  });
  stopped.catch(() => undefined);
  try {
    const opening = openCluster(options);
    opening.then(
      (opened) => {
        cluster = opened;
      },
      () => undefined,
    );
    await Promise.race([opening, stopped]);
    const issuer = await openIssuer();
    const atEnd = (step) => closing.push(step);
    const environment = { cluster, issuer, sender: startSender(), options, atEnd };
    await Promise.race([work(environment), stopped]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    if (process.env.BENCH_STACK) console.error(error);
    process.exitCode = 1;
  } finally {
    await close();
    process.exit();
  }
}
