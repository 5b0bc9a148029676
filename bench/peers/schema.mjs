/** What the peers serve of the contract. */
export const TYPES = `
  scalar DateTime
  type Query { account(id: ID!): Account accounts(first: Int! = 50): AccountConnection! }
  type Account @key(fields: "id") {
    id: ID!
    name: String
    accountingNo: String
    email: String
    billingAddress: BillingAddress
    status: String
    currency: String
    enableOrdering: Boolean
    separateInvoices: Boolean
    parent: Account
    billTo: Account
    responsibleUser: User
    permissionRule: PermissionRule
    synchronizationOptions: [SynchronizationOption!]
    createdAt: DateTime
    updatedAt: DateTime
    revision: String
    managedByReseller: ManagedByReseller
    lockedFields: [String!]
    allowedActions: [String!]
    subscriptions(first: Int! = 50): AccountSubscriptionConnection
    history(first: Int! = 50): AccountHistoryConnection
  }
  type BillingAddress { line1: String line2: String city: String region: String postalCode: String country: String }
  type User { id: ID! }
  type PermissionRule { id: ID! name: String! }
  type TenantReseller { id: ID! name: String! }
  type SynchronizationOption { systemCode: String! key: String! value: String readOnly: Boolean! }
  type ManagedByReseller {
    reseller: TenantReseller!
    ribbon: String!
    sourceAccountId: ID!
    sourceVersion: String
    origin: String!
    managedSince: DateTime!
    lastSyncedAt: DateTime
  }
  type PageInfo { hasNextPage: Boolean! }
  type AccountConnection { edges: [AccountEdge!]! pageInfo: PageInfo! }
  type AccountEdge { node: Account! }
  type AccountSubscriptionConnection { edges: [AccountSubscriptionEdge!]! pageInfo: PageInfo! }
  type AccountSubscriptionEdge { node: AccountSubscription! }
  type AccountSubscription {
    id: ID!
    service: OfferedService!
    quantity: Int!
    unitPrice: String!
    currency: String!
    billingPeriod: String!
    startDate: String!
    endDate: String
    status: String!
    sourceSubscriptionId: ID
  }
  type OfferedService { sku: String! name: String! }
  type AccountHistoryConnection { edges: [AccountHistoryEdge!]! pageInfo: PageInfo! }
  type AccountHistoryEdge { node: AccountHistoryEntry! }
  type AccountHistoryEntry { id: ID! at: DateTime! kind: String! text: String! actor: String! }
`;

export const FEDERATED = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]) ${TYPES}`;
