import type { ListedRelation, Relation, StoredRelation } from '../../domain/accounts/relation';
import { columnsOf, valuesOf } from '../engine/changes';
import { text } from '../engine/column';
import type { Reader } from '../engine/database';
import type { Keyset } from '../engine/keyset';
import { both, select, value } from '../engine/select';
import { sql } from '../engine/sql';
import type { AccountPass, Writes } from '../pass/guard-pass';
import { write } from '../pass/writing';
import { ACCOUNT_RELATIONS } from '../tables/account-relations';

const r = ACCOUNT_RELATIONS.as('r');
const MADE_OF = ['accountId', 'id', 'kind', 'targetId', 'label'] as const;
const STORED = select(r, [...MADE_OF, 'createdAt']);

/** Pages of the relations of several accounts, in the order in which they were made; the filter is a kind. */
export const RELATION_KEYSET: Keyset<ListedRelation> = {
  name: 'relation',
  selection: both(STORED, value('createdExactly', text(), sql`${r.createdAt}::text`)),
  from: r.$,
  account: r.accountId,
  order: [
    { column: r.createdAt, type: 'timestamptz', of: (relation) => relation.createdExactly },
    { column: r.id, type: 'uuid', of: (relation) => relation.id },
  ],
  direction: 'ASC',
  filter: (kind) => sql`${r.kind} = ${kind}`,
};

/** One relation of the account; null when it has none of this id. */
export async function findRelation(reader: Reader, accountId: string, id: string): Promise<StoredRelation | null> {
  const [relation] = await reader.query(
    sql`SELECT ${STORED} FROM ${r.$} WHERE ${r.accountId} = ${accountId} AND ${r.id} = ${id}`,
  );
  return relation ?? null;
}

/** Adds a relation to the account that the pass is for; false when it is there already, and then left as it is. */
export async function insertRelation(pass: AccountPass, relation: Relation): Promise<boolean> {
  const made = { ...relation, accountId: pass.accountId };
  const added = await write(
    pass,
    writesTo(pass),
    sql`INSERT INTO public.account_relations AS r (${columnsOf(ACCOUNT_RELATIONS, MADE_OF)})
      VALUES (${valuesOf(ACCOUNT_RELATIONS, MADE_OF, made)})
      ON CONFLICT (account_id, id) DO NOTHING RETURNING ${select(r, ['id'])}`,
  );
  return added.length > 0;
}

/** Gives a relation of the account that the pass is for another label; false when it has this one already. */
export async function relabelRelation(pass: AccountPass, id: string, label: string): Promise<boolean> {
  const changed = await write(
    pass,
    writesTo(pass),
    sql`UPDATE ${r.$} SET label = ${label}
      WHERE ${r.accountId} = ${pass.accountId} AND ${r.id} = ${id} AND ${r.label} IS DISTINCT FROM ${label}
      RETURNING ${select(r, ['id'])}`,
  );
  return changed.length > 0;
}

/** Removes a relation of the account that the pass is for and gives what it was; null when there is none of this id. */
export async function deleteRelation(pass: AccountPass, id: string): Promise<StoredRelation | null> {
  const [relation] = await write(
    pass,
    writesTo(pass),
    sql`DELETE FROM ${r.$} WHERE ${r.accountId} = ${pass.accountId} AND ${r.id} = ${id} RETURNING ${STORED}`,
  );
  return relation ?? null;
}

const writesTo = (pass: AccountPass): Writes => ({ by: ['RELATE'], accounts: [pass.accountId] });
