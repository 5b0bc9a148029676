import { types } from 'node:util';

const { isNativeError } = types;

const INTERNAL = 'XX000';
const DUPLICATE = new Set(['42710', '23505']);

/**
 * Roles belong to the whole server: another set-up, of another database of it, writes them at the same instant. Postgres
 * has no code of its own for that; what was begun goes through when it is tried again.
 */
export function isRoleCollision(error: unknown): boolean {
  if (!isNativeError(error) || !('code' in error) || typeof error.code !== 'string') return false;
  if (error.code === INTERNAL) return /concurrently (updated|deleted)/.test(error.message);
  return DUPLICATE.has(error.code) && /reseller_accounts_|pg_authid/.test(error.message);
}
