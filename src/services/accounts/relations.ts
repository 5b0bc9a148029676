import { parseRelation, type Relation, type StoredRelation } from '../../domain/accounts/relation';
import { related, relationLabelled, unrelated } from '../../domain/accounts/wording';
import { asDomainError, DomainError } from '../../domain/errors';
import { canonicalId, relationId } from '../../domain/identifiers';
import { insertHistory } from '../../persistence/accounts/history-repository';
import { deleteRelation, insertRelation, relabelRelation } from '../../persistence/accounts/relation-repository';
import type { AccountPass } from '../../persistence/pass/guard-pass';

/**
 * Relates an account, managed or not, with a record of another kind (S19). Twice is once: the relation that is there
 * stays, and takes the label when one is sent. Gives its id.
 */
export async function relateAccount(pass: AccountPass, input: unknown): Promise<{ id: string }> {
  const sent = parseRelation(input);
  if (sent.refusals) throw asDomainError(sent.refusals);
  const accountId = pass.loaded.account.id;
  const id = relationId(accountId, sent.value.kind, sent.value.targetId);
  const relation: Relation = { id, accountId, ...sent.value };
  if (await insertRelation(pass, relation)) {
    await addLine(pass, related(relation));
  } else if (relation.label !== null && (await relabelRelation(pass, id, relation.label))) {
    await addLine(pass, relationLabelled(relation, relation.label));
  }
  return { id };
}

/** Takes a relation away for good; its history stays. Gives what was taken away. */
export async function unrelateAccount(
  pass: AccountPass,
  input: { readonly relationId: string },
): Promise<StoredRelation> {
  const id = canonicalId(input.relationId);
  const relation = id && (await deleteRelation(pass, id));
  if (!relation) {
    const path = ['input', 'relationId'];
    throw new DomainError({ code: 'NOT_FOUND', message: 'The account has no relation of this id.', path });
  }
  await addLine(pass, unrelated(relation));
  return relation;
}

function addLine(pass: AccountPass, text: string): Promise<void> {
  return insertHistory(pass, pass.caller.id, [
    { accountId: pass.loaded.account.id, lines: [{ kind: 'RELATION_CHANGED', text }] },
  ]);
}
