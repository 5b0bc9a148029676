import type { CustomFieldScalar } from '../../domain/accounts/custom-field';
import { UnreadableValueError } from '../engine/column';

// What documents in jsonb are read with.

export function object(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new UnreadableValueError(what, value);
}

export function array(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new UnreadableValueError(what, value);
}

export function textOf(stored: Readonly<Record<string, unknown>>, key: string, what: string): string {
  const value = stored[key];
  if (typeof value === 'string') return value;
  throw new UnreadableValueError(`${what}.${key}`, value);
}

export function numberOf(stored: Readonly<Record<string, unknown>>, key: string, what: string): number {
  const value = stored[key];
  if (typeof value === 'number') return value;
  throw new UnreadableValueError(`${what}.${key}`, value);
}

/** A part that is left out is none. */
export function nullableTextOf(stored: Readonly<Record<string, unknown>>, key: string, what: string): string | null {
  return (stored[key] ?? null) === null ? null : textOf(stored, key, what);
}

/** A value of a custom field. */
export function scalar(value: unknown, what: string): CustomFieldScalar {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new UnreadableValueError(what, value);
}
