import { type Refusal, referenceNotFound } from '../errors';
import { invalidInput } from '../input';
import type { LoadedAccount } from './account-view';

/** The accounts that a write names beside the one that it is done to, by their fields of the input. */
export interface AccountReferences {
  readonly parentId?: string | null | undefined;
  readonly billToId?: string | null | undefined;
}

/**
 * What speaks against the accounts that a write names: one that is unknown or hidden is none (Codes), and one that is
 * deleted is nobody's parent and pays for nobody from then on. `visible` are those of them that exist for the caller.
 */
export function refusalsOfAccounts(
  { parentId, billToId }: AccountReferences,
  visible: ReadonlyMap<string, LoadedAccount>,
): Refusal[] {
  const named = Object.entries({ parentId, billToId }).flatMap(([field, id]) => (id ? [{ field, id }] : []));
  const isDeleted = (id: string) => visible.get(id)?.account.status === 'DELETED';
  return [
    ...named.filter(({ id }) => !visible.has(id)).map(({ field }) => referenceNotFound(field)),
    ...named
      .filter(({ id }) => isDeleted(id))
      .map(({ field }) => invalidInput(['input', field], { message: 'is an account that is deleted' })),
  ];
}
