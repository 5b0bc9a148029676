/** The limits that a request may run into. */
export const REQUEST_LIMITS = [
  'body_bytes',
  'body_pace',
  'body_shape',
  'held_bytes',
  'requests_under_way',
  'request_time',
  'operation_size',
  'answer_pace',
] as const;
export type RequestLimit = (typeof REQUEST_LIMITS)[number];

/** Those that a code tells by itself. */
export const LIMIT_OF: ReadonlyMap<string, RequestLimit> = new Map([
  ['PAYLOAD_TOO_LARGE', 'body_bytes'],
  ['REQUEST_TIMEOUT', 'body_pace'],
  ['OPERATION_TOO_LARGE', 'operation_size'],
  ['ANSWER_NOT_TAKEN', 'answer_pace'],
]);
