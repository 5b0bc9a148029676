import { pairedRatio, summary } from './statistics.mjs';
export async function report(_environment, measured) {
  for (const { pool, rounds } of measured) {
    const names = Object.keys(rounds[0]);
    for (const name of names) {
      const s = summary(rounds, name);
      const r = pairedRatio(rounds, 'ours', name);
      const c = pairedRatio(rounds, 'ours', name, 'cpu');
      console.log(
        pool.padEnd(14),
        name.padEnd(10),
        s.rate.toFixed(0).padStart(7),
        `${s.least.toFixed(0)}–${s.most.toFixed(0)}`.padStart(12),
        `p50 ${s.p50.toFixed(1)} p95 ${s.p95.toFixed(1)}`,
        `cpu ${s.cpu?.toFixed(3)} ms`,
        name === 'ours'
          ? ''
          : `ours÷ ${r.median.toFixed(3)} (${r.least.toFixed(2)}–${r.most.toFixed(2)}) cpu× ${c?.median.toFixed(2)}`,
      );
    }
  }
}
