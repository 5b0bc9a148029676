import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { packageRoot } from '../config/package-root';
import { buildSchema } from '../graphql/build-schema';
import { servedSdl } from '../graphql/served-sdl';
import { runCommand, type Surroundings } from './run-command';

/** Prints what `_service { sdl }` answers, without a server: for a registry, or for rover and its like. */
export function runSchemaProgram(argv: readonly string[], around: Surroundings): Promise<number> {
  const program = new Command('schema')
    .usage('[options]')
    .description('Prints the subgraph’s schema as it is served to gateways.')
    .option('--out <file>', 'writes it there instead')
    .showHelpAfterError()
    .action(async ({ out }: { readonly out?: string }) => {
      const sdl = `${servedSdl(buildSchema(join(packageRoot(), 'schema')).schema).trimEnd()}\n`;
      if (out === undefined) around.stdout(sdl);
      else await writeFile(out, sdl);
    });
  return runCommand(program, argv, around);
}
