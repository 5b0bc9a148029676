import type { ReactNode } from 'react';
import { CallFailure, type TopError } from '../api/ask.ts';
import { Failure } from './failure.tsx';

const FORBIDDEN = new CallFailure('forbidden', '');
const UNANSWERED = new CallFailure('unavailable', '');

interface ForWhomProps<Value> {
  readonly value: Value | null;
  /** What stood beside the answer: a part that could not be answered is none that is not for the caller. */
  readonly errors: readonly TopError[];
  readonly children: (value: Value) => ReactNode;
}

/** A part that the server gives to some callers only. */
export function ForWhom<Value>({ value, errors, children }: ForWhomProps<Value>) {
  if (value !== null) return children(value);
  return <Failure failure={errors.length === 0 ? FORBIDDEN : UNANSWERED} />;
}
