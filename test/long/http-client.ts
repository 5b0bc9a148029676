import { request } from 'node:http';

/** An answer as it came over the wire, or what kept it from coming. */
export type Answer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: Body; readonly milliseconds: number }
  | { readonly kind: 'cut off'; readonly code: string; readonly milliseconds: number };

export interface Body {
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever its own query asked for
  readonly data?: any;
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

/** Longer than anything may take: a server that hangs is told from one that is slow. */
const PATIENCE_MS = 60_000;

/** Sends one operation over a connection of its own, so that a dead server is seen at once. */
export function post(
  url: string,
  token: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const startedAt = performance.now();
  const elapsed = () => Math.round(performance.now() - startedAt);
  return new Promise((resolve) => {
    const cutOff = (error: Error & { code?: string }) =>
      resolve({ kind: 'cut off', code: error.code ?? error.message, milliseconds: elapsed() });
    const sent = request(
      url,
      {
        method: 'POST',
        agent: false,
        timeout: PATIENCE_MS,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('error', cutOff);
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          resolve({ kind: 'answered', status, body: JSON.parse(text), milliseconds: elapsed() });
        });
      },
    );
    sent.on('timeout', () => sent.destroy(Object.assign(new Error('hangs'), { code: 'HANGS' })));
    sent.on('error', cutOff);
    sent.end(JSON.stringify({ query, variables }));
  });
}

/** The status of a health path; null when nothing takes the connection. */
export async function statusOf(url: string, path: '/livez' | '/readyz'): Promise<number | null> {
  try {
    const response = await fetch(new URL(path, url), { signal: AbortSignal.timeout(PATIENCE_MS) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}
