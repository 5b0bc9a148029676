import type { Surroundings } from '../../src/cli/run-command';

type RunProgram = (argv: readonly string[], around: Surroundings) => Promise<number>;

/** A program that runs: what it has written so far, and its exit code once it has ended. */
export function startProgram(program: RunProgram, argv: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const written = { stdout: '', stderr: '' };
  const exit = program(argv, {
    env,
    stdout: (text) => {
      written.stdout += text;
    },
    stderr: (text) => {
      written.stderr += text;
    },
  });
  return { written, exit };
}

/** Runs a program to its end. */
export async function runProgram(program: RunProgram, argv: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { written, exit } = startProgram(program, argv, env);
  return { code: await exit, ...written };
}
