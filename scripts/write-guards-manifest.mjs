// Writes down what guards in a database that the migrations have just made: `npm run db:manifest`, after a migration that
// changes triggers, grants or row-level security. The start compares every database with it.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const built = (path) => require(`../dist/src/${path}`);
const { startEmbeddedPostgres } = built('development/embedded-postgres/start-embedded-postgres');
const { migrate } = built('persistence/set-up/migrate');
const { ensureDatabase } = built('persistence/set-up/provision');
const { readGuards } = built('persistence/integrity/database-catalog');
const { Client } = require('pg');

const TARGET = fileURLToPath(new URL('../src/persistence/integrity/database-guards-manifest.ts', import.meta.url));

const dataDir = mkdtempSync(join(tmpdir(), 'guards-manifest-'));
// The database's user must reach it, and it is not always ours.
chmodSync(dataDir, 0o755);
const postgres = await startEmbeddedPostgres({ dataDir, dataDirIsExplicit: true });
try {
  await ensureDatabase(postgres.url('postgres'), 'guards');
  await migrate(postgres.url('guards'));
  const client = new Client({ connectionString: postgres.url('guards') });
  await client.connect();
  const guards = await readGuards({ query: async (statement) => (await client.query(statement)).rows }).finally(() =>
    client.end(),
  );
  writeFileSync(
    TARGET,
    `/** What guards in the database when all migrations have run; written by \`npm run db:manifest\`, never edited. */\n` +
      `export const DATABASE_GUARDS: readonly string[] = ${JSON.stringify(guards, null, 2)};\n`,
  );
  console.log(`${guards.length} guards written down`);
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
