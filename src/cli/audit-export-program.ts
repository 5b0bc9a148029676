import { Command } from 'commander';
import { z } from 'zod';
import { loadConfig } from '../config/config';
import { readServerFile } from '../server/server-file';
import { askServer } from './ask-server';
import { openDevelopmentIssuer } from './development-issuer';
import { runCommand, type Surroundings } from './run-command';

const PAGE = 200;
/** Longer than a transaction stays open, unless the environment is more patient: what was written before it is there. */
const SETTLED_MS = 60_000;

const QUERY = `query Export($since: DateTime, $until: DateTime, $after: String) {
  auditEntries(since: $since, until: $until, first: ${PAGE}, after: $after) {
    edges { node { id at actorKind actor tokenId mutation login account { id } record operation before after } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const ANSWER = z.object({
  auditEntries: z
    .object({
      edges: z.array(z.object({ node: z.record(z.string(), z.unknown()) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    })
    .nullable(),
});

interface ExportOptions {
  readonly since?: string;
  readonly until?: string;
  readonly url?: string;
  readonly token?: string;
}

/**
 * Prints the audit of the running server on stdout, one entry a line as JSON, oldest first. Answers the exit code: 2 for a
 * wrong call, 1 for anything else that keeps it from printing.
 */
export function runAuditExportProgram(argv: readonly string[], around: Surroundings): Promise<number> {
  const program = new Command('audit:export')
    .description('Prints the audit, every write with its caller, one JSON object a line and oldest first.')
    .option('--since <instant>', 'from this instant on, e.g. 2026-11-01T00:00:00Z (default: from the beginning)')
    .option('--until <instant>', 'before this instant (default: a minute ago, before which nothing is added any more)')
    .option('--url <url>', 'the server (default: the one that runs on this data folder)')
    .option('--token <token>', "an administrator's token (default: AUDIT_TOKEN, else one of the local issuer)")
    .showHelpAfterError()
    .action((options: ExportOptions) => exportAudit(options, around));
  return runCommand(program, argv, around);
}

async function exportAudit(options: ExportOptions, { env, stdout, stderr }: Surroundings): Promise<void> {
  const { dataDir, gatewaySecret, requestTimeoutMs, statementTimeoutMs } = loadConfig(env);
  const server = {
    url: options.url ?? (await runningServer(dataDir)),
    token: options.token ?? (await tokenFrom(env)),
    gatewaySecret,
  };
  const until =
    options.until ?? new Date(Date.now() - Math.max(SETTLED_MS, requestTimeoutMs + statementTimeoutMs)).toISOString();
  let after: string | null = null;
  let printed = 0;
  do {
    const answer: z.output<typeof ANSWER> = await askServer(
      server,
      QUERY,
      { since: options.since ?? null, until, after },
      ANSWER,
    );
    const { auditEntries } = answer;
    if (!auditEntries) throw new Error('The audit is for administrators: this token is not one.');
    for (const { node } of auditEntries.edges) stdout(`${JSON.stringify(node)}\n`);
    printed += auditEntries.edges.length;
    after = auditEntries.pageInfo.hasNextPage ? auditEntries.pageInfo.endCursor : null;
  } while (after !== null);
  stderr(`${printed} entries before ${until}\n`);
}

async function runningServer(dataDir: string): Promise<string> {
  const server = await readServerFile(dataDir);
  if (server) return server.url;
  throw new Error('No server runs on this data folder: start it with "npm start", or name one with --url.');
}

/** Good for this export only; where real issuers are configured, the token comes from them. */
async function tokenFrom(env: NodeJS.ProcessEnv): Promise<string> {
  const given = (env.AUDIT_TOKEN ?? '').trim();
  if (given !== '') return given;
  const { issuer } = await openDevelopmentIssuer(env);
  return issuer.tokenForPerson({ userId: 'audit-cli', groups: [], administrator: true, expiresIn: 3600 });
}
