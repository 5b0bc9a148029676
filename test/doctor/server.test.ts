import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../src/doctor/finding';
import { type Patient, patientOf } from '../../src/doctor/patient';
import { lookAtServer } from '../../src/doctor/server-check';
import { lookAtMetrics, lookAtTraces } from '../../src/doctor/telemetry-checks';
import { writeServerFile } from '../../src/server/server-file';
import { createTestDatabase } from '../support/cluster';
import { startProgram } from '../support/program';

let folder: string;
const servers: Server[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-server-'));
});
afterEach(async () => {
  jest.resetModules();
  rmSync(folder, { recursive: true, force: true });
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** What a look at such an environment finds. */
const found = (look: (patient: Patient) => Promise<Finding[]>, env: NodeJS.ProcessEnv = {}) =>
  look(patientOf({ PORT: '0', DATA_DIR: folder, ...env }));

async function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return String((server.address() as AddressInfo).port);
}

const another: RequestListener = (_, response) => response.end('hello');

describe('the server', () => {
  test('that runs and is ready is, and one that is not says why', async () => {
    const database = await createTestDatabase();
    const program = await startProgram(database);
    const ready = await found(lookAtServer, { DATA_DIR: program.dataDir });
    await program.stop();
    await database.drop();
    expect(ready).toMatchObject([{ verdict: 'ok', found: expect.stringContaining('is ready') }]);
    const port = await listening((_, response) => {
      response.statusCode = 503;
      response.end(
        JSON.stringify({ status: 'not ready', checks: [{ name: 'guards', message: 'The guards do not hold' }] }),
      );
    });
    await writeServerFile(folder, { url: `http://127.0.0.1:${port}/graphql`, pid: process.pid });
    expect(await found(lookAtServer)).toMatchObject([
      { verdict: 'fault', found: expect.stringContaining('The guards do not hold') },
    ]);
  });

  test('what a killed one has left behind is no server', async () => {
    await writeServerFile(folder, { url: 'http://127.0.0.1:1/graphql', pid: 999_999 });
    expect(await found(lookAtServer)).toMatchObject([{ verdict: 'ok' }]);
  });

  test('whose port another program has', async () => {
    const PORT = await listening(another);
    expect(await found(lookAtServer, { PORT })).toMatchObject([
      { verdict: 'fault', found: `127.0.0.1:${PORT} is taken by another program` },
    ]);
  });

  test('that is to listen at no address of this machine', async () => {
    expect(await found(lookAtServer, { HOST: '192.0.2.1', PORT: '4001' })).toMatchObject([
      { verdict: 'fault', found: expect.stringContaining('EADDRNOTAVAIL') },
    ]);
  });
});

describe('the port of the metrics', () => {
  test('that another program has is a fault, and one that is free or not wanted none', async () => {
    const METRICS_PORT = await listening(another);
    expect(await found(lookAtMetrics, { METRICS_PORT })).toMatchObject([
      {
        verdict: 'fault',
        found: `127.0.0.1:${METRICS_PORT} is taken by another program`,
        advice: expect.stringContaining('METRICS_PORT'),
      },
    ]);
    for (const env of [{}, { METRICS_PORT: '0' }, { METRICS_TOKEN: 'sixteen-letters!' }]) {
      expect(await found(lookAtMetrics, env)).toMatchObject([{ verdict: 'ok' }]);
    }
  });

  test('that our server has is none, to who has its token', async () => {
    const METRICS_PORT = await listening(({ headers }, response) => {
      response.statusCode = headers.authorization === 'Bearer sixteen-letters!' ? 200 : 401;
      response.end('# HELP reseller_accounts_requests_total\nreseller_accounts_requests_total 1\n');
    });
    const METRICS_TOKEN = 'sixteen-letters!';
    expect(await found(lookAtMetrics, { METRICS_PORT, METRICS_TOKEN })).toMatchObject([{ verdict: 'ok' }]);
    expect(await found(lookAtMetrics, { METRICS_PORT })).toMatchObject([{ verdict: 'fault' }]);
  });
});

describe('what sends traces', () => {
  const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://secret@127.0.0.1:4318';

  test('is not looked for where none are sent, and found where it is installed', async () => {
    expect(await found(lookAtTraces)).toMatchObject([{ verdict: 'ok', found: 'none are wanted' }]);
    const [finding] = await found(lookAtTraces, { OTEL_EXPORTER_OTLP_ENDPOINT });
    expect(finding).toEqual({ verdict: 'ok', found: 'what sends them to 127.0.0.1:4318 is installed' });
  });

  test('is a fault where it is not, and what to install is said', async () => {
    jest.doMock('../../src/telemetry/open-telemetry/open-telemetry', () => {
      throw Object.assign(new Error("Cannot find module '@opentelemetry/api'"), { code: 'MODULE_NOT_FOUND' });
    });
    expect(await found(lookAtTraces, { OTEL_EXPORTER_OTLP_ENDPOINT })).toEqual([
      {
        verdict: 'fault',
        found: 'traces are to be sent, and the packages that send them are not installed',
        advice: expect.stringMatching(/^Run "npm install .*@opentelemetry\/api@/),
      },
    ]);
  });
});
