import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../../report/statistics.mjs';
import { cpuOf } from '../../servers/usage.mjs';
import { postgresCpu } from './postgres-usage.mjs';

/** Statistics of a session are written down when it was idle for so long. */
const FLUSHED_MS = 1_100;

/** What has been used up to now: CPU of the server and of PostgreSQL in milliseconds, and what was written ahead. */
async function usedSoFar({ server, postmaster, query }) {
  const [{ bytes, images }] = await query(
    `SELECT pg_current_wal_insert_lsn() - '0/0' AS bytes, (SELECT wal_fpi FROM pg_stat_wal) AS images`,
  );
  const { sessions, others } = postgresCpu(postmaster);
  return {
    nodeMs: cpuOf(server.pid),
    sessionsMs: sessions,
    backgroundMs: others,
    walBytes: Number(bytes),
    walImages: Number(images),
  };
}

/** What a piece of work has used, for each of the things that it counts. */
export async function usageOf(measured, count, work) {
  const before = await usedSoFar(measured);
  const began = performance.now();
  await work();
  const wallMs = performance.now() - began;
  await sleep(FLUSHED_MS);
  const after = await usedSoFar(measured);
  const each = Object.fromEntries(Object.keys(before).map((what) => [what, (after[what] - before[what]) / count]));
  return { ...each, wallMs: wallMs / count };
}

/** Of several rounds the median of each, with the least and the most. */
export function spread(rounds) {
  return Object.fromEntries(Object.keys(rounds[0]).map((what) => [what, spreadOf(rounds.map((round) => round[what]))]));
}

export function spreadOf(values) {
  return { median: figure(median(values)), least: figure(Math.min(...values)), most: figure(Math.max(...values)) };
}

/** With as many digits as mean something. */
export function figure(value) {
  return Number(value.toPrecision(4));
}

/** Bytes and rows of each table, with its indexes and its long values; the partitions of one are one. */
export async function tableSizes(query) {
  await query('ANALYZE');
  const rows = await query(
    `SELECT top.relname AS name, sum(pg_table_size(part.relid))::float8 AS heap,
       sum(pg_indexes_size(part.relid))::float8 AS indexes
     FROM pg_class top CROSS JOIN LATERAL (
       SELECT relid FROM pg_partition_tree(top.oid) WHERE top.relkind = 'p' UNION SELECT top.oid WHERE top.relkind = 'r') part
     WHERE top.relnamespace = 'public'::regnamespace AND top.relkind IN ('r', 'p') AND NOT top.relispartition
     GROUP BY top.relname`,
  );
  const sizes = {};
  for (const { name, heap, indexes } of rows) {
    const [{ count }] = await query(`SELECT count(*)::int AS count FROM public.${name}`);
    sizes[name] = { rows: count, heap, indexes };
  }
  return sizes;
}

/** Bytes of each index of a table and its partitions. */
export async function indexSizes(query, table) {
  const rows = await query(
    `SELECT coalesce(parent.relname, i.relname) AS name, sum(pg_relation_size(i.oid))::float8 AS bytes
     FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
       LEFT JOIN pg_inherits h ON h.inhrelid = i.oid LEFT JOIN pg_class parent ON parent.oid = h.inhparent
     WHERE x.indrelid IN (SELECT $1::regclass::oid UNION SELECT relid FROM pg_partition_tree($1::regclass)) AND i.relkind = 'i'
     GROUP BY 1 ORDER BY 2 DESC`,
    [`public.${table}`],
  );
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, bytes]));
}

/** Bytes a row by which each table has grown; tables without a new row are left out. */
export function grownBy(before, after, perWhat) {
  const grown = {};
  for (const [name, now] of Object.entries(after)) {
    const rows = now.rows - (before[name]?.rows ?? 0);
    if (rows <= 0) continue;
    const of = (what) => now[what] - (before[name]?.[what] ?? 0);
    grown[name] = {
      rowsEach: figure(rows / perWhat),
      heapPerRow: figure(of('heap') / rows),
      indexesPerRow: figure(of('indexes') / rows),
    };
  }
  return grown;
}
