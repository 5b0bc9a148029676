import { setTimeout as sleep } from 'node:timers/promises';
import { Registry } from 'prom-client';
import { ChangedMeanwhileError } from '../../../src/persistence/engine/unavailable';
import { PassMisuseError } from '../../../src/persistence/pass/guard-pass';
import { failureCauseOf, retryCauseOf } from '../../../src/telemetry/metrics/database-failures';
import { DatabaseMetrics } from '../../../src/telemetry/metrics/database-metrics';
import { DeniedWrites, layerOf } from '../../../src/telemetry/metrics/denied-writes';
import { LookMetrics, type Looks } from '../../../src/telemetry/metrics/looks';
import { isOverWithin } from '../../support/time/in-time';
import { samplesOf } from './samples';

const coded = (code: string, routine?: string) => Object.assign(new Error('failed'), { code, routine });

test.each([
  ['trigger', coded('RA001', 'exec_stmt_raise')],
  ['trigger', coded('42501', 'exec_stmt_raise')],
  ['grant', coded('42501', 'aclcheck_error')],
  ['row_security', coded('42501', 'ExecWithCheckOptions')],
  ['pass', new PassMisuseError('void')],
  [null, coded('23505')],
  [null, new Error('a fault')],
  [null, null],
])('which layer denied a write: %s (%#)', (layer, cause) => {
  expect(layerOf(cause)).toBe(layer);
});

test.each([
  ['serialization', coded('40001')],
  ['changed_meanwhile', new ChangedMeanwhileError('It')],
  ['deadlock', coded('40P01')],
  ['statement_name', coded('26000')],
  ['changed_table', coded('0A000', 'RevalidateCachedQuery')],
])('why it is tried again: %s', (cause, error) => {
  expect(retryCauseOf(error)).toBe(cause);
});

test.each([
  ['lock_timeout', coded('55P03')],
  ['statement_timeout', coded('57014')],
  ['retries_exhausted', coded('40001')],
  ['connection', coded('57P01')],
  ['connection', coded('ECONNRESET')],
  ['connection', new Error('Connection terminated unexpectedly')],
  ['resources', coded('53100')],
  ['constraint', coded('23505')],
  ['other', coded('22P02')],
  [null, coded('RA001')],
  [null, coded('42501')],
  [null, new Error('a refusal')],
])('why it failed: %s (%#)', (cause, error) => {
  expect(failureCauseOf(error)).toBe(cause);
});

test('an outage is counted once as it begins, and is over when it ends', async () => {
  const registry = new Registry();
  const database = new DatabaseMetrics(registry, new DeniedWrites(registry));
  const said = async () => {
    const samples = await samplesOf(registry);
    return [samples.value('database_outages_total'), samples.value('database_outage')];
  };
  expect(await said()).toEqual([0, 0]);
  database.outage({ kind: 'late' });
  expect(await said()).toEqual([0, 0]);
  database.outage({ kind: 'began' });
  expect(await said()).toEqual([1, 1]);
  database.outage({ kind: 'ended' });
  expect(await said()).toEqual([1, 0]);
});

describe('a scrape looks at the database', () => {
  const audit = { audit: 'account_audit', bytes: 10, partitions: 5, monthsReady: 4, restEntries: 0 };
  const looks = (changes: Partial<Looks> = {}): Looks => ({
    readiness: async () => [],
    lockWaits: async () => ({ portal: 2, sync: 0 }),
    storage: async () => ({ historyBytes: 7, audits: [audit] }),
    ...changes,
  });
  const watching = (changes: Partial<Looks> = {}) => {
    const registry = new Registry();
    const metrics = new LookMetrics(registry);
    metrics.watch(looks(changes));
    const look = async (isWanted = true) => {
      await metrics.look(isWanted);
      return samplesOf(registry);
    };
    return { metrics, look };
  };

  test('and tells what it sees', async () => {
    const { metrics, look } = watching();
    metrics.guardsLookedAt(3);
    const samples = await look();
    expect(samples.value('ready')).toBe(1);
    expect(samples.value('guard_faults')).toBe(3);
    expect(samples.value('database_lock_waits', { login: 'portal' })).toBe(2);
    expect(samples.value('history_size_bytes')).toBe(7);
    expect(samples.value('audit_size_bytes', { audit: 'account_audit' })).toBe(10);
    expect(samples.value('audit_months_ready', { audit: 'account_audit' })).toBe(4);
    expect(samples.value('look_failed', { look: 'storage' })).toBe(0);
  });

  test('says nothing of it where another process looks', async () => {
    const { look } = watching();
    await look();
    const samples = await look(false);
    expect(samples.value('ready')).toBeUndefined();
    expect(samples.value('history_size_bytes')).toBeUndefined();
  });

  test('names what keeps the server from serving', async () => {
    const samples = await watching({ readiness: async () => ['keys', 'guards'] }).look();
    expect(samples.value('ready')).toBe(0);
    expect(samples.value('readiness_fault', { check: 'keys' })).toBe(1);
    expect(samples.value('readiness_fault', { check: 'guards' })).toBe(1);
  });

  test('waits no longer than a second for what does not answer, tells the rest and asks it once', async () => {
    let asked = 0;
    const hangs = () => {
      asked += 1;
      return sleep(5_000, { portal: 1, sync: 1 }, { ref: false });
    };
    const { look } = watching({ lockWaits: hangs, readiness: () => Promise.reject(new Error('away')) });
    for (const _ of [1, 2]) {
      const looking = look();
      expect(await isOverWithin(1_500, looking)).toBe(true);
      const samples = await looking;
      expect(samples.value('look_failed', { look: 'lock_waits' })).toBe(1);
      expect(samples.value('database_lock_waits', { login: 'portal' })).toBeUndefined();
      expect(samples.value('look_failed', { look: 'storage' })).toBe(0);
      expect(samples.value('ready')).toBe(0);
      expect(samples.value('readiness_fault', { check: 'late' })).toBe(1);
    }
    expect(asked).toBe(1);
  });

  test('asks for sizes no more than once a minute', async () => {
    let asked = 0;
    const storage = async () => {
      asked += 1;
      return { historyBytes: asked, audits: [] };
    };
    const { look } = watching({ storage });
    for (const _ of [1, 2, 3]) expect((await look()).value('history_size_bytes')).toBe(1);
  });
});
