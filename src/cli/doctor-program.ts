import { Command } from 'commander';
import type { Found } from '../doctor/examination';
import { examine } from '../doctor/examination';
import type { Verdict } from '../doctor/finding';
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

const MARKS: Readonly<Record<Verdict, readonly [word: string, colour: number]>> = {
  ok: ['ok', 32],
  warning: ['warning', 33],
  fault: ['FAULT', 31],
  skipped: ['skipped', 90],
};

/** For people: a line for each finding, in columns, and what to do below it. */
export function reportText(found: readonly Found[], isTerminal: boolean): string {
  const words = Math.max(...Object.values(MARKS).map(([word]) => word.length));
  const names = Math.max(...found.map(({ check }) => check.length));
  const indent = ' '.repeat(words + names + 4);
  const lines = found.flatMap(({ check, verdict, found: what, advice }, at) => {
    const [word, colour] = MARKS[verdict];
    const padded = word.padEnd(words);
    const mark = isTerminal ? `\u001b[${colour}m${padded}\u001b[0m` : padded;
    // The name once, though it found several things.
    const name = found[at - 1]?.check === check ? '' : check;
    return [
      `${mark}  ${name.padEnd(names)}  ${indented(what, indent)}`,
      ...(advice === undefined ? [] : [`${indent}-> ${indented(advice, `${indent}   `)}`]),
    ];
  });
  return `${[...lines, '', summary(found)].join('\n')}\n`;
}

/** For programs: the same as one object. */
export function reportJson(found: readonly Found[]): string {
  return `${JSON.stringify({ healthy: isHealthy(found), findings: found }, null, 2)}\n`;
}

export function isHealthy(found: readonly Found[]): boolean {
  return !found.some(({ verdict }) => verdict === 'fault');
}

function summary(found: readonly Found[]): string {
  const count = (verdict: Verdict) => found.filter((finding) => finding.verdict === verdict).length;
  const several = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  return `${several(count('fault'), 'fault')}, ${several(count('warning'), 'warning')}.`;
}

function indented(text: string, indent: string): string {
  return text.replaceAll('\n', `\n${indent}`);
}
