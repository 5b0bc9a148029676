import type { ApolloServerPlugin, HTTPGraphQLHead } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError, OperationTypeNode } from 'graphql';
import { DomainError, RequestError } from '../domain/errors';
import { HTTP_STATUS, type HttpStatus } from '../domain/http-status';
import { type Message, parameterTexts } from '../domain/message';
import { httpStatusOf } from './http-status';
import type { RequestContext } from './request/context';
import type { Fate } from './request/fate';

/** What the log is told of a fault. */
export interface FaultLog {
  error(fields: { requestId: string; traceId?: string; err: unknown }, message: string): void;
}

/** How errors of GraphQL leave: refusals with their code, faults masked (test/server/malformed-requests.test.ts). */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const thrown = unwrapResolverError(error);
  const shown = { message: formatted.message, ...locationOf(formatted) };
  if (thrown instanceof RequestError) {
    const { code, argumentPath, said } = thrown;
    const path = argumentPath.length > 0 ? { path: argumentPath } : {};
    return { ...shown, extensions: { code, ...path, ...(said ? keyOf(said) : {}) } };
  }
  if (thrown instanceof DomainError) {
    const [{ code, message, said, path, retryable = false }] = thrown.refusals;
    return { ...shown, message, extensions: { code, path, retryable, ...keyOf(said) } };
  }
  if (!isFault(error)) return formatted;
  return { ...shown, message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

/** For a client that words it itself: what answers no payload is said in English. */
function keyOf(said: Message) {
  return { messageKey: said.key, parameters: parameterTexts(said) };
}

/** Logs each fault once with its stack and puts the request id beside every error, so that the two can be matched. */
export function requestErrorPlugin(log: FaultLog): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ contextValue: { requestId, record } }) {
      const { traceId } = record;
      const ids = { requestId, ...(traceId === null ? {} : { traceId }) };
      return {
        async didEncounterErrors({ errors }) {
          // What failed for many fields at once is one.
          const faults = new Set(errors.filter(isFault).map(unwrapResolverError));
          for (const err of faults) log.error({ ...ids, err }, 'fault');
        },
        async willSendResponse({ response, errors, operation, contextValue: { budget, fate } }) {
          if (response.body.kind === 'single' && isUnavailable(response.body.singleResult, fate)) {
            setStatus(response.http, HTTP_STATUS.TEMPORARILY_UNAVAILABLE);
          }
          if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
          const { singleResult } = response.body;
          if (budget.exhausted) {
            // Each list of the answer may have failed with it: once is enough.
            singleResult.errors = response.body.singleResult.errors.filter(isNoRepetition);
            // What a mutation did is told; half an answer of a query is none.
            if (operation?.operation === OperationTypeNode.QUERY) singleResult.data = null;
          }
          singleResult.errors = (singleResult.errors ?? [])
            .map((error) => (fate.wasMade(error.path) ? afterTheChange(error) : error))
            .map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
          // Sent again because of the status, a change that was made would be made twice.
          const http = fate.made.size > 0 ? null : httpStatusOf(singleResult.data, errors ?? []);
          if (http) setStatus(response.http, http);
        },
      };
    },
  };
}

/** Whether the answer of a mutation holds payloads alone that say so: gateways and clients try again by the status. */
function isUnavailable({ data, errors }: FormattedExecutionResult, fate: Fate): boolean {
  const payloads = Object.entries(data ?? {}).filter(([, value]) => typeof value === 'object');
  return !errors && fate.areAllUnavailable(payloads.map(([field]) => field));
}

function setStatus(http: HTTPGraphQLHead, { status, headers }: HttpStatus): void {
  http.status = status;
  for (const [name, value] of Object.entries(headers)) http.headers.set(name, value);
}

/**
 * What cannot be read once the change is committed: it was made, and whoever sends it again makes it twice. The same code as
 * where nobody knows, since it asks the same of the caller: to look first.
 */
function afterTheChange({ extensions, ...error }: GraphQLFormattedError): GraphQLFormattedError {
  const code = extensions?.code;
  const isAway = code === 'TEMPORARILY_UNAVAILABLE';
  // The caller's own limits stay what they are.
  if (!isAway && code !== 'INTERNAL_SERVER_ERROR') return { ...error, ...(extensions ? { extensions } : {}) };
  return {
    ...error,
    message: 'The change was made; only this of the answer could not be read.',
    extensions: { code: isAway ? 'OUTCOME_UNKNOWN' : code, retryable: false },
  };
}

/** For filtering: of the refusals to answer more, only the first stays. */
function isNoRepetition(
  { extensions }: GraphQLFormattedError,
  at: number,
  all: readonly GraphQLFormattedError[],
): boolean {
  const isOne = (error: GraphQLFormattedError) => error.extensions?.code === 'OPERATION_TOO_LARGE';
  return extensions?.code !== 'OPERATION_TOO_LARGE' || all.findIndex(isOne) === at;
}

/** Neither a refusal nor a malformed request: something went wrong here. */
function isFault(error: unknown): boolean {
  const thrown = unwrapResolverError(error);
  if (thrown instanceof RequestError || thrown instanceof DomainError) return false;
  if (!(thrown instanceof GraphQLError)) return true;
  return thrown.extensions.code === 'INTERNAL_SERVER_ERROR';
}

function locationOf({ path, locations }: GraphQLFormattedError): Pick<GraphQLFormattedError, 'path' | 'locations'> {
  return { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
}
