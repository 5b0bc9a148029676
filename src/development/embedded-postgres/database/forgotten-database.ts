import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from '../folder/data-folder';
import { stopOrphan } from '../process/stop-postmaster';
import { hasDatabase } from './create-database';
import { storedPassword } from './password';

/**
 * Whoever deletes the data folder wants to begin anew, but a database in a private folder stays when that happens.
 * So it is put aside when the data folder knows nothing of it, and not deleted since it may have been a mistake.
 * Returns what the person should be told.
 */
export async function putForgottenDatabaseAside(folder: DataFolder): Promise<string[]> {
  const { dataDir, home, database } = folder;
  if (home === dataDir || !(await hasDatabase(folder)) || (await storedPassword(folder)) !== null) return [];
  await stopOrphan(folder);
  const aside = join(home, 'postgres.before');
  await rm(aside, { recursive: true, force: true });
  await rename(database, aside);
  return [`${dataDir} was emptied: its earlier database was put aside to ${aside}, which you may delete.`];
}
