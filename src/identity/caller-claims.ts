import type { JWTPayload } from 'jose';
import type { Person, ResellerSync } from '../domain/caller';
import { refusedToken as refused } from './refused-token';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LONGEST_NAME = 255;

/** The person that the claims of a verified token name. */
export function personOf(claims: JWTPayload): Person {
  const { groups = [], administrator = false } = claims;
  if (!Array.isArray(groups) || !groups.every(isName)) throw refused('claim "groups" must be a list of names');
  if (typeof administrator !== 'boolean') throw refused('claim "administrator" must be true or false');
  return {
    kind: administrator ? 'ADMINISTRATOR' : 'DISTRIBUTOR_USER',
    id: subjectOf(claims),
    groups,
    ...tokenIdOf(claims),
  };
}

/** The reseller's sync service that the claims of a verified token name. */
export function resellerSyncOf(claims: JWTPayload): ResellerSync {
  const { tenant_reseller_id: reseller } = claims;
  if (typeof reseller !== 'string' || !UUID.test(reseller)) {
    throw refused('claim "tenant_reseller_id" must be the UUID of a tenant reseller');
  }
  return {
    kind: 'RESELLER_SYNC',
    id: subjectOf(claims),
    tenantResellerId: reseller.toLowerCase(),
    ...tokenIdOf(claims),
  };
}

function subjectOf(claims: JWTPayload): string {
  if (!isName(claims.sub)) throw refused('claim "sub" must name the caller');
  return claims.sub;
}

/** The token's own id, which the audit keeps. A token need not have one. */
function tokenIdOf({ jti }: JWTPayload): { tokenId?: string } {
  if (jti === undefined) return {};
  if (!isName(jti)) throw refused('claim "jti" must be a short text');
  return { tokenId: jti };
}

/** Names end up in the database and in history lines: no control characters, no half characters, not endless. */
function isName(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length <= LONGEST_NAME && value.isWellFormed() && /^[^\p{Cc}]+$/u.test(value)
  );
}
