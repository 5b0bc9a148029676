/** What takes random input and a database, with as many runs as there is no time for every day. */
const RUNS: readonly [test: string, runs: number][] = [
  ['properties/invoices', 100],
  ['properties/paging', 40],
  ['properties/sync-any-order', 3],
  ['properties/billing/changed-subscriptions', 100],
  ['properties/billing/subscription-states', 40],
  ['properties/moving/in-and-out', 40],
  ['matrices/input-limits', 15],
  ['properties/inputs/random', 150],
  ['graphql/executor/any-operation', 20],
];

const asked = process.env.PROPERTY_RUNS;

for (const [test, runs] of RUNS) {
  describe(`${test}, ${asked ?? runs} times`, () => {
    // Each reads it when it is loaded.
    process.env.PROPERTY_RUNS = asked ?? String(runs);
    require(`../${test}.test`);
  });
}
