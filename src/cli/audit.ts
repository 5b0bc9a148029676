import { withEnvFile } from '../config';
import { runAuditProgram } from './audit-program';

void runAuditProgram(process.argv.slice(2), {
  env: withEnvFile(process.env),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
