import { RequestError } from '../domain/errors';
import { bearerTokenOf } from './exchange/bearer-token';
import type { Exchange } from './exchange/exchange';
import { send } from './exchange/http-answer';
import { tryAgain } from './exchange/http-refusal';
import { secretTest } from './exchange/secret-test';
import type { Route } from './routes';
import { sharedCheck } from './shared-check';

/** The text format of Prometheus. */
const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** What `/metrics` answers, and to whom. */
export interface MetricsEndpoint {
  /** What was counted, in the text format of Prometheus; null when nobody can say for the moment. */
  scrape(): Promise<string | null>;
  /** Without it nothing is answered; where there is none, anyone is who gets so far. */
  readonly token?: string;
}

/** Whoever asks at the same time is answered together. */
export function metricsRoute({ scrape, token }: MetricsEndpoint): Route {
  const isToken = token === undefined ? null : secretTest(token);
  const shared = sharedCheck(scrape, 0);
  return {
    methods: ['GET', 'HEAD'],
    async answer(exchange) {
      if (isToken !== null) assertHolds(exchange, isToken);
      const text = await shared();
      if (text === null) throw tryAgain('What was counted is not to be had for the moment.');
      send(exchange, 200, CONTENT_TYPE, text);
    },
  };
}

function assertHolds({ request }: Exchange, isToken: (given: string) => boolean): void {
  const given = bearerTokenOf(request);
  if (given === null || !isToken(given))
    throw new RequestError('UNAUTHENTICATED', 'The token of the metrics is needed.');
}
