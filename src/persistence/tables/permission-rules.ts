import { instant, text, uuid } from '../engine/column';
import { table } from '../engine/table';

/** A sharing rule (S8). */
export const PERMISSION_RULES = table(
  'permission_rules',
  { id: uuid(), name: text(), createdAt: instant().default('now()') },
  { primaryKey: ['pk_permission_rules', 'id'] },
);
