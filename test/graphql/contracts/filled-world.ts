import { aContact } from '../../support/contacts';
import { aCreditDesk } from '../../support/credits';
import { announce, invoice } from '../../support/moves';
import { aCode, anEntry, savePriceList, updateReseller } from '../../support/price-lists';
import { relate } from '../../support/relations';
import {
  aCustomer,
  admin,
  aPaidSubscription,
  aReseller,
  copy,
  record,
  type Setup,
  setUpResellers,
} from '../../support/resellers';
import { aBilledAccount, sell } from '../../support/transfers';
import { aUser, type World } from '../../support/world';

/** Who sees what is filled here; each has a group, so that there is one to be told. */
export const CALLERS = {
  portal: aUser('anna', 'billing'),
  admin: { ...admin, groups: ['administration'], tokenId: 'token-1' },
};

/** A world in which everything that anybody can be told is there to be told. */
export interface FilledWorld {
  readonly setup: Setup;
  /** A customer of Alpha's, with all that an account can have, which is about to move. */
  readonly customer: string;
  readonly sourceAccountId: string;
  /** Another one, which has drifted in every way and owes something. */
  readonly drifted: string;
  /** An account of the distributor's own, with sales. */
  readonly own: string;
  readonly invoiceId: string;
  readonly creditNoteId: string;
}

const SENT = { systemCode: 'MAIL', key: 'tenant', value: 't-1' };

export async function fillWorld(world: World): Promise<FilledWorld> {
  const does = async (mutation: string, input: unknown) =>
    expect(await world.mutate(CALLERS.admin, mutation, input)).toEqual({ userErrors: [] });
  world.now = new Date('2026-06-15T12:00:00Z');
  const setup = await setUpResellers(world);
  const { alpha } = setup;
  const { list } = await savePriceList(world, aCode(), [anEntry({ validFrom: '2026-06-15' })]);
  await updateReseller(world, alpha, { priceListId: list.id });
  const definition = { code: 'area', label: 'Area', type: 'CHOICE', required: false, options: ['North', 'South'] };
  await does('saveCustomFieldDefinition', { ...definition, defaultValue: 'North' });

  const sourceAccountId = 'filled';
  const snapshot = aCustomer(sourceAccountId, {
    billingAddress: { ...aCustomer().billingAddress, line2: 'Yard', region: 'Berlin' },
    synchronizationOptions: [SENT],
  });
  const state = { sourceVersion: '1', startDate: '2026-01-01' };
  const customer = await copy(world, alpha, snapshot);
  await record(world, alpha, snapshot, aPaidSubscription('s-2', state));
  const desk = aCreditDesk(world, alpha);
  await does('generateInvoices', { accountId: customer });
  const issued = await desk.byHand(customer);
  const { invoice: note } = await desk.credit(issued, ['10']);
  // It was shorter than what is invoiced.
  await record(
    world,
    alpha,
    snapshot,
    aPaidSubscription('s-2', { ...state, sourceVersion: '2', endDate: '2026-03-31' }),
  );
  await aContact(world, customer);
  await relate(world, customer);
  await does('updateAccount', {
    accountId: customer,
    customFields: [{ code: 'area', value: 'South' }],
  });

  const own = await aBilledAccount(world, alpha, { email: snapshot.email, enableOrdering: true });
  const lines = [{ sku: 'MAIL', billingPeriod: 'MONTHLY', quantity: 1 }];
  await does('createOffer', { accountId: own, title: 'Offer', lines });
  await sell(world, own);

  const drifted = await copy(world, alpha, aCustomer('drifted', { email: snapshot.email }));
  await does('updateAccount', {
    accountId: drifted,
    responsibleUserId: null,
    permissionRuleId: null,
  });
  const terms = { currency: 'EUR', separateInvoices: true };
  await announce(world, await aReseller(world, { name: 'Gamma', ...terms }), customer, 'elsewhere');
  await aBilledAccount(world, await aReseller(world, { name: 'Idle', ...terms, live: false })).then((id) =>
    sell(world, id),
  );

  // One event is refused and taken later, another one is still refused.
  const refused = (sku: string) => record(world, alpha, snapshot, aPaidSubscription('s-3', { sku }));
  await refused('LATER');
  const prices = [{ currency: 'EUR', billingPeriod: 'MONTHLY', amount: '1.00' }];
  await does('saveService', { sku: 'LATER', name: 'Later', prices });
  await refused('LATER');
  await record(world, alpha, snapshot, aPaidSubscription('s-4', { sku: 'NEVER' }));
  await updateReseller(world, alpha, { currency: 'USD' });
  await invoice(world, own);
  return { setup, customer, sourceAccountId, drifted, own, invoiceId: issued.id, creditNoteId: note.id };
}
