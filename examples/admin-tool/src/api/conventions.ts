/**
 * The habits of this API that a tool may know besides introspection and the policy, all in one place. Each is found by name
 * or by shape, wherever it stands; where it is missing the tool does without. What else the sources might know of the schema
 * is kept out of them by test/docs/admin-tool-names.test.ts.
 */

/** The entity whose rules are told. */
export const ENTITY = 'Account';

/** A connection is paged by these arguments. */
export const PAGING: readonly string[] = ['first', 'after'];

/** An argument, or a field of one, that searches as people type. */
export const SEARCH = 'search';

/** A property of an input that asks what would be. */
export const DRY_RUN = 'dryRun';

/** A property of an input that is a fresh random value for each new try. */
export const IDEMPOTENCY_KEY = 'idempotencyKey';

/** The refusal that leaves open whether anything was changed. */
export const UNKNOWN_OUTCOME = 'OUTCOME_UNKNOWN';

/** `expectedX` of an input is filled with the X that was read. */
export function expectedField(property: string): string | null {
  const name = /^expected([A-Z]\w*)$/.exec(property)?.[1];
  return name === undefined ? null : name[0]?.toLowerCase() + name.slice(1);
}

/** `someThingId` of an input takes the id of a record whose type ends in `SomeThing`. */
export function takesIdOf(property: string, type: string): boolean {
  const name = /^(\w+)Id$/.exec(property)?.[1];
  if (name === undefined) return false;
  const word = (name[0]?.toUpperCase() ?? '') + name.slice(1);
  return type.endsWith(word) && /^([A-Z]|$)/.test(word);
}

/** What names a record to people: the first of these that its type has, else its first text. */
export const TITLES: readonly string[] = ['name', 'label', 'title', 'text', 'number', 'code', 'key'];

/** `someThings` → `Some things` */
export function humanized(name: string): string {
  const words = name
    .replace(/^_+/, '')
    .replace(/([a-z\d])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return (words[0]?.toUpperCase() ?? '') + words.slice(1).replaceAll('_', ' ');
}
