import { text, uuid } from '../engine/column';
import { table } from '../engine/table';

/** What the distributor charges some of its tenant resellers (S27). */
export const PRICE_LISTS = table(
  'price_lists',
  { id: uuid(), code: text(), name: text() },
  { primaryKey: ['pk_price_lists', 'id'], unique: { uq_price_lists_code: ['code'] } },
);
