import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { localKeysFolder, openLocalIssuer } from '../../../src/development/local-issuer/local-issuer';
import { createTokenVerifier } from '../../../src/identity/token-verifier';

const RESELLER = '0b5c7a52-8f0e-4c39-9d0a-5a1f6a2c9e11';

describe('the local development issuer', () => {
  let root: string;
  let folder: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'issuer-'));
    folder = localKeysFolder(join(root, 'data'));
  });

  afterEach(() => rmSync(root, { recursive: true }));

  test('keeps its private keys to the user who started it, and leaves the data folder above as open as it was', async () => {
    await openLocalIssuer(folder);

    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder).sort()).toEqual(['people.jwk.json', 'reseller-sync.jwk.json']);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, 'data')).mode & 0o777).toBe(0o777 & ~process.umask());
  });

  test('accepts after a restart the tokens that it gave before', async () => {
    const token = await (await openLocalIssuer(folder)).tokenForSync({ tenantResellerId: RESELLER });
    const verifier = createTokenVerifier((await openLocalIssuer(folder)).issuers());

    await expect(verifier.verify(token)).resolves.toMatchObject({ kind: 'RESELLER_SYNC' });
  });

  test('agrees on one pair of keys when many start at the same instant', async () => {
    const issuers = await Promise.all(Array.from({ length: 12 }, () => openLocalIssuer(folder)));

    const settings = new Set(issuers.map((issuer) => JSON.stringify(issuer.issuers())));
    expect(settings.size).toBe(1);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('has a key and a name each for people and for sync services, and publishes no private part', async () => {
    const { people, resellerSync } = (await openLocalIssuer(folder)).issuers();

    expect(people.issuer).toBe('urn:reseller-accounts:local:people');
    expect(resellerSync.issuer).toBe('urn:reseller-accounts:local:reseller-sync');
    expect(people.publicKey.x).not.toBe(resellerSync.publicKey.x);
    expect(people.publicKey).not.toHaveProperty('d');
    expect(resellerSync.publicKey).not.toHaveProperty('d');
  });

  test('gives tokens a life of 12 hours, or the one asked for, and an id each', async () => {
    const issuer = await openLocalIssuer(folder);
    const anna = { userId: 'anna', groups: ['billing'], administrator: false };
    const usual = decodeJwt(await issuer.tokenForPerson(anna));
    const brief = decodeJwt(await issuer.tokenForPerson({ ...anna, expiresIn: 60 }));

    expect((usual.exp ?? 0) - (usual.iat ?? 0)).toBe(12 * 60 * 60);
    expect((brief.exp ?? 0) - (brief.iat ?? 0)).toBe(60);
    expect(usual.jti).not.toBe(brief.jti);
  });

  test('says which key file is damaged and what to do, and repeats nothing of it', async () => {
    await openLocalIssuer(folder);
    const path = join(folder, 'people.jwk.json');
    const secret = JSON.parse(readFileSync(path, 'utf8')).d;
    writeFileSync(path, `{"kty":"EC","crv":"P-256","d":"${secret}"`);

    const failure = await openLocalIssuer(folder).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).toContain(path);
    expect(String(failure)).not.toContain(secret);
  });
});
