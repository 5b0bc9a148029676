const PAGE = 'pageInfo { hasNextPage endCursor }';
const INVOICE = `currency total billTo { id name }
  lines { description quantity unitPrice amount account { id name } subscription { id service { sku name prices { currency amount } } } }`;

/** The widest and deepest that a portal may sensibly ask for at once: resellers, their customers, all of each. */
export const EVERYTHING = `query Everything {
  tenantResellers(first: 5) {
    edges {
      node {
        id name currency account { id name industry }
        customers(first: 5) {
          totalCount ${PAGE}
          edges {
            node {
              id name accountingNo email status currency enableOrdering separateInvoices industry website revision
              billingAddress { line1 line2 city region postalCode country }
              managedByReseller { reseller { id name } ribbon sourceAccountId sourceVersion origin managedSince drift }
              lockedFields fieldLocks { field reason message }
              allowedActions actionPermissions { action allowed reasons message }
              parent { id name industry managedByReseller { ribbon } lockedFields }
              billTo { id name industry status }
              responsibleUser { id }
              permissionRule { id name grants { principal principalId access } }
              synchronizationOptions { systemCode key value readOnly }
              customFields { definition { code label type options } value }
              contacts(first: 5) { edges { node { id firstName lastName email phone } } ${PAGE} }
              relations(first: 5) { edges { node { id kind targetId label } } ${PAGE} }
              history(first: 5) { edges { node { id at kind text actor } } ${PAGE} }
              pendingInvoices { issueDate ${INVOICE} }
              invoices(first: 5) { edges { node { id number issueDate ${INVOICE} } } ${PAGE} }
              subscriptions(first: 5) { edges { node { id quantity startDate service { sku name } } } ${PAGE} }
              salesDocuments(first: 5) { edges { node { id kind title lines { quantity service { sku } } } } ${PAGE} }
            }
          }
        }
      }
    }
  }
}`;
