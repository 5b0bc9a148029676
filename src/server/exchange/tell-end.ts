import type { EndedExchange } from '../../telemetry/metrics/request-metrics';
import type { Exchange } from './exchange';

/** Tells what became of the exchange once it is over. */
export function tellEnd(
  { response, path, facts }: Exchange,
  knownPaths: ReadonlySet<string>,
  tell: (ended: EndedExchange) => void,
): void {
  const startedAt = performance.now();
  response.once('close', () =>
    tell({
      // An unknown path is the caller's text and could be anything.
      path: knownPaths.has(path) ? path : 'unknown',
      status: response.headersSent ? response.statusCode : null,
      seconds: (performance.now() - startedAt) / 1000,
      isAborted: !response.writableFinished,
      caller: facts.caller ?? null,
      operation: facts.operation ?? null,
      code: facts.code ?? null,
      limit: facts.limit ?? null,
    }),
  );
}
