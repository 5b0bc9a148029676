import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, loadDatabaseSetup } from '../../src/config/config';
import { packageRoot } from '../../src/config/package-root';
import { faultsOf } from '../support/config-faults';

const SETTINGS = [
  ['REQUEST_TIMEOUT', 'requestTimeoutMs', 1, 3600],
  ['STOP_WAIT', 'stopWaitMs', 0, 300],
  ['DRAIN_TIMEOUT', 'drainTimeoutMs', 1, 300],
  ['KEEP_ALIVE_TIMEOUT', 'keepAliveTimeoutMs', 1, 3600],
  ['CONNECT_TIMEOUT', 'connectTimeoutMs', 1, 60],
  ['STATEMENT_TIMEOUT', 'statementTimeoutMs', 1, 60],
] as const;

test.each(SETTINGS)('%s is seconds, as few and as many as there are', (name, property, least, most) => {
  for (const seconds of [least, most]) {
    expect(loadConfig({ [name]: String(seconds) })[property]).toBe(seconds * 1000);
  }
  for (const wrong of [String(most + 1), String(least - 1), '1.5', '10s', 'long']) {
    expect(faultsOf({ [name]: wrong })).toEqual([
      `${name}: got "${wrong}", expected a whole number of seconds, ${least} to ${most}`,
    ]);
  }
});

test('a lock is waited for no longer than a statement takes', () => {
  expect(loadConfig({ STATEMENT_TIMEOUT: '8', LOCK_TIMEOUT: '8' }).lockTimeoutMs).toBe(8_000);
  expect(loadConfig({ STATEMENT_TIMEOUT: '3' }).lockTimeoutMs).toBe(3_000);
  const wrong = 'LOCK_TIMEOUT: is 9, expected 8 or less: a statement is given up after STATEMENT_TIMEOUT';
  expect(faultsOf({ STATEMENT_TIMEOUT: '8', LOCK_TIMEOUT: '9' })).toEqual([wrong]);
  const setUp = { MIGRATION_DATABASE_URL: 'postgresql://owner@db/accounts', STATEMENT_TIMEOUT: '8' };
  expect(loadDatabaseSetup({ ...setUp, LOCK_TIMEOUT: '2' })).toMatchObject({
    statementTimeoutMs: 8_000,
    lockTimeoutMs: 2_000,
  });
  expect(() => loadDatabaseSetup({ ...setUp, LOCK_TIMEOUT: '9' })).toThrow(wrong);
});

test('README and .env.example say what holds where a timeout is not set', () => {
  const config = loadConfig({});
  const texts = ['README.md', '.env.example'].map((name) => readFileSync(join(packageRoot(), name), 'utf8'));
  for (const [name, property] of [...SETTINGS, ['LOCK_TIMEOUT', 'lockTimeoutMs'] as const]) {
    const seconds = config[property] / 1000;
    expect(texts[0]).toMatch(new RegExp(`^\\| \`${name}\` +\\| \`${seconds}\` +\\|`, 'm'));
    expect(texts[1]).toMatch(new RegExp(`^# ${name}=${seconds}$`, 'm'));
  }
});
