import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { progress } from '../report/progress.mjs';
import { built } from '../servers/built.mjs';
import { digest } from './cluster.mjs';
import { seed } from './seed.mjs';

/**
 * The name of the database with so many accounts as a checkout of ours makes it, which is kept between runs: of another
 * number, seed or migrations it is another one.
 */
export async function seededDatabase(cluster, root, accounts) {
  const name = `bench_${accounts}_${digest(sourcesOf(root))}`;
  if (await cluster.exists(name)) return name;
  const draft = `${name}_draft`;
  await cluster.drop(draft);
  const { ensureDatabase } = built(root, 'persistence/set-up/provision.js');
  const { migrate } = built(root, 'persistence/set-up/migrate.js');
  await ensureDatabase(cluster.urlOf('postgres'), draft);
  await migrate(cluster.urlOf(draft));
  const bar = progress(`Writing ${accounts} accounts`, accounts);
  await seed(root, cluster.urlOf(draft), accounts, (done) => bar.at(done));
  bar.end();
  const { checkReferences } = built(root, 'persistence/set-up/check-references.js');
  const faults = await checkReferences(cluster.urlOf(draft));
  if (faults.length > 0) throw new Error(`The seed breaks the product's rules: ${JSON.stringify(faults.slice(0, 3))}`);
  await cluster.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  return name;
}

/** Drops all that are kept. */
export async function dropSeeded(cluster) {
  const kept = await cluster.query(`SELECT datname FROM pg_database WHERE datname ~ '^bench_[0-9]+_[0-9a-f]+'`);
  for (const { datname } of kept) await cluster.drop(datname);
}

/** A copy of it for this run alone, with the two logins opened. */
export async function ownDatabase(cluster, root, seeded, name) {
  await cluster.copy(seeded, name);
  const { setPasswords } = built(root, 'persistence/set-up/provision.js');
  const chosen = 'only-for-this-benchmark';
  await setPasswords(cluster.urlOf(name), { portal: chosen, sync: chosen, renew: false });
  const { PORTAL_LOGIN, SYNC_LOGIN } = built(root, 'persistence/engine/logins.js');
  const login = (user) => cluster.urlOf(name, { user, password: chosen });
  return { name, owner: cluster.urlOf(name), portal: login(PORTAL_LOGIN), sync: login(SYNC_LOGIN) };
}

function sourcesOf(root) {
  const here = new URL('.', import.meta.url).pathname;
  const migrations = join(root, 'dist', 'migrations');
  const files = [
    ...['seed-sql.mjs', 'customers.mjs'].map((name) => join(here, name)),
    ...readdirSync(migrations)
      .filter((name) => name.endsWith('.js'))
      .sort()
      .map((name) => join(migrations, name)),
    createRequire(import.meta.url).resolve(join(root, 'dist', 'src', 'domain', 'folding.js')),
  ];
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}
