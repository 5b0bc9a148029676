import { ownAccount } from '../../../src/domain/accounts/own-account';

const BARE = { id: 'a-1', name: 'Own', currency: 'EUR' };

test('an account of the distributor’s own begins with nothing but what is said of it', () => {
  expect(ownAccount(BARE)).toEqual({
    ...BARE,
    accountingNo: null,
    email: null,
    billingAddress: null,
    synchronizationOptions: [],
    status: 'ACTIVE',
    enableOrdering: false,
    separateInvoices: true,
    parentId: null,
    billToId: null,
    responsibleUserId: null,
    permissionRuleId: null,
    customFields: {},
    management: null,
    deletionDate: null,
  });
});

test('what is said of it is kept', () => {
  const said = {
    ...BARE,
    accountingNo: 'A-1',
    email: 'own@own.example',
    enableOrdering: true,
    separateInvoices: false,
    parentId: 'a-0',
    billToId: 'a-0',
    responsibleUserId: 'anna',
    permissionRuleId: 'r-1',
    customFields: { Region: 'North' },
  };
  expect(ownAccount(said)).toMatchObject(said);
});
