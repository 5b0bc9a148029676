import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

/** One of ours: the private key that signs, and the public one that anyone may have. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/**
 * The ES256 key of that name in the folder, made if it is not there. ES256 rather than EdDSA: Node 20 warns that its
 * Ed25519 is experimental.
 */
export async function openSigningKey(folder: string, name: string): Promise<SigningKey> {
  await mkdir(dirname(folder), { recursive: true });
  // Only this one is closed: the database's folder lies beside it and belongs to another user when root starts us.
  await mkdir(folder, { mode: 0o700 }).catch(unless('EEXIST'));
  await chmod(folder, 0o700);
  const path = join(folder, `${name}.jwk.json`);
  return (await readKey(path)) ?? (await makeKey(path));
}

async function makeKey(path: string): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  await writeOnce(path, `${JSON.stringify(await exportJWK(privateKey), null, 2)}\n`);
  const key = await readKey(path);
  if (key === null) throw new Error(`The key file ${path} vanished while it was being made`);
  return key;
}

/**
 * Whole or not at all (test/development/local-issuer/local-issuer.test.ts): the first link stands, and all read that one
 * back.
 */
async function writeOnce(path: string, content: string): Promise<void> {
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(draft, path).catch(unless('EEXIST'));
  } finally {
    await rm(draft, { force: true });
  }
}

async function readKey(path: string): Promise<SigningKey | null> {
  const content = (await readFile(path, 'utf8').catch(unless('ENOENT'))) ?? null;
  if (content === null) return null;
  try {
    const jwk = JSON.parse(content) as JWK;
    const { d: _private, ...publicJwk } = jwk;
    return { kid: await calculateJwkThumbprint(publicJwk), privateKey: await importPrivate(jwk), publicJwk };
  } catch {
    // The cause may quote the key, so it does not go along.
    throw new Error(
      `The key file ${path} is damaged. Delete it and a new key is made; tokens of the old one then fail.`,
    );
  }
}

async function importPrivate(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'ES256');
  if (key instanceof Uint8Array || key.type !== 'private') throw new Error('not a private key');
  return key;
}

/** Lets the one error pass that is expected. */
function unless(code: string): (error: unknown) => undefined {
  return (error) => {
    if ((error as NodeJS.ErrnoException).code === code) return undefined;
    throw error;
  };
}
