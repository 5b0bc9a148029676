import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runHealthProgram } from '../../src/cli/health-program';
import { createTestDatabase, type TestDatabase } from '../support/cluster';
import { type Program, startProgram } from '../support/program';
import { runProgram } from './run-program';

let database: TestDatabase;
let program: Program;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  program = await startProgram(database);
  folder = mkdtempSync(join(tmpdir(), 'health-'));
});
afterAll(async () => {
  await program.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function run(env: NodeJS.ProcessEnv, ...argv: string[]) {
  return runProgram(runHealthProgram, argv, env);
}

test('a server that is ready ends it with 0, however it is found', async () => {
  const { port } = new URL(program.url);
  expect(await run({ DATA_DIR: program.dataDir })).toEqual({
    code: 0,
    stdout: `The server at ${program.url} is ready\n`,
    stderr: '',
  });
  expect((await run({ DATA_DIR: folder, PORT: port, HOST: '0.0.0.0' })).code).toBe(0);
  expect((await run({ DATA_DIR: folder }, '--url', program.url)).code).toBe(0);
  expect((await run({ DATA_DIR: program.dataDir }, '--live')).stdout).toContain('is alive');
});

test('one that lives and is not ready ends it with 1 and the reason, and is alive all the same', async () => {
  const newest = '(SELECT name FROM schema_migrations ORDER BY timestamp DESC LIMIT 1)';
  const [row] = await database.sql<{ name: string; timestamp: string }>(
    `SELECT name, timestamp FROM schema_migrations WHERE name = ${newest}`,
  );
  await database.sql(`DELETE FROM schema_migrations WHERE name = ${newest}`);
  try {
    // An answer of /readyz holds for a moment, and for longer where the next look is late.
    const deadline = performance.now() + 20_000;
    let answer = await run({ DATA_DIR: program.dataDir });
    while (answer.code === 0 && performance.now() < deadline) {
      await sleep(200);
      answer = await run({ DATA_DIR: program.dataDir });
    }
    expect(answer).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('lacks migrations') });
    expect((await run({ DATA_DIR: program.dataDir }, '--live')).code).toBe(0);
  } finally {
    await database.sql('INSERT INTO schema_migrations (timestamp, name) VALUES ($1, $2)', [row?.timestamp, row?.name]);
  }
});

test('nobody, and another program, end it with 1', async () => {
  expect(await run({ DATA_DIR: folder, PORT: '1' })).toMatchObject({ code: 1, stdout: '' });
  expect(await run({ DATA_DIR: folder, PORT: '0' })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--url'),
  });
  const other = createServer((_, response) => response.end('hello'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  expect(await run({ DATA_DIR: folder, PORT: String(port) })).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('another program'),
  });
  other.closeAllConnections();
  other.close();
});
