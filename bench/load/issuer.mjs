import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const [PEOPLE, SYNC] = ['urn:bench:people', 'urn:bench:reseller-sync'];
export const AUDIENCE = 'reseller-accounts';
export const ALGORITHM = 'ES256';

/** Vouches for the callers of a run; its keys are in no file. */
export async function openIssuer() {
  const [people, sync] = await Promise.all([0, 1].map(() => generateKeyPair(ALGORITHM, { extractable: true })));
  return {
    keys: { people: await exportJWK(people.publicKey), sync: await exportJWK(sync.publicKey) },
    tokenOfPerson: ({ id, groups, isAdministrator }) =>
      sign(people, PEOPLE, id, { groups, administrator: isAdministrator }),
    tokenOfSync: (tenantResellerId) =>
      sign(sync, SYNC, `sync-${tenantResellerId}`, { tenant_reseller_id: tenantResellerId }),
  };
}

function sign({ privateKey }, issuer, subject, claims) {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setSubject(subject)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime('12h')
    .sign(privateKey);
}
