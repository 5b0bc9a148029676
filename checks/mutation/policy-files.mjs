/** What decides about locks, blocks, transfers and resellers' own accounts, says so and shows it. */
export const POLICY = [
  ...[
    'account-fields',
    'account-policy',
    'account-standing',
    'policy-messages',
    'account-view',
    'account-edit',
    'mastered',
  ].map((name) => `accounts/${name}`),
  ...['back-ordering', 'reseller-account', 'set-up-refusal', 'transfer', 'transfer-mapping'].map(
    (name) => `resellers/${name}`,
  ),
  'selling/cancellation',
].map((name) => `src/domain/${name}.ts`);
