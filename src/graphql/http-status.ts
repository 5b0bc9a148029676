import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLError } from 'graphql';
import { HTTP_STATUS, type HttpStatus, turnedAwayWith } from '../domain/http-status';

/**
 * What the HTTP answer says of an executed operation, when it holds nothing but why it was turned away; null when it
 * holds something, which is a 200. A database that is not to be had is told so also where a field could be null in its
 * stead: gateways and clients try again by the status.
 */
export function httpStatusOf(data: unknown, errors: readonly GraphQLError[]): HttpStatus | null {
  const codes = errors.map((error) => turnedAwayWith(unwrapResolverError(error)));
  const code = codes.find((one) => one !== null);
  if (!code) return null;
  if (!data) return HTTP_STATUS[code];
  const isUnavailable = codes.every((one) => one === 'TEMPORARILY_UNAVAILABLE');
  return isUnavailable && holdsNothing(data, errors) ? HTTP_STATUS[code] : null;
}

/** Whether every value of the answer is a null, or a list of them, that one of the errors explains. */
function holdsNothing(data: unknown, errors: readonly GraphQLError[]): boolean {
  // A field that may not be null takes those above it along: an error explains every place that it is below.
  const explained = new Set(
    errors.flatMap(({ path = [] }) => path.map((_, index) => placeOf(path.slice(0, index + 1)))),
  );
  const isNothing = (value: unknown, path: readonly (string | number)[]): boolean => {
    if (value === null) return explained.has(placeOf(path));
    if (Array.isArray(value))
      return value.length > 0 && value.every((item, index) => isNothing(item, [...path, index]));
    if (typeof value !== 'object') return false;
    return Object.entries(value ?? {}).every(([field, below]) => isNothing(below, [...path, field]));
  };
  return isNothing(data, []);
}

function placeOf(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}
