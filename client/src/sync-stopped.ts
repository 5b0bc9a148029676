/** Why nothing more was sent. */
export type StopReason =
  /** The signal of the caller said so. */
  | 'ABORTED'
  /** The token is of a person or of nobody's sync, or a gateway does not let the call through. */
  | 'FORBIDDEN'
  /** What answered is no such server, or something in between answers in its place. */
  | 'MALFORMED_ANSWER'
  /** The server fails on whatever it is sent. */
  | 'FAULT'
  /** The server does not take the call, whoever sends it and whenever: it is of another version. */
  | 'NOT_TAKEN'
  /** The business with the reseller is over: stop sending. */
  | 'RESELLER_ENDED'
  /** The distributor has suspended the reseller: keep what there is and send it later. */
  | 'RESELLER_SUSPENDED'
  /** The token is refused, or could not be had. */
  | 'UNAUTHENTICATED'
  /** Nothing was answered, or the server was unavailable, for as long as `retry.giveUpAfterMs`. */
  | 'UNREACHABLE';

/**
 * Nothing more can be sent, for a reason that is no item's. Look at `reason`: a program may have this class twice, once for
 * `import` and once for `require`.
 *
 * @example
 * import { createSyncClient, SyncStopped } from 'reseller-accounts-client';
 *
 * const client = createSyncClient({ url, token, retry: { giveUpAfterMs: 0 } });
 * try {
 *   await client.viewer();
 * } catch (error) {
 *   if (!(error instanceof SyncStopped)) throw error;
 *   console.log(error.reason, error.message);
 * }
 */
export class SyncStopped extends Error {
  override readonly name = 'SyncStopped';

  constructor(
    readonly reason: StopReason,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}
