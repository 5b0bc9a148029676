/** An identity that the local server vouches for. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export async function identities(): Promise<readonly Identity[]> {
  const response = await fetch('/identities').catch(() => null);
  return response?.ok ? ((await response.json()) as Identity[]) : [];
}

export async function tokenOf({ id }: Identity): Promise<string> {
  const response = await fetch(`/identities/${encodeURIComponent(id)}`, { method: 'POST' });
  if (!response.ok) throw new Error(await response.text());
  return ((await response.json()) as { token: string }).token;
}
