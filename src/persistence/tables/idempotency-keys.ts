import { instant, jsonb, text, uuid } from '../engine/column';
import { table } from '../engine/table';

/** A creation that is answered again when it is asked for again. */
export const IDEMPOTENCY_KEYS = table(
  'idempotency_keys',
  {
    id: uuid(),
    inputHash: text(),
    result: jsonb<unknown>((value) => value).nullable(),
    createdAt: instant().default('now()'),
  },
  { primaryKey: ['pk_idempotency_keys', 'id'], indexes: { ix_idempotency_keys_created: ['createdAt'] } },
);
