import { AUDIT_OPERATIONS } from '../../domain/vocabulary';
import { bigint, instant, isOneOf, jsonb, oneOf, text, uuid } from '../engine/column';
import { object } from './documents';

const told = (setting: string) => `NULLIF(current_setting('app.${setting}', true), '')`;
/** A row as it was, whatever columns it had then; of a change only what changed. */
export const recordedRow = jsonb<Readonly<Record<string, unknown>>>(object);

/** What an entry of either audit holds; the database fills in who, as the transaction says, and its triggers what. */
export const AUDIT_COLUMNS = {
  id: uuid().generated(),
  at: instant().default('clock_timestamp()'),
  login: text().default('SESSION_USER'),
  actorKind: text().nullable().default(told('actor_kind')),
  actor: text().nullable().default(told('actor')),
  tokenId: text().nullable().default(told('token_id')),
  mutation: text().nullable().default(told('mutation')),
  record: text(),
  operation: oneOf(AUDIT_OPERATIONS),
  before: recordedRow.nullable(),
  after: recordedRow.nullable(),
  /** Of the write; null for what was recorded before it was kept. */
  transactionId: bigint().nullable(),
};
export const OPERATION_IS_KNOWN = isOneOf('operation', AUDIT_OPERATIONS);
