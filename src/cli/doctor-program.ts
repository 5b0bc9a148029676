import { Command } from 'commander';
import { examine } from '../doctor/examination';
import { isHealthy, reportJson, reportText } from './doctor-report';
import { BIN, runCommand, type Surroundings } from './run-command';

const FAULTY = 1;

/**
 * Looks at everything that the server needs, whether it runs or not, and says of each what to do. Answers the exit code: 0 when
 * there are no faults, warnings or not; 1 when there are; 2 for a wrong call.
 */
export async function runDoctorProgram(argv: readonly string[], around: Surroundings): Promise<number> {
  let healthy = true;
  const program = new Command('doctor')
    .usage('[options]')
    .description(
      'Looks at Node.js, the settings, the database and its guards, issuers, clocks, the server and what it tells.',
    )
    .option('--json', 'prints one object, for scripts')
    .showHelpAfterError(`Example: ${BIN} doctor --json`)
    .addHelpText('after', '\nIt changes nothing. It ends with 0 when there are no faults, and with 1 when there are.')
    .action(async ({ json }: { readonly json?: true }) => {
      const found = await examine(around.env);
      healthy = isHealthy(found);
      around.stdout(json === true ? reportJson(found) : reportText(found, around.isTerminal === true));
    });
  const code = await runCommand(program, argv, around);
  return healthy ? code : FAULTY;
}
