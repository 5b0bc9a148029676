import { createHash } from 'node:crypto';
import { DomainError, refusal } from '../../domain/errors';
import { idempotencyId } from '../../domain/identifiers';
import { idempotencyKey as keySchema, read } from '../../domain/input';
import { say } from '../../domain/message';
import { assignments, columnsOf, valuesOf } from '../engine/changes';
import { select } from '../engine/select';
import { join, sql } from '../engine/sql';
import { IDEMPOTENCY_KEYS } from '../tables/idempotency-keys';
import type { GuardPass } from './guard-pass';
import { ALONGSIDE, write } from './writing';

const k = IDEMPOTENCY_KEYS.as('k');
const KEY_FIELDS = ['id', 'inputHash'] as const;
/** Counts no longer, whether it has been removed or not (persistence/upkeep/expired-keys.ts); of the key as `k`. */
export const IS_EXPIRED = sql`${k.createdAt} < statement_timestamp() - interval '7 days'`;

/**
 * Creates once for each key of a caller and mutation ("Versions and repetition"): the same key and input give the same
 * result again, for 7 days. A second call at the same time waits for the first. Only successes are kept, since the key
 * is written in the transaction that creates. A dry run looks at none (S32).
 */
export async function createOnce<Result extends object>(
  pass: GuardPass,
  mutation: string,
  input: { readonly idempotencyKey?: string | null },
  create: () => Promise<Result>,
): Promise<Result> {
  const { idempotencyKey, ...content } = input;
  if (idempotencyKey === undefined || idempotencyKey === null || pass.isDryRun) return create();
  const key = read(keySchema, idempotencyKey, ['input', 'idempotencyKey']);
  const id = idempotencyId(pass.caller, mutation, key);
  const inputHash = createHash('sha256').update(canonicalJson(content)).digest('hex');
  const claimed = await write(
    pass,
    ALONGSIDE,
    sql`INSERT INTO public.idempotency_keys AS k (${columnsOf(IDEMPOTENCY_KEYS, KEY_FIELDS)})
      VALUES (${valuesOf(IDEMPOTENCY_KEYS, KEY_FIELDS, { id, inputHash })})
      ON CONFLICT (id) DO UPDATE
        SET input_hash = excluded.input_hash, result = NULL, created_at = excluded.created_at
        WHERE excluded.created_at - ${k.createdAt} > interval '7 days'
      RETURNING ${k.id}`,
  );
  if (claimed.length > 0) {
    const result = await create();
    const kept = assignments(IDEMPOTENCY_KEYS, ['result'], { result });
    await write(pass, ALONGSIDE, sql`UPDATE ${k.$} SET ${join(kept, ', ')} WHERE ${k.id} = ${id}`);
    return result;
  }
  const [known] = await pass.transaction.query(
    sql`SELECT ${select(k, ['inputHash', 'result'])} FROM ${k.$} WHERE ${k.id} = ${id}`,
  );
  // What stands there is what this mutation gave: the key is of the mutation too.
  if (known?.inputHash === inputHash) return known.result as Result;
  throw new DomainError(refusal('IDEMPOTENCY_KEY_REUSED', say('idempotency.keyReused'), ['input', 'idempotencyKey']));
}

/** The same text for the same content, in whatever order its keys were sent; null is left out, as in the inputs. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, value]) => value !== null)
            .sort(([one], [other]) => (one < other ? -1 : 1)),
        )
      : part,
  );
}
