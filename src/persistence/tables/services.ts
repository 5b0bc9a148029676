import { searchVector, text, uuid } from '../engine/column';
import { table } from '../engine/table';

/** A service of the distributor's price list. */
export const SERVICES = table(
  'services',
  { id: uuid(), sku: text(), name: text(), search: searchVector() },
  { primaryKey: ['pk_services', 'id'], indexes: { ix_services_former_folding: null } },
);
