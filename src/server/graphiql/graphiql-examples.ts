/** A ready operation of GraphiQL, in a tab of its own. */
export interface Example {
  readonly query: string;
  readonly variables: string;
}

/** Stands for the id of an account that a reseller manages, which the page asks for when the operation is run. */
export const MANAGED_ACCOUNT = '<filled in when it is run: an account that a reseller manages>';

/**
 * In the order in which a newcomer would ask. Each is answered as it stands, whatever is in the database: none names what
 * only the example has.
 */
export const EXAMPLES: readonly Example[] = [
  {
    variables: '',
    query: `# Which tenant resellers are there?
# First paste a token into the headers below,
# just as this prints it:
#   npm run -s token -- administrator
query Resellers {
  tenantResellers(first: 10) {
    edges {
      node {
        id
        name
        currency
        separateInvoices
        backOrderingActive
        status
        goLivePlan {
          ready
        }
        account {
          id
          name
        }
      }
    }
  }
}
`,
  },
  {
    variables: '',
    query: `# Who am I?
query Viewer {
  accountViewer {
    kind
    id
    tenantReseller {
      name
    }
  }
}
`,
  },
  {
    variables: '',
    query: `# Customers of resellers, copied here: what of them
# is locked, and what may be done to them?
query ManagedAccounts {
  accounts(first: 3, filter: { managed: true }) {
    totalCount
    edges {
      node {
        id
        name
        status
        currency
        managedByReseller {
          ribbon
          sourceAccountId
          sourceVersion
        }
        lockedFields
        allowedActions
        subscriptions(first: 2) {
          edges {
            node {
              service {
                name
              }
              quantity
              unitPrice
              startDate
            }
          }
        }
        pendingInvoices {
          currency
          total
        }
      }
    }
  }
}
`,
  },
  {
    variables: '',
    query: `# The rules, as data
query Policy {
  accountPolicy {
    actions {
      action
      allowedOnManagedAccount
      minimumAccess
      mutations
    }
  }
}
`,
  },
  {
    variables: JSON.stringify({ accountId: MANAGED_ACCOUNT }, null, 2),
    query: `# An e-mail that the reseller's BSS sets is
# locked here: FIELD_LOCKED, nothing is saved.
# The account is filled in when you run it.
mutation EditALockedField($accountId: ID!) {
  updateAccount(
    input: {
      accountId: $accountId
      email: "new@example.com"
      separateInvoices: true
    }
  ) {
    account {
      id
      email
      separateInvoices
    }
    userErrors {
      code
      message
      path
      field
    }
  }
}
`,
  },
];
