import { canonicalId } from '../../domain/identifiers';

/** What is found by the ids as they are stored, for the ids as they were asked for. */
export async function byCanonicalId<T>(
  ids: readonly string[],
  find: (wanted: string[]) => Promise<Map<string, T>>,
): Promise<(T | null)[]> {
  const wanted = [...new Set(ids.map(canonicalId).filter((id) => id !== null))];
  const found = wanted.length > 0 ? await find(wanted) : new Map<string, T>();
  return ids.map((id) => found.get(canonicalId(id) ?? '') ?? null);
}

/** The two of a key with a blank between. */
export function accountAndId(key: string): { accountId: string; id: string } {
  const [accountId = '', id = ''] = key.split(' ');
  return { accountId, id };
}
