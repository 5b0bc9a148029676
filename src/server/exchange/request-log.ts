import { createHash } from 'node:crypto';
import type { Caller } from '../../domain/caller';
import type { OperationRecord } from '../../telemetry/operation-record';
import type { Exchange } from './exchange';

/** Writes one line when the exchange is over. Probes come every few seconds, so theirs stand at debug. */
export function logAtEnd(exchange: Exchange, knownPaths: ReadonlySet<string>, quietPaths: ReadonlySet<string>): void {
  const startedAt = performance.now();
  const { method, path, response, facts, log } = exchange;
  response.once('close', () => {
    const line = {
      method,
      // An unknown path is the caller's text and could be anything, a token too.
      path: knownPaths.has(path) ? path : 'unknown',
      ...(response.headersSent ? { status: response.statusCode } : {}),
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
      ...(facts.operation === undefined ? {} : operationForLog(facts.operation)),
      ...(facts.caller === undefined ? {} : { caller: callerForLog(facts.caller) }),
      ...(facts.code === undefined ? {} : { code: facts.code }),
      ...(response.writableFinished ? {} : { aborted: true }),
    };
    if (quietPaths.has(path)) log.debug(line, 'request');
    else log.info(line, 'request');
  });
}

function operationForLog({ name }: OperationRecord): { operationName?: string } {
  return name === null ? {} : { operationName: name };
}

/** An id that is an e-mail address becomes a fingerprint, by which the caller's lines still find together. */
function callerForLog({ kind, id }: Caller): { kind: Caller['kind']; id: string } {
  return { kind, id: id.includes('@') ? `sha256:${createHash('sha256').update(id).digest('hex').slice(0, 12)}` : id };
}
