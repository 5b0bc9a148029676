import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { EmbeddedPostgresOptions } from '../../../src/development/embedded-postgres/start-embedded-postgres';

/** For what only root meets: dropping to another user, folders closed to that user. */
export const testAsRoot = process.geteuid?.() === 0 ? test : test.skip;

/** A folder for one test file, which the account that PostgreSQL runs as may pass; call `remove` after all tests. */
export function scratchFolder(): { path: (name: string) => string; remove: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-postgres-test-'));
  chmodSync(folder, 0o711);
  return {
    path: (name) => join(folder, name),
    remove: async () => {
      const left = await processesOn(folder);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      expect(left).toEqual([]);
    },
  };
}

/** What tests start with: a named folder, and no waiting for disks. */
export function on(dataDir: string, more: Partial<EmbeddedPostgresOptions> = {}): EmbeddedPostgresOptions {
  return { dataDir, dataDirIsExplicit: true, settings: { fsync: 'off' }, ...more };
}

/** Runs one statement over a connection of its own and gives the first column of the first row. */
export async function query(url: string, statement: string): Promise<unknown> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query({ text: statement, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** The command lines of living processes that name the folder; those about to end get some time for it. */
export async function processesOn(folder: string): Promise<string[]> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const left = commandLines().filter((line) => line.includes(folder));
    if (left.length === 0 || Date.now() > deadline) return left;
    await sleep(20);
  }
}

function commandLines(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    });
}
