// `npm run test:schema`, `test:supergraph` and `test:browser`: the tests of one folder here, one file after the other. The
// last line says how many there were. `--long` asks the browser tests for what is slow, too.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { installPackages } from '../scripts/install-packages.mjs';
import { CHROMIUM } from './browser/chromium.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** The longest file takes five minutes, on a busy machine ten, with `--long` more; one that hangs is ended. */
const PATIENCE_MS = 3_000_000;

/** What each needs, installed when it is run. */
const PACKAGES = {
  schema: [[HERE, 'what the checks need']],
  supergraph: [
    [HERE, 'what the checks need'],
    [join(HERE, '..', 'examples', 'supergraph'), 'the gateway'],
  ],
  browser: [
    [join(HERE, 'browser'), 'what drives the browser'],
    [join(HERE, '..', 'examples', 'admin-tool'), 'the admin tool'],
    [join(HERE, '..', 'examples', 'supergraph'), 'the gateway'],
    [join(HERE, '..', 'examples', 'portal'), 'the portal'],
  ],
};

const [part, extent] = process.argv.slice(2);
if (PACKAGES[part] === undefined || ![undefined, '--long'].includes(extent)) {
  console.error(`Usage: node checks/run.mjs ${Object.keys(PACKAGES).join(' | ')} [--long]`);
  process.exit(2);
}
// Each file runs in a process of its own, which has our environment and not our arguments.
if (extent === '--long') process.env.BROWSER_TESTS = 'long';
if (part === 'browser' && CHROMIUM === null) {
  console.log('browser: left out, there is no Chromium on this machine (CHROMIUM names one that is elsewhere)');
  process.exit();
}
for (const [folder, what] of PACKAGES[part]) installPackages(folder, what);

const files = readdirSync(join(HERE, part)).filter((name) => name.endsWith('.test.mjs'));
const counts = { passed: 0, failed: 0, skipped: 0 };
const tests = run({ files: files.map((name) => join(HERE, part, name)), concurrency: 1, timeout: PATIENCE_MS });
tests.on('test:pass', (event) => {
  if (isTest(event)) counts[event.skip === undefined ? 'passed' : 'skipped'] += 1;
});
// A file that does not load and a group whose preparation throws fail without a test.
let isWhole = true;
tests.on('test:fail', (event) => {
  isWhole = false;
  if (isTest(event)) counts.failed += 1;
});
const report = tests.compose(new spec());
report.pipe(process.stdout);
report.on('end', () => {
  const total = counts.passed + counts.failed + counts.skipped;
  console.log(`${part}: ${total} tests, ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exitCode = isWhole && counts.passed > 0 ? 0 : 1;
});

/** Not what `describe` gathers, nor a file as a whole. */
function isTest({ name, details }) {
  return details.type !== 'suite' && !files.some((file) => name.endsWith(file));
}
