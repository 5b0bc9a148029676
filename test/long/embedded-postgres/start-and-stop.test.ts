import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPidFile } from '../../../src/development/embedded-postgres/process/pid-file';
import { isRunning } from '../../../src/development/embedded-postgres/process/process-life';
import { startEmbeddedPostgres } from '../../../src/development/embedded-postgres/start-embedded-postgres';
import { EmbeddedPostgresError } from '../../../src/development/embedded-postgres/system/embedded-postgres-error';
import { on, query, scratchFolder } from './scratch';

const scratch = scratchFolder();
afterAll(scratch.remove);

describe('a database folder', () => {
  const data = scratch.path('data');

  test('gets its database at the first start, and keeps the data over a restart', async () => {
    const first = await startEmbeddedPostgres(on(data));
    await query(first.url('postgres'), 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await startEmbeddedPostgres(on(data));
    const answer = await query(second.url('postgres'), 'SELECT answer FROM kept');
    await second.stop();
    expect([first.firstStart, second.firstStart, answer]).toEqual([true, false, 42]);
    expect(second.password).toBe(first.password);
  });

  test('is served in UTF8 without a locale, on 127.0.0.1 and a port that no outgoing connection takes', async () => {
    const postgres = await startEmbeddedPostgres(on(data));
    const url = postgres.url('postgres');
    const names = ['server_encoding', 'lc_numeric', 'listen_addresses', 'unix_socket_directories'];
    const settings = await query(url, `SELECT array[${names.map((name) => `current_setting('${name}')`)}]`);
    const collation = await query(url, "SELECT datcollate FROM pg_database WHERE datname = 'postgres'");
    await postgres.stop();
    expect([settings, collation]).toEqual([['UTF8', 'C', '127.0.0.1', ''], 'C']);
    expect(postgres.host).toBe('127.0.0.1');
    expect(postgres.port).toBeGreaterThanOrEqual(20_000);
    expect(postgres.port).toBeLessThan(32_768);
  });

  test('refuses a login with a wrong password, and takes the right one', async () => {
    const postgres = await startEmbeddedPostgres(on(data));
    const wrong = postgres.url('postgres', { user: postgres.superuser, password: 'wr/ong@' });
    await expect(query(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    await expect(query(postgres.url('postgres'), 'SELECT 1')).resolves.toBe(1);
    await postgres.stop();
  });

  test('has its password beside the database, for its owner only', () => {
    const file = join(data, 'postgres-password');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(data, 'postgres')).mode & 0o777).toBe(0o700);
  });

  test('takes settings of the caller above its own', async () => {
    const settings = { fsync: 'off', max_connections: '17' };
    const postgres = await startEmbeddedPostgres(on(data, { settings }));
    const answer = await query(postgres.url('postgres'), "SELECT current_setting('max_connections')");
    await postgres.stop();
    expect(answer).toBe('17');
  });

  test('gets a new password and keeps its data when the file with the password is lost', async () => {
    rmSync(join(data, 'postgres-password'));
    const postgres = await startEmbeddedPostgres(on(data));
    const answer = await query(postgres.url('postgres'), 'SELECT answer FROM kept');
    await postgres.stop();
    expect(answer).toBe(42);
  });

  test('starts again after its mode was lost, as in a copy', async () => {
    chmodSync(join(data, 'postgres'), 0o755);
    const postgres = await startEmbeddedPostgres(on(data));
    await postgres.stop();
    expect(postgres.firstStart).toBe(false);
  });

  test('shows the log when PostgreSQL does not start, and is free for the next start', async () => {
    const broken = startEmbeddedPostgres(on(data, { settings: { no_such_setting: '1' } }));
    await expect(broken).rejects.toThrow(EmbeddedPostgresError);
    await expect(broken).rejects.toThrow(/unrecognized configuration parameter "no_such_setting"/);
    await (await startEmbeddedPostgres(on(data))).stop();
  });

  test('begins its log anew when that has grown large', async () => {
    const log = join(data, 'postgres.log');
    writeFileSync(log, 'x'.repeat(11 * 1024 * 1024));
    await (await startEmbeddedPostgres(on(data))).stop();
    expect(statSync(log).size).toBeLessThan(100_000);
    expect(readFileSync(log, 'utf8')).toContain('database system is shut down');
  });
});

test('stopping twice, also at the same time, ends PostgreSQL once and leaves no process', async () => {
  const data = scratch.path('stopped');
  const postgres = await startEmbeddedPostgres(on(data));
  const pid = (await readPidFile(join(data, 'postgres')))?.pid ?? -1;
  expect(isRunning(pid)).toBe(true);
  await Promise.all([postgres.stop(), postgres.stop()]);
  await postgres.stop();
  expect(isRunning(pid)).toBe(false);
  await expect(query(postgres.url('postgres'), 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('stopping a server that was followed by another leaves the other its folder', async () => {
  const data = scratch.path('stopped');
  const first = await startEmbeddedPostgres(on(data));
  await first.stop();
  const second = await startEmbeddedPostgres(on(data));
  await first.stop();
  await expect(startEmbeddedPostgres(on(data))).rejects.toThrow(/already uses the database/);
  await second.stop();
});

test('a folder that holds something else is refused and left alone', async () => {
  const database = scratch.path('foreign/postgres');
  mkdirSync(database, { recursive: true });
  writeFileSync(join(database, 'letter.txt'), 'dear diary');
  await expect(startEmbeddedPostgres(on(scratch.path('foreign')))).rejects.toThrow(/no whole database. Move it away/);
  expect(readFileSync(join(database, 'letter.txt'), 'utf8')).toBe('dear diary');
});

test('a data folder that cannot be made is refused with what to do', async () => {
  writeFileSync(scratch.path('file'), '');
  const start = startEmbeddedPostgres(on(scratch.path('file/data')));
  await expect(start).rejects.toThrow(EmbeddedPostgresError);
  await expect(start).rejects.toThrow(/Choose another with DATA_DIR/);
});
