import type { Refusal } from '../errors';
import { invalidInput } from '../input';
import type { LoadedAccount } from './account-view';

/** An account that is deleted is nobody's parent and pays for nobody from then on. */
export function refusalsOfDeleted(
  {
    parentId,
    billToId,
  }: { readonly parentId?: string | null | undefined; readonly billToId?: string | null | undefined },
  visible: ReadonlyMap<string, LoadedAccount>,
): Refusal[] {
  return Object.entries({ parentId, billToId })
    .filter(([, id]) => visible.get(id ?? '')?.account.status === 'DELETED')
    .map(([field]) => invalidInput(['input', field], { message: 'is an account that is deleted' }));
}
