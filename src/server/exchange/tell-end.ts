import type { EndedExchange } from '../../telemetry/metrics/request-metrics';
import type { Exchange } from './exchange';

/** Tells what became of the exchange once it is over. */
export function tellEnd(
  { response, shownPath, startedAt, facts }: Exchange,
  tell: (ended: EndedExchange) => void,
): void {
  response.once('close', () =>
    tell({
      path: shownPath,
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
