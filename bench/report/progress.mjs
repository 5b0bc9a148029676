import { Presets, SingleBar } from 'cli-progress';

/** A bar on a terminal; elsewhere a line now and then. */
export function progress(what, total) {
  if (process.stdout.isTTY) {
    const bar = new SingleBar(
      { format: `${what} [{bar}] {percentage} %, {duration_formatted}` },
      Presets.shades_classic,
    );
    bar.start(total, 0);
    return { at: (done) => bar.update(done), end: () => bar.stop() };
  }
  console.log(what);
  let toldAt = Date.now();
  return {
    at: (done) => {
      if (Date.now() - toldAt < 15_000) return;
      toldAt = Date.now();
      console.log(`${what}: ${Math.round((100 * done) / total)} %`);
    },
    end: () => undefined,
  };
}
