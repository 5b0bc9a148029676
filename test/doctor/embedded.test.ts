import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startApplication } from '../../src/application/start-application';
import { loadConfig } from '../../src/config/config';
import { examine } from '../../src/doctor/examination';

test('the embedded database is looked at while it runs, and left alone while it does not', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'doctor-embedded-'));
  chmodSync(dataDir, 0o755);
  const env = {
    PORT: '0',
    DATA_DIR: dataDir,
    DEMO_DATA: 'none',
    ...(process.env.POSTGRES_BIN ? { POSTGRES_BIN: process.env.POSTGRES_BIN } : {}),
  };
  const verdicts = async () =>
    Object.fromEntries((await examine(env)).map(({ check, verdict }) => [check, verdict] as const));
  const before = await verdicts();
  expect([before.guards, before.server, before['data folder']]).toEqual(['skipped', 'ok', 'ok']);

  const without = await examine({ ...env, POSTGRES_BIN: join(dataDir, 'nothing') });
  expect(without.filter(({ check }) => check === 'PostgreSQL')).toMatchObject([
    {
      verdict: 'fault',
      found: expect.stringContaining('POSTGRES_BIN names'),
      advice: expect.stringContaining('initdb'),
    },
  ]);

  const application = await startApplication(loadConfig(env), pino({ level: 'silent' }));
  const during = await verdicts();
  await application.stop();
  expect(during).toMatchObject({
    PostgreSQL: 'ok',
    migrations: 'ok',
    guards: 'ok',
    connections: 'ok',
    clock: 'ok',
    server: 'ok',
    "portal's login": 'skipped',
  });
  expect((await verdicts()).guards).toBe('skipped');
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
}, 60_000);
