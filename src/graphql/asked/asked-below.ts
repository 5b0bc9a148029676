import { fieldsBelow, type Selected } from '../executor/fields-below';

/** Whether it is asked how many there are in all of the list that the field is. */
export function isCounted(info: Selected): boolean {
  return fieldsBelow(info).some(({ name }) => name.value === 'totalCount' || name.value === 'totalCountIsCapped');
}

/** What is known of any account by its id alone. */
const KNOWN: ReadonlySet<string> = new Set(['id', '__typename']);

/** Whether all that is asked of a payload's account, if it is asked for at all, is which one it is. */
export function asksForIdAlone(info: Selected): boolean {
  const fieldNodes = fieldsBelow(info).filter(({ name }) => name.value === 'account');
  return fieldsBelow({ ...info, fieldNodes }).every(({ name }) => KNOWN.has(name.value));
}
