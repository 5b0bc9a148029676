const HOUR_MS = 3_600_000;

/**
 * How many customers each reseller has: by Zipf, the n-th the n-th part to the power that gives the largest its share. All
 * together they are as many as asked for, and nobody has none.
 */
export function customersOf({ accounts, resellers, skew }) {
  const power = powerOf(resellers, skew);
  const weights = Array.from({ length: resellers }, (_, at) => (at + 1) ** -power);
  const sum = weights.reduce((all, one) => all + one, 0);
  const spare = accounts - resellers;
  let given = 0;
  let upTo = 0;
  return weights.map((weight) => {
    // What is rounded off goes to the next.
    upTo += weight;
    const more = Math.round((spare * upTo) / sum) - given;
    given += more;
    return 1 + more;
  });
}

function powerOf(resellers, share) {
  let [low, high] = [0, 3];
  for (let step = 0; step < 40; step += 1) {
    const power = (low + high) / 2;
    let sum = 0;
    for (let nth = 1; nth <= resellers; nth += 1) sum += nth ** -power;
    if (1 / sum < share) low = power;
    else high = power;
  }
  return (low + high) / 2;
}

/** When resellers begin: some on the stroke of midnight, many in the two hours after it, the others whenever. Assumed. */
export const BEGINNINGS = {
  atMidnight: 0.3,
  midnightMs: 60_000,
  byTwo: 0.4,
  nightMs: 2 * HOUR_MS,
  dayMs: 24 * HOUR_MS,
};

/** `atMidnight`: how many of them on the stroke of midnight; of the others as many by two o'clock as otherwise. */
export function beginningOf(random, atMidnight = BEGINNINGS.atMidnight) {
  const { midnightMs, nightMs, dayMs } = BEGINNINGS;
  const byTwo = (BEGINNINGS.byTwo * (1 - atMidnight)) / (1 - BEGINNINGS.atMidnight);
  const which = random();
  if (which < atMidnight) return random() * midnightMs;
  if (which < atMidnight + byTwo) return random() * nightMs;
  return nightMs + random() * (dayMs - nightMs);
}

export function isOfTheNight(beginning) {
  return beginning < BEGINNINGS.nightMs;
}

export function isOfMidnight(beginning) {
  return beginning < BEGINNINGS.midnightMs;
}
