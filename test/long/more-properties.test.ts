/** What takes random input and a database, with as many runs as there is no time for every day. */
const RUNS: readonly [test: string, runs: number][] = [
  ['properties/invoices', 70],
  ['properties/paging', 30],
  ['properties/sync-any-order', 3],
  ['properties/billing/changed-subscriptions', 70],
  ['properties/billing/subscription-states', 28],
  ['properties/moving/in-and-out', 28],
  ['matrices/input-limits', 10],
  ['properties/inputs/random', 100],
  ['graphql/executor/any-operation', 14],
];

const asked = process.env.PROPERTY_RUNS;

for (const [test, runs] of RUNS) {
  describe(`${test}, ${asked ?? runs} times`, () => {
    // Each reads it when it is loaded.
    process.env.PROPERTY_RUNS = asked ?? String(runs);
    require(`../${test}.test`);
  });
}
