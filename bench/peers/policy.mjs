// The product's rules as a peer would write them: what may be done and what is locked, by status, management and access.

const [READ, EDIT, FULL] = [1, 2, 3];

const ACTIONS = [
  { name: 'SYNCHRONIZE', access: FULL },
  { name: 'DELETE', access: FULL, sparesPayers: true },
  { name: 'SUSPEND', access: FULL, pointlessWhen: 'SUSPENDED' },
  { name: 'REACTIVATE', access: FULL, pointlessWhen: 'ACTIVE' },
  { name: 'CREATE_OPPORTUNITY', access: EDIT },
  { name: 'CREATE_OFFER', access: EDIT },
  { name: 'CREATE_ORDER', access: EDIT },
  { name: 'CREATE_SUBSCRIPTION', access: EDIT },
  { name: 'EDIT', access: EDIT, whenManaged: true },
  { name: 'GENERATE_INVOICES', access: EDIT, whenManaged: true, whenDeleted: true },
  { name: 'VIEW_PENDING_INVOICES', access: READ, whenManaged: true, whenDeleted: true },
  { name: 'CREATE_INVOICE', access: EDIT, whenManaged: true },
  { name: 'ADD_CONTACT', access: EDIT, whenManaged: true },
  { name: 'RELATE', access: EDIT, whenManaged: true },
];

const FIELDS = [
  { name: 'NAME', access: EDIT, isReseller: true, isSetByReseller: true },
  { name: 'ACCOUNTING_NO', access: EDIT, isReseller: true },
  { name: 'EMAIL', access: EDIT, isReseller: true },
  { name: 'BILLING_ADDRESS', access: EDIT, isReseller: true },
  { name: 'SYNCHRONIZATION_OPTIONS', access: EDIT, isReseller: true },
  { name: 'STATUS', access: EDIT, isReseller: true },
  { name: 'PARENT', access: EDIT, isReseller: true },
  { name: 'BILL_TO', access: EDIT, isReseller: true },
  { name: 'CURRENCY', access: EDIT, isReseller: true, isSetByReseller: true },
  { name: 'ENABLE_ORDERING', access: EDIT },
  { name: 'SEPARATE_INVOICES', access: EDIT },
  { name: 'RESPONSIBLE_USER', access: FULL },
  { name: 'PERMISSION_RULE', access: FULL },
  { name: 'CUSTOM_FIELDS', access: EDIT },
];

/** Of an account with `access` 1 to 3, `manager`, and whether it is a reseller's own, and pays for others. */
export function allowedActions({ status, manager, access, isResellersOwn, paysForOthers }) {
  const allowed = [];
  for (const action of ACTIONS) {
    if (status === 'DELETED' && !action.whenDeleted) continue;
    if (manager !== null && !action.whenManaged) continue;
    if (isResellersOwn && paysForOthers && action.sparesPayers) continue;
    if (access < action.access || status === action.pointlessWhen) continue;
    allowed.push(action.name);
  }
  return allowed;
}

export function lockedFields(account) {
  const locked = [];
  for (const field of FIELDS) if (isLocked(account, field)) locked.push(field.name);
  return locked;
}

function isLocked({ status, manager, access, isResellersOwn }, field) {
  if (status === 'DELETED') return true;
  if (manager !== null && field.isReseller) return true;
  return (isResellersOwn && field.isSetByReseller === true) || access < field.access;
}

export function optionsAreReadOnly(account) {
  return isLocked(account, FIELDS[4]);
}

export function ribbon(resellerName) {
  return `This account is managed by ${resellerName} Tenant Reseller`;
}
