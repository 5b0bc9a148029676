import { loadConfig } from '../config';
import { type LocalIssuer, localKeysFolder, openLocalIssuer } from '../identity/local-issuer';

const OFF =
  'The local development issuer is off, since PEOPLE_ISSUER and SYNC_ISSUER are configured. Tokens come from those issuers.';

/** The local issuer of the environment's data folder; throws where real issuers are configured. */
export async function openDevelopmentIssuer(
  env: NodeJS.ProcessEnv,
): Promise<{ readonly issuer: LocalIssuer; readonly dataDir: string }> {
  const { dataDir, issuers } = loadConfig(env);
  if (issuers !== null) throw new Error(OFF);
  return { issuer: await openLocalIssuer(localKeysFolder(dataDir)), dataDir };
}
