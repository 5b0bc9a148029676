import { gapsOf } from '../../../src/domain/accounts/account';
import { driftOf } from '../../../src/domain/sync/drift';
import { aManagedAccount, aTenantReseller } from '../builders';

const drift = (account = aManagedAccount(), reseller = aTenantReseller(), duplicate = false) =>
  driftOf(account, reseller, gapsOf(account), duplicate);

test('a fresh copy has not drifted', () => {
  expect(drift()).toEqual([]);
});

test.each([
  ['A18: a currency that the reseller has left', {}, { currency: 'USD' }, false, 'CURRENCY_DIFFERS_FROM_RESELLER'],
  ['S7: no responsible user', { responsibleUserId: null }, {}, false, 'RESPONSIBLE_USER_UNSET'],
  ['S8: no sharing rule', { permissionRuleId: null }, {}, false, 'PERMISSION_RULE_UNSET'],
  ['A14: the e-mail or number of another account', {}, {}, true, 'POSSIBLE_DUPLICATE'],
] as const)('%s shows', (_what, account, reseller, duplicate, warning) => {
  expect(drift(aManagedAccount(account), aTenantReseller(reseller), duplicate)).toEqual([warning]);
});

test('all that holds is shown, in the order of the contract', () => {
  const account = aManagedAccount({ responsibleUserId: null, permissionRuleId: null });
  expect(drift(account, aTenantReseller({ currency: 'USD' }), true)).toEqual([
    'CURRENCY_DIFFERS_FROM_RESELLER',
    'RESPONSIBLE_USER_UNSET',
    'PERMISSION_RULE_UNSET',
    'POSSIBLE_DUPLICATE',
  ]);
});

test('a new name or separate invoices of the reseller are no drift', () => {
  const reseller = aTenantReseller({ name: 'Alpha Cloud', separateInvoices: false });
  expect(drift(aManagedAccount(), reseller)).toEqual([]);
});
