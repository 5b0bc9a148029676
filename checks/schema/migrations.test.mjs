import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenMigrations, migrationSums, readRelease } from '../../scripts/release.mjs';

const release = { version: '1.0.0', migrations: { '1000-one.ts': 'a', '2000-two.ts': 'b' } };

test('the migrations of the last release are as they were released, and what is new comes after them', (t) => {
  const last = readRelease();
  if (last === null) return t.skip('there is no release yet');
  const hint = 'Databases have run them: write another migration.';
  assert.deepEqual(brokenMigrations(last), [], hint);
});

test('a new one after them is none of that', () => {
  assert.deepEqual(brokenMigrations(release, { ...release.migrations, '3000-three.ts': 'c' }), []);
});

test('one that is edited, gone, or put before them is seen', () => {
  assert.deepEqual(brokenMigrations(release, { '1000-one.ts': 'x', '1500-between.ts': 'c' }), [
    '1000-one.ts is edited',
    '2000-two.ts is gone',
    '1500-between.ts is new, and older than 2000-two.ts',
  ]);
});

test('a migration has the same sum as long as it says the same', () => {
  const sums = migrationSums();
  assert.ok(Object.keys(sums).length > 5);
  assert.deepEqual(migrationSums(), sums);
});
