import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSchemaProgram } from '../../src/cli/schema-program';
import { createWorld, type World } from '../support/world';
import { runProgram } from './run-program';

let world: World;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  folder = mkdtempSync(join(tmpdir(), 'schema-'));
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

async function run(...argv: string[]) {
  return runProgram(runSchemaProgram, argv);
}

test('reseller-accounts schema prints what gateways are served, to the letter', async () => {
  const { _service: served } = await world.ask(null, '{ _service { sdl } }');
  expect(await run()).toEqual({ code: 0, stdout: `${served.sdl.trimEnd()}\n`, stderr: '' });
  expect(served.sdl).toContain('@blockedOnManagedAccount(action: DELETE)');
});

test('or writes it into a file, and nothing on stdout', async () => {
  const out = join(folder, 'subgraph.graphql');
  expect(await run('--out', out)).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(out, 'utf8')).toBe((await run()).stdout);
});

test('a file that cannot be written ends with 1 and a line', async () => {
  const answer = await run('--out', join(folder, 'none', 'subgraph.graphql'));
  expect(answer).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^ENOENT.*\n$/) });
});
