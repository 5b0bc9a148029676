import type { Exchange } from './exchange';
import type { HttpRefusal } from './http-refusal';
import { endAndClose, hasUnreadBody } from './lingering-close';

/** Answers with a JSON document. */
export function sendJson(exchange: Exchange, status: number, document: unknown): void {
  send(exchange, status, 'application/json; charset=utf-8', JSON.stringify(document));
}

/** Answers with a complete body that nobody may keep. */
export function send(
  { response, facts }: Exchange,
  status: number,
  contentType: string,
  content: string | Buffer,
): void {
  const body = typeof content === 'string' ? Buffer.from(content) : content;
  facts.bytesOut = body.length;
  response.statusCode = status;
  response.setHeader('content-type', contentType);
  response.setHeader('content-length', body.length);
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-store');
  response.end(body);
}

/** Answers with the refusal, in the shape of a GraphQL answer whatever was asked. */
export function sendRefusal(exchange: Exchange, refusal: HttpRefusal): void {
  const { request, response, requestId, facts } = exchange;
  const { headers = {}, retryable, path = [], limit } = refusal.options;
  facts.code = refusal.code;
  if (limit !== undefined) facts.limit = limit;
  const extensions = {
    code: refusal.code,
    requestId,
    ...(retryable === undefined ? {} : { retryable }),
    ...(path.length === 0 ? {} : { path }),
  };
  const body = Buffer.from(JSON.stringify({ errors: [{ message: refusal.message, extensions }] }));
  facts.bytesOut = body.length;
  response.writeHead(refusal.status, {
    ...headers,
    'content-type': `${mediaTypeFor(request.headers.accept)}; charset=utf-8`,
    'content-length': body.length,
    'cache-control': 'no-store',
    // What is left of the body would otherwise have to be read to its end to reach the next request.
    ...(hasUnreadBody(request) ? { connection: 'close' } : {}),
  });
  if (hasUnreadBody(request)) endAndClose(request, response, body);
  else response.end(body);
}

/** GraphQL over HTTP: the newer media type for those who take only that one. */
function mediaTypeFor(accept = ''): string {
  const newer = 'application/graphql-response+json';
  return accept.includes(newer) && !accept.includes('application/json') ? newer : 'application/json';
}
