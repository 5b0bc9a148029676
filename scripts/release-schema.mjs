// `npm run schema:release`: keeps the schema as this release promises it, its commit and its migrations. From then on CI
// compares the schema with it, where a breaking change must be named in the changelog (checks/schema/released.test.mjs);
// its migrations are frozen (checks/schema/migrations.test.mjs), and a long test runs its commit beside what comes after
// (test/long/operations/rolling-upgrade.test.ts).
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse, print, visit } from 'graphql';
import { brokenMigrations, migrationSums, RELEASE, readRelease } from './release.mjs';
import { RELEASED, readSdl } from './schema-files.mjs';

const HEAD = `# The schema of the last release, made by \`npm run schema:release\`: what callers and gateways were promised. It is compared
# with, never served. Descriptions are left out: they may get better at any time.
`;

const root = new URL('..', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();

// What the commit holds is what is released: the version and the changelog may be on their way.
const uncommitted = git('status', '--porcelain', '--', 'src', 'migrations', 'package-lock.json');
if (uncommitted !== '') fail(`Commit first, since the release is what a commit holds:\n${uncommitted}`);
const last = readRelease();
if (last?.version === version) fail(`${version} is released already: give package.json another version.`);
const broken = last === null ? [] : brokenMigrations(last);
if (broken.length > 0) fail(`Migrations of ${last.version} are not as they were released:\n${broken.join('\n')}`);

const promised = visit(parse(readSdl()), {
  enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
});
writeFileSync(RELEASED, `${HEAD}\n${print(promised)}\n`);
const release = { version, commit: git('rev-parse', 'HEAD'), migrations: migrationSums() };
writeFileSync(RELEASE, `${JSON.stringify(release, null, 2)}\n`);
console.log(`${RELEASED} and ${RELEASE} hold ${version} as it is in ${release.commit}.`);

function fail(message) {
  console.error(message);
  process.exit(1);
}
