import { createHash } from 'node:crypto';
import type { Caller } from '../../domain/caller';
import type { OperationRecord } from '../../telemetry/operation-record';
import { type Exchange, type ExchangeFacts, outcomeOf } from './exchange';

/** So many kinds of refusals are named; more are as good as all. */
const MOST_REFUSALS = 10;

export interface RequestLogSettings {
  /** Probes come every few seconds, so theirs stand at debug. */
  readonly quietPaths: ReadonlySet<string>;
  /** An operation that takes so long has a line of its own, at warn; 0: none has. */
  readonly slowOperationMs: number;
}

/** Writes one line when the exchange is over: what was asked and what became of it, and no value of it. */
export function logAtEnd(exchange: Exchange, { quietPaths, slowOperationMs }: RequestLogSettings): void {
  const { method, path, shownPath, startedAt, response, facts, log } = exchange;
  response.once('close', () => {
    const operationMs = operationMsOf(facts);
    if (slowOperationMs > 0 && operationMs >= slowOperationMs) logSlow(exchange, operationMs);
    const level = quietPaths.has(path) ? 'debug' : 'info';
    if (!log.isLevelEnabled(level)) return;
    const outcome = outcomeOf(facts);
    const line = {
      method,
      path: shownPath,
      ...(response.headersSent ? { status: response.statusCode } : {}),
      ms: rounded(performance.now() - startedAt),
      ...(facts.operation === undefined ? {} : operationForLog(facts.operation)),
      ...(facts.caller === undefined ? {} : { caller: callerForLog(facts.caller) }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(facts.code === undefined ? {} : { code: facts.code }),
      ...(facts.operation === undefined ? {} : resultForLog(facts.operation)),
      ...(facts.bytesIn === undefined ? {} : { bytesIn: facts.bytesIn }),
      ...(facts.bytesOut === undefined ? {} : { bytesOut: facts.bytesOut }),
      ...(response.writableFinished ? {} : { aborted: true }),
    };
    log[level](line, 'request');
  });
}

/** Without the time that the bytes of question and answer took. Until now, if nobody waited for its end. */
function operationMsOf({ operationBegan, operationEnded = performance.now() }: ExchangeFacts): number {
  return operationBegan === undefined ? 0 : operationEnded - operationBegan;
}

/** Beside the line of its request, and at warn: this one is to be looked into. */
function logSlow({ facts, log }: Exchange, operationMs: number): void {
  const { operation, shapeOfOperation } = facts;
  const line = {
    ms: rounded(operationMs),
    ...(operation === undefined ? {} : { ...operationForLog(operation), database: databaseForLog(operation) }),
    ...(shapeOfOperation === undefined ? {} : { shape: shapeOfOperation() }),
  };
  log.warn(line, 'slow operation');
}

function operationForLog({ kind, label }: OperationRecord): { operationType?: string; operationName?: string } {
  return {
    ...(kind === null ? {} : { operationType: kind }),
    ...(label === null ? {} : { operationName: label }),
  };
}

function resultForLog(operation: OperationRecord) {
  const refusals = [...operation.refusals].map(({ code, action, count }) =>
    action === null ? { code, count } : { code, action, count },
  );
  const { items, statements } = operation;
  return {
    ...(refusals.length === 0 ? {} : { refusals: refusals.slice(0, MOST_REFUSALS) }),
    ...(items.size === 0 ? {} : { items: Object.fromEntries(items) }),
    ...(statements === 0 ? {} : { database: databaseForLog(operation) }),
  };
}

function databaseForLog({ databaseMs, statements, roundTrips, turnMs, retries }: OperationRecord) {
  return {
    ms: rounded(databaseMs),
    statements,
    roundTrips,
    waitedMs: rounded(turnMs),
    ...(retries === 0 ? {} : { retries }),
  };
}

function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

/** An id that is an e-mail address becomes a fingerprint, by which the caller's lines still find together. */
function callerForLog({ kind, id }: Caller): { kind: Caller['kind']; id: string } {
  return { kind, id: id.includes('@') ? `sha256:${createHash('sha256').update(id).digest('hex').slice(0, 12)}` : id };
}
