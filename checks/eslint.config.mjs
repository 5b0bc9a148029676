import graphql from '@graphql-eslint/eslint-plugin';
import { SCHEMA_FILES } from '../scripts/schema-files.mjs';

const { rules: recommended } = graphql.configs['flat/schema-recommended'];
const { rules: relay } = graphql.configs['flat/schema-relay'];

/** What is a value or a record of a moment has no id of its own: it is told by what it stands below. */
const VALUES = [
  'AccountChange',
  'AccountInvoiceLine',
  'AccountPolicy',
  'AccountResult',
  'AccountUserError',
  'ActionPermission',
  'ActionPolicy',
  'ApiOptions',
  'BillingAddress',
  'CustomFieldDefinition',
  'CustomFieldValue',
  'CustomersCopied',
  'EnumPolicy',
  'EnumValuePolicy',
  'FieldLock',
  'FieldPolicy',
  'GoLiveAccount',
  'GoLivePlan',
  'InputLabel',
  'ManagedByReseller',
  'MessageParameter',
  'MutationInputField',
  'MutationPolicy',
  'OverbilledPeriod',
  'PageInfo',
  'PendingInvoice',
  'PermissionGrant',
  'PolicyCondition',
  'PolicyFactTest',
  'PolicyFactValue',
  'PriceListEntry',
  'QuantityStep',
  'SalesLine',
  'ServicePrice',
  'SubscriptionSyncResult',
  'SyncHealth',
  'SyncItemResult',
  'SyncProblem',
  'SynchronizationOption',
  'TransferResult',
];

/** Described once for all: the pages of lists in PageInfo, refusals in the payloads' interface, inputs in their types. */
const DESCRIBED_ELSEWHERE = [
  '[type=ObjectTypeDefinition][name.value=/(Connection|Edge)$/] > FieldDefinition[name.value=/^(edges|pageInfo|cursor|node)$/]',
  '[type=ObjectTypeDefinition][name.value=/Payload$/] > FieldDefinition[name.value=userErrors]',
  'ObjectTypeExtension[name.value=Mutation] > FieldDefinition > InputValueDefinition[name.value=input]',
];

/**
 * How the schema is written. By its @link the plugin reads it as a subgraph's. What no rule here can know, such as which
 * guard a mutation needs, the server checks at its start.
 */
export default [
  {
    files: ['schema/*.graphql'],
    ignores: ['schema/released.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: SCHEMA_FILES } },
    },
    rules: {
      ...recommended,
      ...relay,
      '@graphql-eslint/input-name': ['error', { checkInputType: false }],
      '@graphql-eslint/no-scalar-result-type-on-mutation': 'error',
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      '@graphql-eslint/require-deprecation-date': 'error',
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          DirectiveDefinition: true,
          EnumValueDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          ignoredSelectors: DESCRIBED_ELSEWHERE,
        },
      ],
      '@graphql-eslint/require-nullable-fields-with-oneof': 'error',
      '@graphql-eslint/require-nullable-result-in-root': 'error',
      '@graphql-eslint/require-type-pattern-with-oneof': 'error',
      '@graphql-eslint/strict-id-in-types': [
        'error',
        { exceptions: { suffixes: ['Payload', 'Connection', 'Edge'], types: VALUES } },
      ],
      // A sentence stands in one line, more than one in a block: what the rule calls mixed.
      '@graphql-eslint/description-style': 'off',
      // `accountingNo` of `Account` is no repetition.
      '@graphql-eslint/no-typename-prefix': 'off',
      // It does not follow `extend type Query`: the composition test looks for types that nothing leads to.
      '@graphql-eslint/no-unreachable-types': 'off',
    },
  },
];
