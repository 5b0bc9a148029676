import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { packageRoot } from '../../../src/config/package-root';

/** One instruction of a Dockerfile, its options (`--from=build`) apart. */
export interface Instruction {
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface Stage {
  readonly name: string;
  readonly base: string;
  readonly instructions: readonly Instruction[];
}

/** What whoever starts a container of the image gets. */
export interface Image {
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly user: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly health: readonly string[];
  readonly stopSignal: string;
}

export function readDockerfile(path = join(packageRoot(), 'Dockerfile')): Stage[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: { name: string; base: string; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const instruction = readInstruction(line);
    if (instruction.name === 'FROM') {
      const [base = '', , name = String(stages.length)] = instruction.text.split(/\s+/);
      stages.push({ name, base, instructions: [] });
    } else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

function readInstruction(line: string): Instruction {
  const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
  if (name === '') throw new Error(`No instruction: ${line}`);
  const options: Record<string, string> = {};
  let text = rest;
  for (let found = option(text); found; found = option(text)) {
    options[found[1] ?? ''] = found[2] ?? '';
    text = text.slice(found[0].length);
  }
  return { name, options, text: text.trim() };
}

const option = (text: string) => /^\s*--([a-z-]+)=(\S+)\s+/.exec(text);

/** What the last stage says. A command that is no list would be a shell's, which hands no signal on. */
export function imageOf(stages: readonly Stage[]): Image {
  const last = stages.at(-1)?.instructions ?? [];
  const textOf = (name: string) => last.filter((one) => one.name === name).at(-1)?.text ?? '';
  const env = last
    .filter(({ name }) => name === 'ENV')
    .flatMap(({ text }) => text.split(/\s+/).map((pair) => pair.split('=') as [string, string]));
  const [, health = ''] = /^CMD (.*)$/.exec(textOf('HEALTHCHECK')) ?? [];
  return {
    env: Object.fromEntries(env),
    folder: textOf('WORKDIR'),
    user: textOf('USER'),
    entrypoint: JSON.parse(textOf('ENTRYPOINT')),
    command: JSON.parse(textOf('CMD')),
    health: JSON.parse(health),
    stopSignal: textOf('STOPSIGNAL'),
  };
}

/**
 * Follows the instructions as an engine would, each stage in a folder of its own below `root` and on no base: what it needs
 * of that is on this machine. Gives the folder of the last stage.
 */
export function followDockerfile(stages: readonly Stage[], root: string): string {
  const folders = new Map<string, string>();
  for (const { name, instructions } of stages) {
    const stage = join(root, name);
    mkdirSync(stage, { recursive: true });
    folders.set(name, stage);
    let workdir = '/';
    for (const { name: verb, options, text } of instructions) {
      if (verb === 'WORKDIR') {
        workdir = text;
        mkdirSync(join(stage, workdir), { recursive: true });
      }
      if (verb === 'RUN') execute(text, join(stage, workdir));
      if (verb === 'COPY') copy(text, folders.get(options.from ?? '') ?? packageRoot(), join(stage, workdir));
    }
  }
  return join(root, stages.at(-1)?.name ?? '');
}

function execute(command: string, cwd: string): void {
  // All of them are here, as `npm ci` has installed them; those of production are installed.
  if (/^npm ci(?!.*--omit=dev)/.test(command))
    symlinkSync(join(packageRoot(), 'node_modules'), join(cwd, 'node_modules'));
  else execFileSync('sh', ['-c', command], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
}

function copy(text: string, from: string, workdir: string): void {
  const names = text.split(/\s+/);
  const to = names.pop() ?? '';
  for (const name of names) {
    const source = join(from, name);
    const isInto = to.endsWith('/');
    const target = join(workdir, to, isInto && !statSync(source).isDirectory() ? basename(name) : '');
    mkdirSync(dirname(target), { recursive: true });
    cpSync(source, target, { recursive: true, verbatimSymlinks: true });
  }
}

/** Whether .dockerignore lets a path of the folder be copied: the last line that speaks of it says so. */
export function isLetIn(path: string, ignore = readFileSync(join(packageRoot(), '.dockerignore'), 'utf8')): boolean {
  const lines = ignore.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.reduce((letIn, line) => {
    const pattern = line.replace(/^!/, '');
    const speaks = pattern === '**' || path === pattern || posix.normalize(path).startsWith(`${pattern}/`);
    return speaks ? line.startsWith('!') : letIn;
  }, true);
}
