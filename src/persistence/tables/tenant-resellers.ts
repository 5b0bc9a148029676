import { TENANT_RESELLER_STATUSES } from '../../domain/vocabulary';
import { boolean, instant, isOneOf, oneOf, text, uuid } from '../engine/column';
import { table } from '../engine/table';
import { PRICE_LISTS } from './price-lists';

/** A reseller with a BSS of its own (S25). */
export const TENANT_RESELLERS = table(
  'tenant_resellers',
  {
    id: uuid(),
    name: text(),
    currency: text(),
    separateInvoices: boolean(),
    backOrderingActive: boolean().defaultValue(false),
    accountId: uuid(),
    status: oneOf(TENANT_RESELLER_STATUSES).defaultValue('ACTIVE'),
    createdAt: instant().default('now()'),
    updatedAt: instant().default('now()'),
    priceListId: uuid().nullable(),
  },
  {
    primaryKey: ['pk_tenant_resellers', 'id'],
    unique: { uq_tenant_resellers_account: ['accountId'] },
    checks: { ck_tenant_resellers_status: isOneOf('status', TENANT_RESELLER_STATUSES) },
    foreignKeys: { fk_tenant_resellers_price_list: [['priceListId'], PRICE_LISTS] },
  },
);
