import type { IncomingHttpHeaders } from 'node:http';
import { type ApolloServer, type BaseContext, HeaderMap } from '@apollo/server';
import type { Logger } from 'pino';
import type { IntrospectionMode } from '../config/config';
import type { Caller } from '../domain/caller';
import { shareholderOf } from '../domain/caller';
import { RequestError } from '../domain/errors';
import { OperationRecord } from '../telemetry/operation-record';
import { assertMaySendOperations } from './anonymous-caller';
import { bearerTokenOf } from './exchange/bearer-token';
import type { EdgeLimits } from './exchange/edge-limits';
import type { Exchange, ExchangeFacts } from './exchange/exchange';
import type { FairShare } from './exchange/fair-share';
import type { createGatewayCheck, GatewaySecrets } from './exchange/gateway-secret';
import { send } from './exchange/http-answer';
import { type HttpRefusal, tryAgain } from './exchange/http-refusal';
import { assertShape } from './exchange/json-shape';
import { CallerGone, readJsonObject } from './exchange/request-body';
import { assertTextInBounds, operationNameForLog, shapeOf } from './operation-text';
import { outcomeUnknown, withinTime } from './time-limit';

const KIB = 1024;
/** Who sends no token asks for the schema, if for anything. */
const ANONYMOUS_BODY_LIMIT = 64 * KIB;
const BODY_LIMIT = 1024 * KIB;
/** An administrator saves price lists, which have up to 10,000 entries (S27). */
const ADMINISTRATOR_BODY_LIMIT = 4 * 1024 * KIB;
/** The bulk calls of a reseller's sync carry up to 500 customers. */
const SYNC_BODY_LIMIT = 16 * 1024 * KIB;
const BODY_LIMITS = {
  DISTRIBUTOR_USER: BODY_LIMIT,
  ADMINISTRATOR: ADMINISTRATOR_BODY_LIMIT,
  RESELLER_SYNC: SYNC_BODY_LIMIT,
} as const;
/** So much is answered whatever there is of memory: a mutation was carried out, and should not be repeated for want of it. */
const SMALL_ANSWER = 64 * KIB;

/** What is known of a GraphQL request before its operation is looked at. */
export interface GraphqlCall {
  /** Null: no token was sent. */
  readonly caller: Caller | null;
  readonly requestId: string;
  /** Bears the request's id on every line. */
  readonly log: Logger;
  /** What the caller sent of the languages that it takes. */
  readonly acceptLanguage: string | undefined;
  /** What becomes of the operation is noted here. */
  readonly record: OperationRecord;
}

export interface GraphqlEndpointOptions<TContext extends BaseContext> {
  readonly apollo: ApolloServer<TContext>;
  /** Without the one of its side, nothing at /graphql is answered. */
  readonly gatewaySecrets: GatewaySecrets;
  /** Whether the token says that it is a sync's, whoever signed it. */
  saysItIsOfSync(token: string): boolean;
  /** Throws a RequestError for a token that is not good. */
  authenticate(token: string): Promise<Caller>;
  /** May throw a RequestError, e.g. FORBIDDEN for a reseller that is not known here. */
  createContext(call: GraphqlCall): Promise<TContext> | TContext;
  /** Keeps an operation from changing what it has not begun to change; true when it has begun. */
  giveUp(context: TContext): boolean;
  /** Who may see the schema. */
  readonly introspection: IntrospectionMode;
  /** How long an operation may take once its body is here. */
  readonly requestTimeoutMs: number;
}

/** What all requests share. */
export interface Edge {
  readonly assertGateway: ReturnType<typeof createGatewayCheck>;
  readonly limits: EdgeLimits;
  /** Requests under way, and the bytes that they hold. */
  readonly requests: FairShare;
  readonly bytes: FairShare;
  /** From the signal to stop on: `/readyz` is red, and connections are not kept. */
  isDraining(): boolean;
  /** Once no connection is taken any more. */
  isClosing(): boolean;
}

