import type { Relation, StoredRelation } from '../../domain/accounts/relation';
import type { RelationKind } from '../../domain/vocabulary';
import type { Sql } from '../engine/database';
import type { Keyset } from '../engine/keyset';
import type { AccountPass, Writes } from '../pass/guard-pass';
import { write } from '../pass/writing';

interface RelationRow {
  readonly account_id: string;
  readonly id: string;
  readonly kind: RelationKind;
  readonly target_id: string;
  readonly label: string | null;
  readonly created_at: Date;
  readonly created_exactly: string;
}

const COLUMNS = 'r.account_id, r.id, r.kind, r.target_id, r.label, r.created_at, r.created_at::text AS created_exactly';

function relationOf(row: RelationRow): StoredRelation {
  return {
    id: row.id,
    accountId: row.account_id,
    kind: row.kind,
    targetId: row.target_id,
    label: row.label,
    createdAt: row.created_at,
    createdExactly: row.created_exactly,
  };
}

/** Pages of the relations of several accounts, in the order in which they were made; the filter is a kind. */
export const RELATION_KEYSET: Keyset<StoredRelation, RelationRow> = {
  name: 'relation',
  columns: `SELECT ${COLUMNS}`,
  from: 'account_relations r',
  account: 'r.account_id',
  order: [
    { expression: 'r.created_at', type: 'timestamptz', of: (relation) => relation.createdExactly },
    { expression: 'r.id', type: 'uuid', of: (relation) => relation.id },
  ],
  direction: 'ASC',
  filter: 'r.kind = $filter',
  toItem: relationOf,
};

/** One relation of the account; null when it has none of this id. */
export async function findRelation(sql: Sql, accountId: string, id: string): Promise<StoredRelation | null> {
  const [row] = await sql.query<RelationRow>(
    `SELECT ${COLUMNS} FROM account_relations r WHERE r.account_id = $1 AND r.id = $2`,
    [accountId, id],
  );
  return row ? relationOf(row) : null;
}

/** Adds a relation to the account that the pass is for; false when it is there already, and then left as it is. */
export async function insertRelation(pass: AccountPass, relation: Relation): Promise<boolean> {
  const added = await write(
    pass,
    writesTo(pass),
    `INSERT INTO account_relations (account_id, id, kind, target_id, label) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (account_id, id) DO NOTHING RETURNING id`,
    [pass.loaded.account.id, relation.id, relation.kind, relation.targetId, relation.label],
  );
  return added.length > 0;
}

/** Gives a relation of the account that the pass is for another label; false when it has this one already. */
export async function relabelRelation(pass: AccountPass, id: string, label: string): Promise<boolean> {
  const changed = await write(
    pass,
    writesTo(pass),
    `UPDATE account_relations SET label = $3
     WHERE account_id = $1 AND id = $2 AND label IS DISTINCT FROM $3 RETURNING id`,
    [pass.loaded.account.id, id, label],
  );
  return changed.length > 0;
}

/** Removes a relation of the account that the pass is for and gives what it was; null when there is none of this id. */
export async function deleteRelation(pass: AccountPass, id: string): Promise<StoredRelation | null> {
  const [row] = await write<RelationRow>(
    pass,
    writesTo(pass),
    `DELETE FROM account_relations r WHERE r.account_id = $1 AND r.id = $2 RETURNING ${COLUMNS}`,
    [pass.loaded.account.id, id],
  );
  return row ? relationOf(row) : null;
}

const writesTo = (pass: AccountPass): Writes => ({ by: ['RELATE'], accounts: [pass.loaded.account.id] });
