/** The ready queries of GraphiQL, a tab each, in the order in which a newcomer would ask. */
export const EXAMPLES: readonly string[] = [
  `# Which tenant resellers are there?
# Paste a token into the headers below first. For one:
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
  `# Who am I?
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
  `# A customer of a reseller, copied here: what of it is locked, and what may be done to it?
query CopiedAccount {
  copiedAccount(sourceAccountId: "ALFKI", tenantResellerId: "<id from the query Resellers>") {
    id
    name
    status
    currency
    managedByReseller {
      ribbon
      sourceVersion
      drift
      reseller {
        name
      }
    }
    lockedFields
    allowedActions
    subscriptions(first: 5) {
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
  }
}
`,
  `# The rules, as data
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
  `# An e-mail that the reseller's BSS sets is locked here: FIELD_LOCKED, and nothing is saved
mutation EditALockedField {
  updateAccount(
    input: { accountId: "<id from the query CopiedAccount>", email: "new@example.com", separateInvoices: true }
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
];
