import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { WrongCall } from './exit-codes.ts';
import type { InputIdentity } from './input-file.ts';

/** What a run is of: another file, server or reseller is another run. */
export interface RunIdentity {
  readonly input: InputIdentity;
  readonly url: string;
  readonly tenantResellerId: string;
  readonly dryRun: boolean;
}

/** How far a run is: all lines up to here have an outcome, whatever has been sent beyond. */
export interface Position {
  readonly lines: number;
  /** How often each outcome came, of these lines. */
  readonly counts: Readonly<Record<string, number>>;
  /** How much of the file of refused lines is of these. */
  readonly rejectedBytes: number;
}

interface Kept extends Position {
  readonly run: RunIdentity;
}

const BEGINNING: Position = { lines: 0, counts: {}, rejectedBytes: 0 };

/** The position of a run in a file of its own, which a kill at any moment leaves whole. */
export class Journal {
  private constructor(
    private readonly path: string,
    private readonly run: RunIdentity,
    readonly begun: Position,
  ) {}

  static open(path: string, run: RunIdentity): Journal {
    const kept = read(path);
    if (kept === null) return new Journal(path, run, BEGINNING);
    const others = differences(kept.run, run);
    if (others.length > 0) {
      throw new WrongCall(
        `${path} is of another run: ${others.join(', ')} changed since. Go on with what it was, or take another --resume file.`,
      );
    }
    return new Journal(path, run, kept);
  }

  /** On disk when it returns. */
  keep(position: Position): void {
    const next = `${this.path}.next`;
    const file = openSync(next, 'w', 0o600);
    writeSync(file, `${JSON.stringify({ ...position, run: this.run } satisfies Kept)}\n`);
    fsyncSync(file);
    closeSync(file);
    renameSync(next, this.path);
    const folder = openSync(dirname(this.path), 'r');
    fsyncSync(folder);
    closeSync(folder);
  }
}

function read(path: string): Kept | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new WrongCall(`${path} cannot be read: ${(error as Error).message}`);
  }
  try {
    const kept = JSON.parse(text) as Kept;
    if (Number.isInteger(kept.lines) && Number.isInteger(kept.rejectedBytes) && kept.run.input.sha256) return kept;
  } catch {
    // Told below, as what is JSON and no journal is.
  }
  throw new WrongCall(`${path} is no journal of this program: take another --resume file.`);
}

function differences(kept: RunIdentity, now: RunIdentity): string[] {
  return [
    ...(kept.input.sha256 === now.input.sha256 ? [] : ['the input file']),
    ...(kept.url === now.url ? [] : ['--url']),
    ...(kept.tenantResellerId === now.tenantResellerId ? [] : ['the reseller of the token']),
    ...(kept.dryRun === now.dryRun ? [] : ['--dry-run']),
  ];
}
