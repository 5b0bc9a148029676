import type { Answer } from './connection/session';
import { assertReads } from './reading-statement';
import { readRows, type Statement } from './sql';

/** Something that can be read from: a login outside a transaction, or one open transaction, where rows can be locked. */
export interface Reader {
  /** Throws when the statement would write: only a guard pass does. */
  query<Row>(statement: Statement<Row>): Promise<Row[]>;
}

export type Send = (text: string, values: readonly unknown[]) => Promise<Answer>;

/** Sends what reads, and nothing else. */
export async function read<Row>(send: Send, statement: Statement<Row>): Promise<Row[]> {
  const { text } = statement;
  assertReads(text);
  return readRows(statement, (await send(text, statement.values)).rows);
}

export async function run<Row>(send: Send, statement: Statement<Row>): Promise<Row[]> {
  return readRows(statement, (await send(statement.text, statement.values)).rows);
}
