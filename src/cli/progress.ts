import { Presets, SingleBar } from 'cli-progress';
import type { Surroundings } from './run-command';

const LINE_MS = 1_000;

/** How far something is that takes long: begun with how much it is, then told how much is done. */
export interface Progress {
  begin(what: string, total: number): void;
  reach(done: number): void;
  end(): void;
}

/** A bar where a person looks on, a line a second elsewhere. */
export function progressOn({ stderr, terminal }: Surroundings): Progress {
  return terminal === undefined ? inLines(stderr) : asBar(terminal);
}

function asBar(terminal: NodeJS.WriteStream): Progress {
  const format = '{what} {bar} {percentage}% | {value}/{total} | {eta_formatted} left';
  const bar = new SingleBar({ format, stream: terminal, hideCursor: true }, Presets.shades_classic);
  return {
    begin: (what, total) => bar.start(total, 0, { what }),
    reach: (done) => bar.update(done),
    end: () => bar.stop(),
  };
}

function inLines(write: (text: string) => void): Progress {
  let [named, of, told] = ['', 0, 0];
  return {
    begin: (what, total) => {
      [named, of, told] = [what, total, performance.now()];
    },
    reach: (done) => {
      if (performance.now() - told < LINE_MS) return;
      told = performance.now();
      write(`${named}: ${done} of ${of}\n`);
    },
    end: () => undefined,
  };
}
