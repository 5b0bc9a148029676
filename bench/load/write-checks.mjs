/** Refuses an answer to a mutation that is not as expected: a server that answers errors is fast. */
export function checkWrite({ expected }, { status, body }) {
  const { data, errors } = status === 200 ? JSON.parse(body.toString()) : { data: null, errors: body.toString() };
  if (errors !== undefined || !data) throw new Error(`Answered ${status}: ${JSON.stringify(errors).slice(0, 500)}`);
  if (data.syncCustomers) checkSync(expected, data.syncCustomers);
  else checkRecord(expected, data.recordPaidSubscription);
}

function checkSync({ outcome, sourceIds }, { results, userErrors }) {
  assertEqual(JSON.stringify(userErrors), '[]', 'refusals of the call');
  assertEqual(results.length, sourceIds.length, 'results');
  for (const [at, result] of results.entries()) {
    assertEqual(result.sourceAccountId, sourceIds[at], 'customer of the result');
    assertEqual(result.outcome, outcome, `outcome of ${sourceIds[at]} ${JSON.stringify(result.userErrors)}`);
  }
}

function checkRecord({ outcome, sourceSubscriptionId }, { outcome: given, account, subscription, userErrors }) {
  assertEqual(JSON.stringify(userErrors), '[]', 'refusals');
  assertEqual(given, outcome, 'outcome');
  assertEqual(typeof account?.id, 'string', 'account');
  assertEqual(subscription?.sourceSubscriptionId, sourceSubscriptionId, 'subscription');
}

function assertEqual(given, expected, what) {
  if (given !== expected) throw new Error(`${what}: ${JSON.stringify(given)}, expected ${JSON.stringify(expected)}`);
}
