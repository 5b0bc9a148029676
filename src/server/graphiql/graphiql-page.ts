import { createHash } from 'node:crypto';
import type { Exchange } from '../exchange/exchange';
import { send } from '../exchange/http-answer';
import { EXAMPLES } from './graphiql-examples';
import { HEADERS_TO_FILL_IN, TOKEN_SCRIPT } from './graphiql-token';

/**
 * Typed `string` so that its declarations stay out: they pull in GraphQL Yoga's, which redeclare the `http` extension of
 * GraphQL errors for the whole project, against what Apollo Server takes.
 */
const RENDERER: string = '@graphql-yoga/render-graphiql';

interface GraphiqlOptions {
  readonly title: string;
  readonly logo: string;
  readonly endpoint: string;
  readonly defaultTabs: readonly { readonly query: string; readonly headers: string }[];
  readonly headers: string;
  readonly defaultHeaders: string;
  readonly defaultEditorToolsVisibility: 'headers';
  readonly shouldPersistHeaders: boolean;
}

/** The page with everything in it, and the policy under which browsers run it. */
export interface GraphiqlPage {
  readonly html: Buffer;
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
  const { html, contentSecurityPolicy } = page;
  exchange.response.setHeader('content-security-policy', contentSecurityPolicy);
  exchange.response.setHeader('referrer-policy', 'no-referrer');
  exchange.response.setHeader('vary', 'accept');
  send(exchange, 200, 'text/html; charset=utf-8', html);
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

/** Makes the page on the first call: it is 9 MB, and most servers are never opened in a browser. */
export function lazyGraphiqlPage(): () => Promise<GraphiqlPage> {
  let page: Promise<GraphiqlPage> | undefined;
  return () => {
    page ??= renderPage();
    return page;
  };
}

async function renderPage(): Promise<GraphiqlPage> {
  const { renderGraphiQL }: { renderGraphiQL: (options: GraphiqlOptions) => string } = await import(RENDERER);
  const rendered = renderGraphiQL({
    title: 'Reseller accounts',
    endpoint: '/graphql',
    defaultTabs: EXAMPLES.map((query) => ({ query, headers: HEADERS_TO_FILL_IN })),
    headers: HEADERS_TO_FILL_IN,
    defaultHeaders: HEADERS_TO_FILL_IN,
    defaultEditorToolsVisibility: 'headers',
    // A token must not outlive the visit in the storage of the browser.
    shouldPersistHeaders: false,
    logo: '',
  });
  const html = withTokenScript(rendered)
    // As a browser reads it, so that the fingerprints of the scripts below are those that it computes.
    .replace(/\r\n?/g, '\n');
  return { html: Buffer.from(html), contentSecurityPolicy: policyFor(html) };
}

function withTokenScript(html: string): string {
  const body = '<div id="root"></div>';
  if (!html.includes(body)) throw new Error('GraphiQL changed its page: the place for the token script is gone');
  return html.replace(body, () => `${body}\n<script>${TOKEN_SCRIPT}</script>`);
}

/** Nothing from elsewhere, and no script but those that we sent. */
function policyFor(html: string): string {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
  const fingerprints = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src ${fingerprints.join(' ')}`,
    // The editor sets styles as it goes.
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    'worker-src blob:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
