/** The properties that take a database, with as many runs as there is no time for every day. */
const RUNS: readonly [property: string, runs: number][] = [
  ['invoices', 100],
  ['paging', 40],
  ['sync-any-order', 3],
];

const asked = process.env.PROPERTY_RUNS;

for (const [property, runs] of RUNS) {
  describe(`${property}, ${asked ?? runs} times`, () => {
    // Each reads it when it is loaded.
    process.env.PROPERTY_RUNS = asked ?? String(runs);
    require(`../properties/${property}.test`);
  });
}
