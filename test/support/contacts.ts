import type { Caller } from '../../src/domain/caller';
import { admin, see } from './resellers';
import { aUser, type World } from './world';

/** The responsible user of the API options, with FULL access. */
export const anna = aUser('anna');
/** Whom the rule of the API options grants EDIT. */
export const editor = aUser('ben', 'billing');
/** Whom the rule of the API options grants READ. */
export const reader = aUser('carl', 'readers');
/** Whom nothing grants anything. */
export const nobody = aUser('dora', 'others');

/** An id that nothing has. */
export const UNKNOWN = '3f7a3f0e-3b0f-4a51-9f5e-0a5a5a5a5a5a';

export const MARIA = {
  firstName: 'Maria',
  lastName: 'Anders',
  email: 'maria@alfki.example',
  phone: '+49 30 0074321',
  jobTitle: 'Sales Representative',
};
const DETAILS = 'id firstName lastName email phone jobTitle';

/** Adds, changes or removes a contact, by anna unless told otherwise, and gives the payload. */
export function changeContacts(
  world: World,
  mutation: string,
  accountId: string,
  input: Record<string, unknown>,
  caller: Caller = anna,
) {
  return world.mutate(caller, mutation, { accountId, ...input }, `account { id } contact { ${DETAILS} }`);
}

/** Adds a contact and gives its id. */
export async function aContact(
  world: World,
  accountId: string,
  details: object = MARIA,
  caller: Caller = anna,
): Promise<string> {
  const { contact, userErrors } = await changeContacts(world, 'addContact', accountId, { ...details }, caller);
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return contact.id;
}

/** The contacts of an account as a caller sees them. */
export async function contactsOf(world: World, accountId: string, caller: Caller = anna) {
  const { contacts } = await see(world, caller, accountId, `contacts { edges { node { ${DETAILS} } } }`);
  return contacts.edges.map((edge: { node: unknown }) => edge.node);
}

/** The lines of history of one kind, oldest first, each after its actor. */
export async function linesOf(world: World, accountId: string, kind: string): Promise<string[]> {
  const { history } = await see(world, admin, accountId, 'history { edges { node { kind text actor } } }');
  return history.edges
    .map(({ node }: { node: { kind: string; text: string; actor: string } }) => node)
    .filter((line: { kind: string }) => line.kind === kind)
    .map(({ actor, text }: { actor: string; text: string }) => `${actor}: ${text}`)
    .reverse();
}
