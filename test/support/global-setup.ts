import { chmodSync, existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../src/development/embedded-postgres/start-embedded-postgres';
import { distribute } from '../../src/persistence/set-up/distribute';
import { migrate } from '../../src/persistence/set-up/migrate';
import { ensureDatabase, type Logins, openLogins } from '../../src/persistence/set-up/provision';
import { freePort } from '../long/operations/tools';
import { TEMPLATE, type TestCluster } from './cluster';
import { Pooler } from './wire/pooler';

/** One real Postgres for the whole run: the migrations run once into a template, which every test file clones. */
export default async function startCluster(): Promise<void> {
  if (process.env.CITUS_URL) return distributed(process.env.CITUS_URL);
  // Jest is silent until the first file is through.
  process.stderr.write('Starting a PostgreSQL for the tests …\n');
  const dataDir = mkdtempSync(join(inMemory() ?? tmpdir(), 'reseller-accounts-test-'));
  // The database's user must reach it, and it is not always ours.
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({
    dataDir,
    dataDirIsExplicit: true,
    ...(process.env.POSTGRES_BIN ? { binaries: process.env.POSTGRES_BIN } : {}),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  await ensureDatabase(postgres.url('postgres'), TEMPLATE);
  await migrate(postgres.url(TEMPLATE));
  const logins = await openLogins(postgres.url(TEMPLATE));
  const cluster: TestCluster = {
    ownerUrl: postgres.url('postgres'),
    logins,
    ...(await pooled(postgres.url('postgres'), logins)),
  };
  process.env.TEST_CLUSTER = JSON.stringify(cluster);
  Reflect.set(globalThis, 'testPostgres', postgres);
  Reflect.set(globalThis, 'testDataDir', dataDir);
}

/** Where POOLER names a PgBouncer, the two logins go through it, and the owner past it. */
async function pooled(serverUrl: string, logins: Logins): Promise<{ readonly poolerPort?: number }> {
  if (!process.env.POOLER) return {};
  const port = await freePort();
  Reflect.set(globalThis, 'testPooler', Pooler.start(process.env.POOLER, { serverUrl, port, logins }));
  return { poolerPort: port };
}

/** One database that several nodes share, for the whole run and those that follow. */
async function distributed(ownerUrl: string): Promise<void> {
  process.stderr.write('Distributing the tables for the tests …\n');
  await migrate(ownerUrl);
  await distribute(ownerUrl, { begin: () => undefined, reach: () => undefined, end: () => undefined });
  const logins = await openLogins(ownerUrl);
  const cluster: TestCluster = { ownerUrl, logins, isDistributed: true, ...(await pooled(ownerUrl, logins)) };
  process.env.TEST_CLUSTER = JSON.stringify(cluster);
}

const MEMORY = '/dev/shm';
const GIB = 1024 ** 3;

/** A folder that is no disk, where there is one with room for hundreds of small databases. */
function inMemory(): string | null {
  if (!existsSync(MEMORY)) return null;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > 6 * GIB ? MEMORY : null;
}
