import { withEnvFile } from '../config';
import { runDbSetupProgram } from './db-setup-program';

void runDbSetupProgram(process.argv.slice(2), {
  env: withEnvFile(process.env),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
