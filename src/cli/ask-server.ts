import { z } from 'zod';
import { GATEWAY_SECRET_HEADER } from '../server/exchange/gateway-secret';

const PATIENCE_MS = 10_000;

/** The running server did not answer; `message` says so, for whoever started the command. */
export class ServerGone extends Error {
  override readonly name = 'ServerGone';
}

/** How the running server is reached. */
export interface ServerAccess {
  /** Of its GraphQL, or of the server alone, as `health` takes it. */
  readonly url: string;
  readonly token: string;
  /** The one that is shared with the gateway, without which nothing is answered where it is configured. */
  readonly gatewaySecret?: string | undefined;
}

/** Asks the running server over HTTP like any client, and reads what it answers. */
export async function askServer<T>(
  { url: given, token, gatewaySecret }: ServerAccess,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  data: z.ZodType<T>,
): Promise<T> {
  const url = endpointOf(given);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...(gatewaySecret === undefined ? {} : { [GATEWAY_SECRET_HEADER]: gatewaySecret }),
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((error: unknown) => {
    throw new ServerGone(`The server at ${url} does not answer`, { cause: error });
  });
  const body: unknown = await response.json().catch(() => null);
  const answer = z.object({ data }).safeParse(body);
  if (answer.success) return answer.data.data;
  const refused = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) }).safeParse(body);
  const why = refused.data?.errors.map(({ message }) => message).join('; ') ?? `HTTP ${response.status}`;
  throw new Error(`The server at ${url} refused: ${why}`);
}

function endpointOf(given: string): string {
  if (!URL.canParse(given)) throw new Error(`${given} is no URL: give one like http://127.0.0.1:4001`);
  const url = new URL(given);
  if (url.pathname === '/') url.pathname = '/graphql';
  return url.href;
}
