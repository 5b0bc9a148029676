// `npm run test:mutation`: changes src/domain in hundreds of small ways, one at a time, and sees whether a test of
// test/domain notices. Stryker is installed here, beside the dependencies of the root, when it is missing or outdated.
// With `--policy` it changes the policy alone, which takes a third of the time. Other arguments are Stryker's:
// `npm run test:mutation -- --mutate src/domain/money.ts`.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { POLICY } from './policy-files.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(dirname(HERE));
const STRYKER = join(HERE, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const sent = process.argv.slice(2);
const isPolicy = sent.length === 1 && sent[0] === '--policy';
const args = isPolicy ? ['--mutate', POLICY.join(',')] : sent;

if (!isInstalled()) run(HERE, 'npm', ['ci']);
run(ROOT, process.execPath, [STRYKER, 'run', join(HERE, 'stryker.config.mjs'), ...args]);
// A run over some files cannot answer for the policy.
if (sent.length === 0 || isPolicy) run(ROOT, process.execPath, [join(HERE, 'check-policy.mjs')]);

function isInstalled() {
  const installed = join(HERE, 'node_modules/.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(HERE, 'package-lock.json')).mtimeMs;
}

function run(cwd, command, commandArgs) {
  const { status, error } = spawnSync(command, commandArgs, { cwd, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
