import { withEnvFile } from '../config/config';
import { runAuditExportProgram } from './audit-export-program';
import { runCheckReferencesProgram } from './check-references-program';
import { runDbMaintainProgram } from './db-maintain-program';
import { runDbSetupProgram } from './db-setup-program';
import { runOutboxProgram } from './outbox-program';
import { runTokenProgram } from './token-program';

/** The commands of package.json's scripts, by the name of the script. */
const PROGRAMS = new Map([
  ['audit:export', runAuditExportProgram],
  ['db:check-references', runCheckReferencesProgram],
  ['db:maintain', runDbMaintainProgram],
  ['db:setup', runDbSetupProgram],
  ['outbox', runOutboxProgram],
  ['token', runTokenProgram],
]);

const [name = '', ...argv] = process.argv.slice(2);
const run = PROGRAMS.get(name);
if (!run) throw new Error(`There is no program "${name}", only ${[...PROGRAMS.keys()].join(', ')}`);
void run(argv, {
  env: withEnvFile(process.env),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  ...(process.stderr.isTTY ? { terminal: process.stderr } : {}),
}).then((code) => {
  process.exitCode = code;
});
