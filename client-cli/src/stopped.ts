import { type StopReason, SyncStopped } from 'reseller-accounts-client';

/** What a person is to do about it. */
const ADVICE: Readonly<Record<StopReason, string>> = {
  ABORTED: 'It was stopped.',
  FAULT: 'Tell the distributor: its server fails.',
  FORBIDDEN: "Take the token of the reseller's sync service, and --gateway-secret-file where there is a gateway.",
  MALFORMED_ANSWER: 'Look at --url, and at what stands between here and there.',
  NOT_TAKEN: 'Bring this program up to the version of the server.',
  RESELLER_ENDED: 'Stop sending: the business is over.',
  RESELLER_SUSPENDED: 'Ask the distributor, and send what is left when it is lifted.',
  UNAUTHENTICATED: 'Write a new token into the token file.',
  UNREACHABLE: 'Look at --url and the network; "check" tells more.',
};

export function isStopped(error: unknown): error is SyncStopped {
  return error instanceof SyncStopped;
}

export function adviceOn(error: unknown): string {
  if (!isStopped(error)) return String(error);
  return `${error.reason}: ${error.message}\n${ADVICE[error.reason]}`;
}
