import type { Surroundings } from './run-command';

/** What an operator may ask of the one bin. */
export interface Program {
  readonly name: string;
  /** One line in the list of all. */
  readonly summary: string;
  /** What is put behind the bin's name, as whoever has never used it would. */
  readonly example: string;
  /** Its own module, loaded when it is asked for and not before (test/cli/command-line.test.ts). */
  load(): Promise<Run>;
}

/** Answers the exit code: 2 for a wrong call, 1 for anything else that failed. */
export type Run = (argv: readonly string[], around: Surroundings) => Promise<number>;

/** All there are, in the order of an operator's first day. One more is one entry more. */
export const PROGRAMS: readonly Program[] = [
  {
    name: 'db:setup',
    summary: 'makes or upgrades the database and the two logins',
    example: 'db:setup --url postgresql://owner:password@localhost:5432/accounts -e .env',
    load: async () => (await import('./db-setup-program.js')).runDbSetupProgram,
  },
  {
    name: 'doctor',
    summary: 'looks at everything that the server needs, and says what to do',
    example: 'doctor',
    load: async () => (await import('./doctor-program.js')).runDoctorProgram,
  },
  {
    name: 'serve',
    summary: 'starts the server',
    example: 'serve',
    load: async () => (await import('./serve-program.js')).runServeProgram,
  },
  {
    name: 'health',
    summary: 'asks the running server whether it is ready',
    example: 'health',
    load: async () => (await import('./health-program.js')).runHealthProgram,
  },
  {
    name: 'db:maintain',
    summary: 'makes room: partitions, expired keys, old months of the audit',
    example: 'db:maintain --dry-run',
    load: async () => (await import('./db-maintain-program.js')).runDbMaintainProgram,
  },
  {
    name: 'db:distribute',
    summary: 'shares the tables among the nodes of a Citus cluster',
    example: 'db:distribute --url postgresql://owner:password@localhost:5432/accounts',
    load: async () => (await import('./db-distribute-program.js')).runDbDistributeProgram,
  },
  {
    name: 'db:check-references',
    summary: 'lists what stands against the rules of who pays for whom',
    example: 'db:check-references --url postgresql://owner:password@localhost:5432/accounts',
    load: async () => (await import('./check-references-program.js')).runCheckReferencesProgram,
  },
  {
    name: 'audit:export',
    summary: 'prints who wrote what, a JSON object a line',
    example: 'audit:export --since 2026-11-01T00:00:00Z > audit.ndjson',
    load: async () => (await import('./audit-export-program.js')).runAuditExportProgram,
  },
  {
    name: 'outbox',
    summary: 'hands out requests to synchronize, in order',
    example: 'outbox --follow',
    load: async () => (await import('./outbox-program.js')).runOutboxProgram,
  },
  {
    name: 'schema',
    summary: 'prints the subgraph’s schema, for composition',
    example: 'schema --out reseller-accounts.graphql',
    load: async () => (await import('./schema-program.js')).runSchemaProgram,
  },
  {
    name: 'token',
    summary: 'prints a token of the local development issuer',
    example: 'token distributor --user anna --group billing',
    load: async () => (await import('./token-program.js')).runTokenProgram,
  },
];
