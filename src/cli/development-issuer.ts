import { type Config, loadConfig } from '../config/config';
import type { LocalIssuer } from '../development/local-issuer/local-issuer';

const OFF =
  'The local development issuer is off, since PEOPLE_ISSUER and SYNC_ISSUER are configured. Tokens come from those issuers.';

/** The local issuer of the environment's data folder, and the rest of its configuration; throws where real issuers are configured. */
export async function openDevelopmentIssuer(
  env: NodeJS.ProcessEnv,
): Promise<{ readonly issuer: LocalIssuer; readonly config: Config }> {
  const config = loadConfig(env);
  if (config.issuers !== null) throw new Error(OFF);
  const { localKeysFolder, openLocalIssuer } = await import('../development/local-issuer/local-issuer.js');
  return { issuer: await openLocalIssuer(localKeysFolder(config.dataDir)), config };
}
