import { bigint } from '../engine/column';
import { SettledClient } from '../engine/connection/settled-client';
import { AS_DECLARED } from '../engine/data-source';
import type { Keeper } from '../engine/database';
import { select, value } from '../engine/select';
import { readRows, sql } from '../engine/sql';
import { SYNCHRONIZATION_OUTBOX } from '../tables/synchronization-outbox';

const r = SYNCHRONIZATION_OUTBOX.as('r');
/** Handed out with one statement. */
export const MOST_AT_ONCE = 200;

/** A request to synchronize an account with a provisioning system, in its place among all. */
export interface HandedOut {
  readonly position: bigint;
  readonly accountId: string;
  readonly id: string;
  readonly systemCode: string;
  /** The user who asked. */
  readonly requestedBy: string;
  readonly requestedAt: Date;
}

/** A connection for handing out, by the portal's login or the owner's; a pooler may be in between. */
export async function withOutbox<T>(url: string, work: (keeper: Keeper) => Promise<T>): Promise<T> {
  const client = new SettledClient({
    connectionString: url,
    application_name: 'reseller-accounts outbox',
    types: AS_DECLARED,
  });
  // A backend that goes away fails the statement that runs, or the next one.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work({
      query: async (statement) => readRows(statement, (await client.query(statement.text, statement.values)).rows),
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * What is not acknowledged and lies behind this position, in order: those that nobody was handed before get their positions
 * now. However many do it at once, each request has one position, and none comes to light before one that was handed out.
 */
export async function handOut(keeper: Keeper, after: bigint, atMost: number): Promise<HandedOut[]> {
  const rows = await keeper.query(
    sql`SELECT ${select(r, ['position', 'accountId', 'id', 'systemCode', 'requestedBy', 'requestedAt'])}
      FROM public.hand_out_requests(${after}, ${Math.min(atMost, MOST_AT_ONCE)}) AS r`,
  );
  return rows.map(({ position, ...row }) => {
    if (position === null) throw new Error('A request was handed out without a position');
    return { ...row, position };
  });
}

/** All up to this position are delivered and are handed out no more. How many were not before. */
export async function acknowledge(keeper: Keeper, upTo: bigint): Promise<bigint> {
  const [row] = await keeper.query(
    sql`SELECT ${value('acknowledged', bigint(), sql`acknowledged`)} FROM public.acknowledge_requests(${upTo}) AS acknowledged`,
  );
  return row?.acknowledged ?? 0n;
}
