/** What decides about locks and blocks, says so and shows it. */
export const POLICY = ['account-policy', 'policy-messages', 'account-view', 'account-edit', 'mastered'].map(
  (name) => `src/domain/accounts/${name}.ts`,
);
