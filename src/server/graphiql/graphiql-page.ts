import { EncodedBody, sendEncoded } from '../exchange/encoded-body';
import type { Exchange } from '../exchange/exchange';
import { send } from '../exchange/http-answer';
import { renderGraphiql } from './graphiql-html';

/** The page with everything in it, and the policy under which browsers run it. */
export interface GraphiqlPage {
  readonly html: EncodedBody;
  readonly contentSecurityPolicy: string;
}

/** True for a browser that opens the endpoint's address; programs do not ask for HTML by name. */
export function prefersHtml({ method, request }: Exchange): boolean {
  return (method === 'GET' || method === 'HEAD') && (request.headers.accept ?? '').includes('text/html');
}

export async function answerGraphiql(exchange: Exchange, graphiql: () => Promise<GraphiqlPage>): Promise<void> {
  const page = await graphiql().catch((error: unknown) => {
    if (isNotInstalled(error)) return null;
    throw error;
  });
  if (page === null) return answerNoGraphiql(exchange, 'its package is left out of a production install');
  exchange.response.setHeader('content-security-policy', page.contentSecurityPolicy);
  exchange.response.setHeader('referrer-policy', 'no-referrer');
  exchange.response.setHeader('vary', 'accept');
  await sendEncoded(exchange, 'text/html; charset=utf-8', page.html);
}

/** For a browser where there is no page: in plain words, since it would show anything else as a text as well. */
export function answerNoGraphiql(exchange: Exchange, why = 'INTROSPECTION is off'): void {
  exchange.facts.code = 'NOT_FOUND';
  exchange.response.setHeader('vary', 'accept');
  const text = `There is no GraphiQL here: ${why}. Programs send operations with POST, as application/json.\n`;
  send(exchange, 404, 'text/plain; charset=utf-8', text);
}

function isNotInstalled(error: unknown): boolean {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : null;
  return code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND';
}

/** Makes the page on the first call: it is 8 MB, and most servers are never opened in a browser. */
export function lazyGraphiqlPage(): () => Promise<GraphiqlPage> {
  let page: Promise<GraphiqlPage> | undefined;
  return () => {
    page ??= makePage();
    return page;
  };
}

async function makePage(): Promise<GraphiqlPage> {
  const { html, contentSecurityPolicy } = await renderGraphiql();
  return { html: new EncodedBody(Buffer.from(html)), contentSecurityPolicy };
}
