import { openCluster } from './data/cluster.mjs';
import { dropSeeded } from './data/prepare.mjs';
import { openIssuer } from './load/issuer.mjs';
import { startSender } from './load/load-process.mjs';
import { endAll } from './servers/processes.mjs';

/** Opens what every measurement needs, and ends all of it, also after Ctrl-C: each process by its own id. */
export async function withEnvironment(options, work) {
  const stopped = untilStopped();
  const opening = openCluster(options);
  const steps = [];
  try {
    const cluster = await Promise.race([opening, stopped]);
    if (options.fresh) await dropSeeded(cluster);
    const atEnd = (step) => steps.unshift(step);
    const environment = { cluster, issuer: await openIssuer(), sender: startSender(), options, atEnd };
    await Promise.race([work(environment), stopped]);
  } catch (error) {
    console.error(process.env.BENCH_STACK ? error : `\n${error.message}`);
    process.exitCode = 1;
  }
  await endAll();
  for (const step of steps) await step().catch((error) => console.error(error.message));
  await opening.then((cluster) => cluster.stop()).catch(() => undefined);
  process.exit();
}

/** Rejected by a signal, or by what nobody has caught. Later ones change nothing: what was started is being ended. */
function untilStopped() {
  const stopped = new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => reject(new Error(`Stopped by ${signal}`)));
    process.on('uncaughtException', reject);
    process.on('unhandledRejection', reject);
  });
  stopped.catch(() => undefined);
  return stopped;
}