/** Answers one operation. The caller is known before a byte of the body is read, and decides how much is read. */
export async function answerGraphql<TContext extends BaseContext>(
  exchange: Exchange,
  {
    apollo,
    authenticate,
    createContext,
    introspection,
    requestTimeoutMs,
    giveUp,
    saysItIsOfSync,
  }: GraphqlEndpointOptions<TContext>,
  { limits, requests, bytes, isClosing, assertGateway }: Edge,
): Promise<void> {
  const { request, response, method, search, requestId, traceId, log, facts } = exchange;
  const token = bearerTokenOf(request);
  assertGateway(request, () => token !== null && saysItIsOfSync(token));
  const caller = token === null ? null : await authenticate(token);
  if (caller !== null) facts.caller = caller;
  assertMaySendOperations(caller, introspection);
  if (response.closed) throw new CallerGone('The caller went away while its token was looked at');
  if (isClosing()) throw new RequestError('TEMPORARILY_UNAVAILABLE', 'The server is stopping.');

  const place = requests.hold(shareholderOf(caller));
  const held = bytes.hold(shareholderOf(caller));
  response.once('close', () => {
    place.release();
    held.release();
  });
  if (!place.take(1)) throw tryAgain('Too many requests of yours are under way.', { limit: 'requests_under_way' });
  const body =
    method === 'POST'
      ? withoutEmptyName(
          await readJsonObject(request, response, {
            ...limits,
            bytes: bodyLimitOf(caller),
            held,
            onBytes: (bytesIn) => Object.assign(facts, { bytesIn }),
          }),
        )
      : undefined;
  const parameters = new URLSearchParams(search);
  // Empty is as if it were not there; Apollo would look for an operation without a name.
  if (parameters.getAll('operationName').join() === '') parameters.delete('operationName');
  const text = body ? body.query : parameters.get('query');
  assertTextInBounds(text, caller !== null);
  const variables = parameters.get('variables');
  if (!body && variables !== null) assertShape(Buffer.from(variables), ANONYMOUS_BODY_LIMIT);
  const record = exchange.trace?.beginOperation() ?? new OperationRecord(traceId);
  record.name = operationNameForLog(body?.operationName ?? parameters.get('operationName'));
  facts.operation = record;
  facts.operationBegan = performance.now();
  if (typeof text === 'string') facts.shapeOfOperation = () => shapeOf(text);

  let context: TContext | null = null;
  const execute = async () => {
    const acceptLanguage = request.headers['accept-language'];
    const made = await createContext({ caller, requestId, log, acceptLanguage, record });
    context = made;
    return apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        // The same as GET, but for the answer's body, which HTTP leaves out.
        method: method === 'HEAD' ? 'GET' : method,
        headers: headerMap(request.headers),
        search: parameters.size === 0 ? '' : `?${parameters}`,
        body,
      },
      context: async () => made,
    });
  };
  const mayHaveChanged = () => context !== null && giveUp(context);
  const answer = await withinTime(requestTimeoutMs, execute(), mayHaveChanged).then(
    (made) => {
      noteOutcome(record, made.status);
      noteEnd(facts);
      return made;
    },
    (failure: unknown) => {
      noteEnd(facts, failure);
      throw failure;
    },
  );
  if (answer.body.kind !== 'complete') throw new Error('An answer in parts was made, which nothing here asks for');
  const { string } = answer.body;
  if (string.length > SMALL_ANSWER && !held.take(string.length)) throw tooMuchUnread(mayHaveChanged());
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  send(exchange, answer.status ?? 200, answer.headers.get('content-type') ?? 'application/json', string);
}

function noteEnd(facts: ExchangeFacts, failure?: unknown): void {
  facts.operationEnded = performance.now();
  facts.operation?.onEnd(failure);
}

/** What is no request of GraphQL at all Apollo turns away before any plugin hears of it. */
function noteOutcome(record: OperationRecord, status = 200): void {
  if (status >= 400 && record.outcome === 'ok') record.refused(status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR');
}

function withoutEmptyName(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (body.operationName !== '') return body;
  const { operationName: _, ...rest } = body;
  return rest;
}

function bodyLimitOf(caller: Caller | null): number {
  if (caller === null) return ANONYMOUS_BODY_LIMIT;
  return BODY_LIMITS[caller.kind];
}

function tooMuchUnread(mayHaveChanged: boolean): HttpRefusal {
  const message = 'Too many answers of yours are not read yet.';
  return mayHaveChanged ? outcomeUnknown(message, 'held_bytes') : tryAgain(message, { limit: 'held_bytes' });
}

function headerMap(headers: IncomingHttpHeaders): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
