import { withEnvFile } from '../config';
import { runTokenProgram } from './token-program';

void runTokenProgram(process.argv.slice(2), {
  env: withEnvFile(process.env),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
