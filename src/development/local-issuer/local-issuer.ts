import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type JWTPayload, SignJWT } from 'jose';
import type { PublicKeyIssuer } from '../../identity/issuer-settings';
import { openSigningKey, type SigningKey } from './key-file';

const PEOPLE = 'urn:reseller-accounts:local:people';
const RESELLER_SYNC = 'urn:reseller-accounts:local:reseller-sync';
const AUDIENCE = 'reseller-accounts';
const TWELVE_HOURS = 12 * 60 * 60;

/** A person that a token is wanted for. */
export interface PersonTokenRequest {
  readonly userId: string;
  readonly groups: readonly string[];
  readonly administrator: boolean;
  /** Seconds. */
  readonly expiresIn?: number;
}

/** A reseller's sync service that a token is wanted for. */
export interface SyncTokenRequest {
  readonly tenantResellerId: string;
  /** The name of the service; made from the reseller's id if left out. */
  readonly service?: string;
  /** Seconds. */
  readonly expiresIn?: number;
}

/** Vouches for whomever the holder of the data folder names. Not in production (test/config/config-database.test.ts). */
export interface LocalIssuer {
  tokenForPerson(request: PersonTokenRequest): Promise<string>;
  tokenForSync(request: SyncTokenRequest): Promise<string>;
  /** What a verifier needs to accept these tokens. */
  issuers(): { readonly people: PublicKeyIssuer; readonly resellerSync: PublicKeyIssuer };
}

/** Where the local issuer's keys lie: beside the database's folder, never in it. */
export function localKeysFolder(dataDir: string): string {
  return join(dataDir, 'keys');
}

/** Opens the development issuer on its keys; the first start makes them. People and sync services have a key each. */
export async function openLocalIssuer(keysFolder: string): Promise<LocalIssuer> {
  const people = await openSigningKey(keysFolder, 'people');
  const resellerSync = await openSigningKey(keysFolder, 'reseller-sync');
  return {
    tokenForPerson: ({ userId, groups, administrator, expiresIn }) =>
      sign(people, PEOPLE, userId, { groups: [...groups], administrator }, expiresIn),
    tokenForSync: ({ tenantResellerId, service = `sync-${tenantResellerId}`, expiresIn }) =>
      sign(resellerSync, RESELLER_SYNC, service, { tenant_reseller_id: tenantResellerId }, expiresIn),
    issuers: () => ({ people: settings(people, PEOPLE), resellerSync: settings(resellerSync, RESELLER_SYNC) }),
  };
}

function sign(key: SigningKey, issuer: string, subject: string, claims: JWTPayload, expiresIn = TWELVE_HOURS) {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: key.kid })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setSubject(subject)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + expiresIn)
    .sign(key.privateKey);
}

function settings(key: SigningKey, issuer: string): PublicKeyIssuer {
  return { kind: 'publicKey', issuer, audience: AUDIENCE, publicKey: key.publicJwk, algorithms: ['ES256'] };
}
