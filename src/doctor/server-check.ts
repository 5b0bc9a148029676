import { createServer } from 'node:net';
import { codedFailure } from '../persistence/set-up/database-failure';
import { askHealth } from '../server/ask-health';
import { reachable } from '../server/listen';
import { readServerFile } from '../server/server-file';
import { type Finding, fault, ok, skipped } from './finding';
import type { Patient } from './patient';

/** Whether the server runs and is ready, or could listen where it is to. */
export async function lookAtServer({ config, without }: Patient): Promise<Finding[]> {
  const { dataDir, host, port } = config;
  const noted = await readServerFile(dataDir);
  const running = noted === null ? null : await readiness(noted.url);
  if (running !== null) return [running];
  if (without.has('PORT') || without.has('HOST')) return [skipped('where it is to listen is at fault')];
  if (port === 0) return [ok('none runs here; it is to take a free port')];
  return [
    await placeFinding(config, 'PORT', 'none runs here; ', () => readiness(`http://${reachable(host)}:${port}/`)),
  ];
}

/** Null when no server of ours answers there. */
async function readiness(url: string): Promise<Finding | null> {
  try {
    const { status, said } = await askHealth(url, '/readyz');
    if (status === 200) return ok(`${url} is ready`);
    if (status === 503) return fault(`${url} is not ready: ${said}`, 'See what else is found here, and its log.');
    return null;
  } catch {
    return null;
  }
}

/** Whether one could listen there; `ours` finds out whether it is our server that does. */
export async function placeFinding(
  { host, port }: { readonly host: string; readonly port: number },
  variable: 'PORT' | 'METRICS_PORT',
  free: string,
  ours: () => Promise<Finding | null>,
): Promise<Finding> {
  const code = await whyNotListening(host, port);
  if (code === null) return ok(`${free}${host}:${port} is free`);
  if (code === 'EADDRINUSE') {
    return (
      (await ours()) ??
      fault(`${host}:${port} is taken by another program`, `Stop that, or choose another ${variable}.`)
    );
  }
  return fault(
    `nobody can listen on ${host}:${port} (${code})`,
    'Choose an address of this machine, and a port from 1024 on.',
  );
}

function whyNotListening(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(codedFailure(error)?.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}
