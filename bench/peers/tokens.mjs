import { importJWK, jwtVerify } from 'jose';
import { ALGORITHM, AUDIENCE, PEOPLE, SYNC } from '../load/issuer.mjs';

const MOST = 1_000;
const LONGEST_MS = 60_000;

/** Verifies bearer tokens and keeps what they say for a minute, as ours does: the same number, the oldest leaves first. */
export async function tokenVerifier(keys) {
  const trusted = {
    [PEOPLE]: { key: await importJWK(keys.people, ALGORITHM), callerOf: personOf },
    [SYNC]: { key: await importJWK(keys.sync, ALGORITHM), callerOf: syncOf },
  };
  const known = new Map();
  return async (authorization) => {
    if (!authorization?.startsWith('Bearer ')) throw new Error('No bearer token');
    const token = authorization.slice(7);
    const kept = known.get(token);
    if (kept !== undefined && Date.now() < kept.until) return kept.caller;
    const { iss } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
    const { key, callerOf } = trusted[iss];
    const { payload } = await jwtVerify(token, key, { issuer: iss, audience: AUDIENCE, algorithms: [ALGORITHM] });
    const caller = callerOf(payload);
    if (known.size >= MOST) known.delete(known.keys().next().value);
    known.set(token, { caller, until: Math.min(payload.exp * 1000, Date.now() + LONGEST_MS) });
    return caller;
  };
}

function personOf({ sub, groups = [], administrator = false }) {
  return { id: sub, groups, isAdministrator: administrator };
}

function syncOf({ sub, tenant_reseller_id: tenantResellerId }) {
  return { id: sub, groups: [], isAdministrator: false, tenantResellerId };
}
