import type { Caller } from '../../src/domain/caller';
import { anna } from './contacts';
import { see } from './resellers';
import type { World } from './world';

const DETAILS = 'id kind targetId label';
export const DOCUMENT = { kind: 'DOCUMENT', targetId: 'd-1', label: 'Contract 2026' };

/** Relates or unrelates an account, by anna unless told otherwise, and gives the payload. */
export function changeRelations(
  world: World,
  mutation: string,
  accountId: string,
  input: Record<string, unknown>,
  caller: Caller = anna,
) {
  return world.mutate(caller, mutation, { accountId, ...input }, `account { id } relation { ${DETAILS} }`);
}

/** Relates the account and gives the relation. */
export async function relate(
  world: World,
  accountId: string,
  target: Record<string, unknown> = DOCUMENT,
  caller: Caller = anna,
) {
  const { relation, userErrors } = await changeRelations(world, 'relateAccount', accountId, target, caller);
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return relation;
}

/** The relations of an account as a caller sees them. */
export async function relationsOf(world: World, accountId: string, caller: Caller = anna) {
  const { relations } = await see(world, caller, accountId, `relations { edges { node { ${DETAILS} } } }`);
  return relations.edges.map((edge: { node: unknown }) => edge.node);
}
