import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from './load-northwind';

/** Shows how far a loading is: a bar on a terminal, a line each quarter elsewhere. */
export function showProgress(title: string, out: NodeJS.WriteStream): { report: Progress; end: () => void } {
  if (!out.isTTY) return { report: quarterLines(title, out), end: () => undefined };
  const format = `${title} {bar} {percentage}% | {value}/{total} | {eta_formatted} left`;
  const bar = new SingleBar({ format, stream: out, hideCursor: true }, Presets.shades_classic);
  let started = false;
  return {
    report: (done, of) => {
      if (!started) bar.start(of, 0);
      started = true;
      bar.update(done);
    },
    end: () => bar.stop(),
  };
}

function quarterLines(title: string, out: NodeJS.WriteStream): Progress {
  let told = 0;
  return (done, of) => {
    const quarter = Math.floor((done * 4) / of);
    if (quarter <= told) return;
    told = quarter;
    out.write(`${title}: ${done} of ${of}\n`);
  };
}
