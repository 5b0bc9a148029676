import { type Exchange, outcomeOf } from './exchange';

/** Ends the trace of the exchange, if it has one, when it is over. */
export function traceToEnd({ trace, response, facts }: Exchange): void {
  if (trace === null) return;
  response.once('close', () => {
    const { caller, code, bytesIn, bytesOut } = facts;
    const outcome = outcomeOf(facts);
    trace.end({
      ...(response.headersSent ? { status: response.statusCode } : {}),
      ...(caller === undefined ? {} : { callerKind: caller.kind }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(code === undefined ? {} : { code }),
      ...(bytesIn === undefined ? {} : { bytesIn }),
      ...(bytesOut === undefined ? {} : { bytesOut }),
    });
  });
}
