import { Presets, SingleBar } from 'cli-progress';

/** What is told of a run that goes on. */
export interface Progress {
  readonly lines: number;
  readonly counts: Readonly<Record<string, number>>;
}

/** Where it is told. */
export interface Told {
  report(progress: Progress): void;
  end(): void;
}

const EACH_MS = 1_000;

/** A bar on a terminal, elsewhere a line of JSON each second. `total` is null where nobody knows it. */
export function tellProgress(total: number | null, begun: number, out: NodeJS.WriteStream): Told {
  return out.isTTY ? bar(total, begun, out) : jsonLines(total, begun, out);
}

function bar(total: number | null, begun: number, out: NodeJS.WriteStream): Told {
  const startedAt = performance.now();
  const whole = '{bar} {percentage}% | {value}/{total} lines | {rate}/s | {eta_formatted} left | {counts}';
  const format = total === null ? '{value} lines | {rate}/s | {counts}' : whole;
  const shown = new SingleBar({ format, stream: out, hideCursor: true, etaBuffer: 500 }, Presets.shades_classic);
  shown.start(total ?? 0, begun, { rate: 0, counts: '' });
  return {
    report: ({ lines, counts }) => {
      const rate = Math.round((lines - begun) / Math.max((performance.now() - startedAt) / 1000, 0.001));
      if (total === null) shown.setTotal(lines);
      shown.update(lines, { rate, counts: wordsOf(counts) });
    },
    end: () => shown.stop(),
  };
}

function jsonLines(total: number | null, begun: number, out: NodeJS.WriteStream): Told {
  const startedAt = performance.now();
  let toldAt = startedAt;
  return {
    report: ({ lines, counts }) => {
      const now = performance.now();
      if (now - toldAt < EACH_MS) return;
      toldAt = now;
      const perSecond = Math.round(((lines - begun) * 1000) / (now - startedAt));
      const left = total === null || perSecond === 0 ? null : Math.round((total - lines) / perSecond);
      out.write(`${JSON.stringify({ lines, total, perSecond, secondsLeft: left, counts })}\n`);
    },
    end: () => undefined,
  };
}

export function wordsOf(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `${count} ${name.toLowerCase().replaceAll('_', ' ')}`)
    .join(', ');
}
