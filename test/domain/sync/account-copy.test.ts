import { sourceIdentityKey } from '../../../src/domain/identifiers';
import { copyOf, copyWarnings } from '../../../src/domain/sync/account-copy';
import { ALPHA_ID, ALPHAS_ACCOUNT_ID, anOption, aSnapshot, aTenantReseller } from '../builders';

const ADDRESS = {
  line1: 'Main Street 1',
  line2: null,
  city: 'Berlin',
  region: null,
  postalCode: '10115',
  country: 'DE',
};

test('a copy has what the product says of it, and nothing else (S2-S10)', () => {
  const customer = aSnapshot({
    name: 'Café GmbH',
    accountingNo: 'A-9',
    email: 'info@cafe.example',
    billingAddress: ADDRESS,
    synchronizationOptions: [anOption('M365')],
    status: 'SUSPENDED',
    sourceVersion: 7n,
    currency: 'GBP',
  });
  expect(copyOf(customer, aTenantReseller())).toEqual({
    id: sourceIdentityKey(ALPHA_ID, 'c-1'),
    name: 'Café GmbH',
    accountingNo: 'A-9',
    email: 'info@cafe.example',
    billingAddress: ADDRESS,
    synchronizationOptions: [anOption('M365')],
    status: 'SUSPENDED',
    currency: 'EUR',
    enableOrdering: true,
    separateInvoices: true,
    parentId: ALPHAS_ACCOUNT_ID,
    billToId: ALPHAS_ACCOUNT_ID,
    // The database fills these in: the sync is not told them.
    responsibleUserId: null,
    permissionRuleId: null,
    customFields: {},
    management: {
      tenantResellerId: ALPHA_ID,
      sourceAccountId: 'c-1',
      sourceVersion: 7n,
      snapshotVersion: 7n,
      origin: 'COPIED_FROM_RESELLER',
    },
    deletionDate: null,
  });
});

test('currency and Separate Invoices are those of the reseller, whatever they are (S6, S10)', () => {
  const reseller = aTenantReseller({ currency: 'USD', separateInvoices: false });
  expect(copyOf(aSnapshot({ currency: 'EUR' }), reseller)).toMatchObject({
    currency: 'USD',
    separateInvoices: false,
    enableOrdering: true,
  });
});

test('a customer without number, e-mail, address and options is copied without them', () => {
  const bare = aSnapshot({ accountingNo: null, email: null });
  expect(copyOf(bare, aTenantReseller())).toMatchObject({
    accountingNo: null,
    email: null,
    billingAddress: null,
    synchronizationOptions: [],
  });
});

test.each([
  [{ lacksResponsibleUser: false, lacksPermissionRule: false }, []],
  [{ lacksResponsibleUser: true, lacksPermissionRule: false }, ['RESPONSIBLE_USER_UNSET']],
  [{ lacksResponsibleUser: false, lacksPermissionRule: true }, ['PERMISSION_RULE_UNSET']],
  [{ lacksResponsibleUser: true, lacksPermissionRule: true }, ['RESPONSIBLE_USER_UNSET', 'PERMISSION_RULE_UNSET']],
])('API options that leave unset %j give the warnings %j (S7, S8)', (gaps, warnings) => {
  expect(copyWarnings(gaps)).toEqual(warnings);
});
