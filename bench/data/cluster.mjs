import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { built } from '../servers/built.mjs';

const HERE = new URL('..', import.meta.url).pathname;
/** What an operator would give a server of some size. Nothing that is committed is spared its way to the disk. */
const SETTINGS = {
  max_connections: '200',
  shared_buffers: '768MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  effective_cache_size: '2GB',
};

/**
 * The PostgreSQL of the benchmark: one of its own in a data folder that is kept, or the one of a URL, whose login must be
 * a superuser's, as the seed is written past the triggers.
 */
export async function openCluster({ root, databaseUrl }) {
  if (databaseUrl !== undefined) return clusterOf(databaseUrl, {}, async () => undefined);
  const { startEmbeddedPostgres } = built(root, 'development/embedded-postgres/start-embedded-postgres.js');
  const binaries = process.env.POSTGRES_BIN;
  const dataDir = join(HERE, '.data', binaries === undefined ? 'embedded' : digest(binaries));
  mkdirSync(dataDir, { recursive: true });
  const postgres = await startEmbeddedPostgres({
    dataDir,
    dataDirIsExplicit: false,
    settings: SETTINGS,
    ...(binaries === undefined ? {} : { binaries }),
  });
  for (const note of postgres.notes) console.log(note);
  return clusterOf(postgres.url('postgres'), SETTINGS, () => postgres.stop());
}

function clusterOf(ownerUrl, settings, stop) {
  const urlOf = (database, login) => {
    const url = new URL(ownerUrl);
    url.pathname = `/${database}`;
    if (login) Object.assign(url, { username: login.user, password: login.password });
    return url.href;
  };
  const query = (text, values = [], database = 'postgres') => asked(urlOf(database), text, values);
  const drop = (database) => query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  return {
    settings,
    stop,
    urlOf,
    query,
    drop,
    exists: async (database) => (await query('SELECT FROM pg_database WHERE datname = $1', [database])).length > 0,
    /** A copy of a database, file by file. */
    copy: async (from, to) => {
      await drop(to);
      await query(`CREATE DATABASE ${to} TEMPLATE ${from} STRATEGY FILE_COPY`);
    },
  };
}

async function asked(url, text, values) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

export function digest(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
