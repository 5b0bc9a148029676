import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Caller } from '../../domain/caller';
import type { RequestLimit } from '../../telemetry/metrics/request-limits';
import type { OperationRecord } from '../../telemetry/operation-record';
import { parseTraceparent } from '../../telemetry/traceparent';
import type { RequestTrace, Tracing } from '../../telemetry/tracing';

/** One HTTP request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** Without the query string, which may hold anything. */
  readonly path: string;
  /** The same for logs and counts: one that is none of ours is the caller's text and could be anything, a token too. */
  readonly shownPath: string;
  /** When its head was here. */
  readonly startedAt: number;
  /** The query string with its question mark, or empty. */
  readonly search: string;
  readonly requestId: string;
  /** Of the trace that it is part of: one of ours, or whatever those before us say. */
  readonly traceId: string | null;
  /** Null unless it is recorded. */
  readonly trace: RequestTrace | null;
  readonly log: Logger;
  /** What the line in the log will say, filled in as it becomes known. */
  readonly facts: ExchangeFacts;
}

export interface ExchangeFacts {
  caller?: Caller;
  /** Once the operation is looked at. */
  operation?: OperationRecord;
  /** From when it was all here, to when its answer was made. */
  operationBegan?: number;
  operationEnded?: number;
  /** A name for its text by what is asked, with no value in it. */
  shapeOfOperation?: () => string;
  /** The code of the refusal. */
  code?: string;
  /** Of the bodies. */
  bytesIn?: number;
  bytesOut?: number;
  /** What it ran into, where the code does not tell. */
  limit?: RequestLimit;
}

/** What the caller is told of the request as a whole; undefined where nothing was asked. */
export function outcomeOf({ operation, code }: ExchangeFacts): OperationRecord['outcome'] | undefined {
  if (code === 'INTERNAL_SERVER_ERROR') return 'fault';
  return code === undefined ? operation?.outcome : 'refused';
}

const SANE_REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** Probes and what is not here are no part of anybody's work. */
const TRACED_PATH = '/graphql';

/** Whom an exchange is opened for. */
export interface ExchangeSettings {
  readonly logger: Logger;
  readonly knownPaths: { has(path: string): boolean };
  readonly tracing?: Tracing | null;
}

/** Opens the exchange: from here on it has an id, which the answer and every line in the log bear. */
export function openExchange(
  request: IncomingMessage,
  response: ServerResponse,
  { logger, knownPaths, tracing = null }: ExchangeSettings,
): Exchange {
  const target = pathAndQuery(request.url ?? '/');
  const question = target.indexOf('?');
  const requestId = requestIdOf(request);
  response.setHeader('x-request-id', requestId);
  response.setHeader('x-content-type-options', 'nosniff');
  const method = request.method ?? 'GET';
  const path = question < 0 ? target : target.slice(0, question);
  const parent = parseTraceparent(request.headers.traceparent);
  const trace = path === TRACED_PATH ? (tracing?.begin({ method, route: path, parent }) ?? null) : null;
  const traceId = trace?.traceId ?? parent?.traceId ?? null;
  return {
    request,
    response,
    method,
    path,
    shownPath: knownPaths.has(path) ? path : 'unknown',
    startedAt: performance.now(),
    search: question < 0 ? '' : target.slice(question),
    requestId,
    traceId,
    trace,
    log: logger.child(traceId === null ? { requestId } : { requestId, traceId }),
    facts: {},
  };
}

/** Without the origin of a target in absolute form, as a proxy sends it: which of our names it has says nothing here. */
function pathAndQuery(target: string): string {
  const rest = /^https?:\/\/[^/?#]+(.*)$/i.exec(target)?.[1];
  if (rest === undefined) return target;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** The caller's own id when it is harmless in a header and a log, so that a call can be followed through a gateway. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && SANE_REQUEST_ID.test(given) ? given : randomUUID();
}
