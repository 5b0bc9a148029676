import { setTimeout as sleep } from 'node:timers/promises';
import { serviceLexemes } from '../../domain/search/lexemes';
import { recordset } from '../engine/changes';
import { SettledClient } from '../engine/connection/settled-client';
import { foundBy, isOfFormerFolding, marked } from '../engine/search-query';
import { select } from '../engine/select';
import { readRows, type Statement, sql } from '../engine/sql';
import { isWorthRetrying } from '../engine/unavailable';
import { ACCOUNTS } from '../tables/accounts';
import { SERVICES } from '../tables/services';

const ADVISORY_LOCK = 7_216_405_312;
/** Locked and written in some hundredths of a second, for which a writer waits. */
const BATCH = 500;
const ATTEMPTS = 10;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const a = ACCOUNTS.as('a');
const s = SERVICES.as('s');

type Send = <Row>(statement: Statement<Row>) => Promise<Row[]>;
/** Folds at most a batch of rows anew, those after this id; the last id, or null when there was none. */
type Fold = (send: Send, afterId: string) => Promise<{ readonly lastId: string; readonly count: number } | null>;

/**
 * Folds anew what a version before this one folded, in batches, while servers run: what accounts and services are found and
 * ordered by. Over a direct connection of the owner's; a session advisory lock keeps two from doing it at once. Takes up where
 * it was broken off. Gives how many rows it folded.
 */
export async function foldAnew(url: string, signal?: AbortSignal): Promise<number> {
  const client = new SettledClient({ connectionString: url });
  // A backend that goes away fails the statement that runs, or the next one.
  client.on('error', () => undefined);
  await client.connect();
  const end = () => client.end().catch(() => undefined);
  // Whoever stops waits for no statement: a batch is rolled back, and VACUUM takes as long as it takes.
  signal?.addEventListener('abort', end);
  try {
    await client.query('SET search_path = public');
    if (!(await takeLock(client, signal))) return 0;
    const accounts = await foldTable(client, 'accounts', foldAccounts, signal);
    return accounts + (await foldTable(client, 'services', foldServices, signal));
  } catch (error) {
    if (signal?.aborted) return 0;
    throw error;
  } finally {
    signal?.removeEventListener('abort', end);
    await end();
  }
}

async function foldTable(client: SettledClient, name: string, fold: Fold, signal?: AbortSignal): Promise<number> {
  const before = await foldAll(client, fold, signal);
  // The index of what is to be folded is full of what is done, and the planner knows none of the new words.
  if (before > 0 && !signal?.aborted) await client.query(`VACUUM (ANALYZE) ${name}`);
  return before;
}

/** Again and again, until nothing is left: servers of a version before may still write. */
async function foldAll(client: SettledClient, fold: Fold, signal?: AbortSignal): Promise<number> {
  let folded = 0;
  for (let inThisPass = 1; inThisPass > 0; ) {
    inThisPass = 0;
    for (let afterId = FIRST_ID; !signal?.aborted; ) {
      const batch = await inTransaction(client, (send) => fold(send, afterId));
      if (!batch) break;
      inThisPass += batch.count;
      afterId = batch.lastId;
    }
    folded += inThisPass;
    if (signal?.aborted) break;
  }
  return folded;
}

async function foldAccounts(send: Send, afterId: string) {
  const wanted = await send(
    sql`SELECT ${select(a, ['id'])} FROM ${a.$} WHERE ${isOfFormerFolding(a.search)} AND ${a.id} > ${afterId}
      ORDER BY ${a.id} LIMIT ${BATCH}`,
  );
  const ids = wanted.map(({ id }) => id);
  const lastId = ids.at(-1);
  if (lastId === undefined) return null;
  // Locked as every writer locks accounts, in one order for all, and read again under the lock.
  const rows = await send(
    sql`SELECT ${select(a, ['id', 'name', 'accountingNo', 'email'])} FROM public.lock_accounts(${ids}::uuid[]) AS a`,
  );
  const anew = recordset(
    'anew',
    ACCOUNTS,
    ['id', 'sortName'],
    rows.map((row) => ({ id: row.id, ...foundBy(row) })),
    { lexemes: 'text[]' },
  );
  await send(
    sql`UPDATE ${a.$} SET sort_name = ${anew.sortName}, search = array_to_tsvector(${anew.lexemes})
      FROM ${anew.$} WHERE ${a.id} = ${anew.id}`,
  );
  return { lastId, count: rows.length };
}

async function foldServices(send: Send, afterId: string) {
  const rows = await send(
    sql`SELECT ${select(s, ['id', 'sku', 'name'])} FROM ${s.$}
      WHERE ${isOfFormerFolding(s.search)} AND ${s.id} > ${afterId} ORDER BY ${s.id} LIMIT ${BATCH} FOR UPDATE`,
  );
  const lastId = rows.at(-1)?.id;
  if (lastId === undefined) return null;
  const anew = recordset(
    'anew',
    SERVICES,
    ['id'],
    rows.map((row) => ({ id: row.id, lexemes: marked(serviceLexemes(row)) })),
    { lexemes: 'text[]' },
  );
  await send(
    sql`UPDATE ${s.$} SET search = array_to_tsvector(${anew.lexemes}) FROM ${anew.$} WHERE ${s.id} = ${anew.id}`,
  );
  return { lastId, count: rows.length };
}

/** A deadlock with a writer is tried again. */
async function inTransaction<T>(client: SettledClient, work: (send: Send) => Promise<T>): Promise<T> {
  const send: Send = async (statement) =>
    readRows(statement, (await client.query(statement.text, statement.values)).rows);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query('BEGIN');
      const done = await work(send);
      await client.query('COMMIT');
      return done;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      if (attempt >= ATTEMPTS || !isWorthRetrying(error)) throw error;
      await sleep(Math.random() * 50 * attempt);
    }
  }
}

/** Asks again and again: a statement that waits has a snapshot, for which an index built concurrently would wait too. */
async function takeLock(client: SettledClient, signal?: AbortSignal): Promise<boolean> {
  while (!signal?.aborted) {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [ADVISORY_LOCK]);
    if (rows[0].taken) return true;
    await sleep(500, undefined, { signal }).catch(() => undefined);
  }
  return false;
}
