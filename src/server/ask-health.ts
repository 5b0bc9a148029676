import { z } from 'zod';

/** Longer than the server itself takes to find out. */
const PATIENCE_MS = 4_000;
const SAID = z.object({ checks: z.array(z.object({ name: z.string(), message: z.string() })) });

/** What a running server says of itself; throws when nobody answers. */
export async function askHealth(
  address: string,
  path: '/livez' | '/readyz',
): Promise<{ readonly status: number; readonly said: string }> {
  const response = await fetch(new URL(path, address), {
    signal: AbortSignal.timeout(PATIENCE_MS),
    redirect: 'manual',
  }).catch((error: unknown) => {
    throw new Error(`Nothing answers at ${address}`, { cause: error });
  });
  const body: unknown = await response.json().catch(() => null);
  const checks = SAID.safeParse(body).data?.checks ?? [];
  const said = checks.map(({ message }) => message).join('; ') || `HTTP ${response.status}`;
  return { status: response.status, said };
}
