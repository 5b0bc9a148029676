import type { StoredSession } from '../../state/session.tsx';

/** An identity that the local server vouches for. */
export interface Identity {
  readonly id: string;
  readonly kind: 'person' | 'sync';
  readonly name: string;
  readonly description: string;
  /** Whose sync it is. */
  readonly reseller?: string;
}

export async function identities(): Promise<readonly Identity[]> {
  const response = await fetch('/identities');
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return (await response.json()) as Identity[];
}

export async function sessionOf({ id, name }: Pick<Identity, 'id' | 'name'>): Promise<StoredSession> {
  const response = await fetch(`/identities/${encodeURIComponent(id)}`, { method: 'POST' });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const { token } = (await response.json()) as { token: string };
  return { token, name, identity: id };
}

/** As it is printed, be it over several lines, or as a header has it; null where nothing is left. */
export function pastedSession(text: string): StoredSession | null {
  const token = text.replace(/^\s*(authorization:\s*)?bearer\s+/i, '').replace(/\s/g, '');
  return token === '' ? null : { token, name: '', identity: null };
}
