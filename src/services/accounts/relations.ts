import { parseRelation, type Relation, type StoredRelation } from '../../domain/accounts/relation';
import { related, relationLabelled, unrelated } from '../../domain/accounts/wording';
import { DomainError, refusal } from '../../domain/errors';
import { canonicalId, relationId } from '../../domain/identifiers';
import { accepted } from '../../domain/input';
import { say } from '../../domain/message';
import { addLine } from '../../persistence/accounts/add-line';
import { deleteRelation, insertRelation, relabelRelation } from '../../persistence/accounts/relation-repository';
import type { AccountPass } from '../../persistence/pass/guard-pass';

/**
 * Relates an account, managed or not, with a record of another kind (S19). Twice is once: the relation that is there
 * stays, and takes the label when one is sent. Gives its id.
 */
export async function relateAccount(pass: AccountPass, input: unknown): Promise<{ id: string }> {
  const sent = accepted(parseRelation(input));
  const { accountId } = pass;
  const id = relationId(accountId, sent.kind, sent.targetId);
  const relation: Relation = { id, accountId, ...sent };
  if (await insertRelation(pass, relation)) {
    await addLine(pass, 'RELATION_CHANGED', related(relation));
  } else if (relation.label !== null && (await relabelRelation(pass, id, relation.label))) {
    await addLine(pass, 'RELATION_CHANGED', relationLabelled(relation, relation.label));
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
    throw new DomainError(refusal('NOT_FOUND', say('notFound.relation'), ['input', 'relationId']));
  }
  await addLine(pass, 'RELATION_CHANGED', unrelated(relation));
  return relation;
}
