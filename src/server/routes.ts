import type { Exchange } from './exchange/exchange';
import { sendRefusal } from './exchange/http-answer';
import { HttpRefusal, MASKED_FAULT, refusalOf } from './exchange/http-refusal';
import { CallerGone } from './exchange/request-body';

/** What is at a path. */
export interface Route {
  readonly methods: readonly string[];
  answer(exchange: Exchange): Promise<void> | void;
}

export type Routes = ReadonlyMap<string, Route>;

/** How failures outside of GraphQL leave: a refusal is told, a fault is logged with its stack and masked. */
export async function answerBy(routes: Routes, exchange: Exchange): Promise<void> {
  try {
    await routeOf(exchange, routes).answer(exchange);
  } catch (error) {
    if (error instanceof CallerGone) return;
    const refusal = refusalOf(error);
    if (refusal === null) exchange.log.error({ err: error }, 'fault');
    if (exchange.response.headersSent) exchange.response.destroy();
    else sendRefusal(exchange, refusal ?? MASKED_FAULT);
  }
}

function routeOf({ method, path }: Exchange, routes: Routes): Route {
  const route = routes.get(path);
  if (route === undefined) {
    const api = routes.has('/graphql') ? ' The API is at /graphql.' : '';
    throw new HttpRefusal(404, 'NOT_FOUND', `Nothing is here.${api}`);
  }
  if (route.methods.includes(method)) return route;
  const allow = route.methods.join(', ');
  throw new HttpRefusal(405, 'METHOD_NOT_ALLOWED', `Only ${allow} may be used here.`, { headers: { allow } });
}
