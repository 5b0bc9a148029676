import { text } from '../engine/column';
import { table } from '../engine/table';

/** What changes one at a time, a row each, which whoever changes it locks. */
export const SERIALIZED_CHANGES = table(
  'serialized_changes',
  { what: text() },
  { primaryKey: ['pk_serialized_changes', 'what'] },
);
