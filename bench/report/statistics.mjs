export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Of pairs that were measured in the same round: the median of their ratios, and how far these lie apart. */
export function pairedRatio(rounds, of, to, what = 'rate') {
  const ratios = rounds.map((round) => round[of][what] / round[to][what]).filter(Number.isFinite);
  if (ratios.length === 0) return null;
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}

/** What was measured of one server over all rounds. */
export function summary(rounds, name) {
  const of = (what) => rounds.map((round) => round[name][what]);
  const rates = of('rate');
  const cpu = of('cpu').filter((one) => one !== null);
  return {
    rate: median(rates),
    least: Math.min(...rates),
    most: Math.max(...rates),
    p50: median(of('p50')),
    p95: median(of('p95')),
    cpu: cpu.length === 0 ? null : median(cpu),
    requests: of('requests').reduce((sum, one) => sum + one, 0),
    takenAgain: of('attempt').reduce((sum, one) => sum + (one ?? 1) - 1, 0),
  };
}
