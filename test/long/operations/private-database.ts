import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../../src/development/embedded-postgres/start-embedded-postgres';
import { ensureDatabase } from '../../../src/persistence/set-up/provision';
import type { DatabaseUrls } from '../server-process';

/** Of both logins, once a version has set the database up. */
export const PASSWORD = 'only-of-a-test';

/** A server of its own with an empty database. */
export interface PrivateDatabase extends DatabaseUrls {
  remove(): Promise<void>;
}

export async function createPrivateDatabase(): Promise<PrivateDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'private-database-'));
  chmodSync(dataDir, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir, dataDirIsExplicit: true, settings: { fsync: 'off' } });
  await ensureDatabase(postgres.url('postgres'), 'upgrade');
  return {
    ownerUrl: postgres.url('upgrade'),
    portalUrl: postgres.url('upgrade', { user: 'reseller_accounts_portal', password: PASSWORD }),
    syncUrl: postgres.url('upgrade', { user: 'reseller_accounts_sync', password: PASSWORD }),
    remove: async () => {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
