import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Caller } from '../../domain/caller';
import type { OperationRecord } from '../../telemetry/operation-record';

/** One HTTP request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** Without the query string, which may hold anything. */
  readonly path: string;
  /** The query string with its question mark, or empty. */
  readonly search: string;
  readonly requestId: string;
  readonly log: Logger;
  /** What the line in the log will say, filled in as it becomes known. */
  readonly facts: ExchangeFacts;
}

export interface ExchangeFacts {
  caller?: Caller;
  /** Once the operation is looked at. */
  operation?: OperationRecord;
  /** The code of the refusal. */
  code?: string;
}

const SANE_REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** Opens the exchange: from here on it has an id, which the answer and every line in the log bear. */
export function openExchange(request: IncomingMessage, response: ServerResponse, logger: Logger): Exchange {
  const target = pathAndQuery(request.url ?? '/');
  const question = target.indexOf('?');
  const requestId = requestIdOf(request);
  response.setHeader('x-request-id', requestId);
  response.setHeader('x-content-type-options', 'nosniff');
  return {
    request,
    response,
    method: request.method ?? 'GET',
    path: question < 0 ? target : target.slice(0, question),
    search: question < 0 ? '' : target.slice(question),
    requestId,
    log: logger.child({ requestId }),
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
