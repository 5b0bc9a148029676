import { z } from 'zod';

/** Longer than the server itself takes to find out. */
const PATIENCE_MS = 4_000;
const SAID = z.object({
  status: z.enum(['alive', 'ready', 'not ready']),
  checks: z.array(z.object({ message: z.string() })).default([]),
});

/** What a running server says of itself; throws when nobody answers, or another program does. */
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
  const answer = SAID.safeParse(body);
  if (!answer.success) throw new Error(`What answers at ${address} is another program`);
  return { status: response.status, said: answer.data.checks.map(({ message }) => message).join('; ') };
}
