import { type ConnectionOptions, connect } from './connection.ts';
import { EXIT } from './exit-codes.ts';
import type { Output } from './sync-command.ts';

export interface ProblemsOptions extends ConnectionOptions {
  readonly json?: boolean;
  readonly closed?: boolean;
}

/** `problems`: what was refused and not taken since, newest first. */
export async function listProblems(options: ProblemsOptions, { stdout }: Output): Promise<number> {
  const client = connect(options);
  let count = 0;
  for await (const problem of client.syncProblems({ open: options.closed !== true })) {
    count += 1;
    if (options.json) {
      stdout(`${JSON.stringify(problem)}\n`);
      continue;
    }
    const { lastSeenAt, code, sourceAccountId, sourceSubscriptionId, message, count: times } = problem;
    const whose = [sourceAccountId || '(beyond what is kept)', sourceSubscriptionId].filter(Boolean).join(' / ');
    stdout(`${lastSeenAt.slice(0, 19)}Z  ${code.padEnd(24)} ${whose.padEnd(30)} ${times}×  ${message}\n`);
  }
  if (!options.json && count === 0) stdout(options.closed ? 'None was closed.\n' : 'No open problems.\n');
  return EXIT.ALL_TAKEN;
}
