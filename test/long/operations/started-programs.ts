import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../src/config/package-root';
import { createTestDatabase, type TestDatabase } from '../../support/cluster';
import { eventually, type Running, run } from '../server-process';

/** Built servers as whoever starts one sees them: each test has a database and a folder, which go with its servers. */
export class StartedPrograms {
  #database: TestDatabase | null = null;
  #folder = '';
  readonly #running: Running[] = [];

  constructor() {
    beforeEach(async () => {
      this.#database = await createTestDatabase();
      this.#folder = mkdtempSync(join(tmpdir(), 'programs-'));
      // The database's user must reach it, and it is not always ours.
      chmodSync(this.#folder, 0o755);
    });
    afterEach(async () => {
      for (const program of this.#running.splice(0)) {
        program.signal('SIGTERM');
        await program.exit;
      }
      await this.#database?.drop();
      rmSync(this.#folder, { recursive: true, force: true });
    });
  }

  get database(): TestDatabase {
    if (!this.#database) throw new Error('There is no database before the test');
    return this.#database;
  }

  /** Where the data are of the server that was started first, second, … */
  dataDir(number = 0): string {
    return join(this.#folder, `data-${number}`);
  }

  start(env: Readonly<Record<string, string>>): Running {
    const DATA_DIR = this.dataDir(this.#running.length);
    const program = run([process.execPath, join(packageRoot(), 'dist', 'src', 'main.js')], {
      cwd: this.#folder,
      env: { PORT: '0', DATA_DIR, DEMO_DATA: 'none', LOG_LEVEL: 'error', ...env },
    });
    this.#running.push(program);
    return program;
  }
}

/** What a server says on its start. */
export function said(program: Running, what: RegExp): Promise<string> {
  return eventually(`the server says ${what}`, 60_000, () => {
    if (program.hasEnded()) throw new Error(program.stderr());
    const found = what.exec(program.stdout());
    return found?.[1] ?? found?.[0];
  });
}
