import type { Logger } from 'pino';
import type { Config } from '../config/config';
import type { LocalIssuer } from '../development/local-issuer/local-issuer';
import { createTokenVerifier, type TokenVerifier } from '../identity/token-verifier';

/** Whose tokens are taken. */
export interface Identity {
  readonly issuer: LocalIssuer | null;
  readonly verifier: TokenVerifier;
}

/** Issuers that are configured put the local one out: it makes no keys, and its tokens are those of a stranger. */
export async function openIdentity(
  { issuers, dataDir }: Pick<Config, 'issuers' | 'dataDir'>,
  logger: Logger,
  onKeysFailure: (side: 'people' | 'sync') => void = () => undefined,
): Promise<Identity> {
  if (issuers === null) {
    const issuer = await openIssuer(dataDir);
    return { issuer, verifier: createTokenVerifier(issuer.issuers()) };
  }
  const verifier = createTokenVerifier(issuers, (issuer, err) => {
    logger.warn({ issuer, err }, 'the keys of an issuer could not be had');
    onKeysFailure(issuer === issuers.people.issuer ? 'people' : 'sync');
  });
  // The first callers need not wait for them. Without them we start all the same, and `/readyz` is red.
  await verifier.isReady();
  return { issuer: null, verifier };
}

/** The local issuer, whose keys are made where there are none. */
export async function openIssuer(dataDir: string): Promise<LocalIssuer> {
  const { localKeysFolder, openLocalIssuer } = await import('../development/local-issuer/local-issuer.js');
  return openLocalIssuer(localKeysFolder(dataDir));
}
