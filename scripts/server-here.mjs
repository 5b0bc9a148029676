import { built } from './built.mjs';

/**
 * What this folder's settings say of its server: where it has noted that it runs, what every gateway in front of it sends
 * along, and its development issuer.
 */
export function serverHere() {
  const { loadConfig, withEnvFile } = built('config/config.js');
  const { readServerFile } = built('server/server-file.js');
  const { openDevelopmentIssuer } = built('cli/development-issuer.js');
  const { GATEWAY_SECRET_HEADER } = built('server/exchange/gateway-secret.js');
  const env = withEnvFile(process.env);
  const { dataDir, gatewaySecret, issuers } = loadConfig(env);
  return {
    env,
    hasDevelopmentIssuer: issuers === null,
    openIssuer: async () => (await openDevelopmentIssuer(env)).issuer,
    gatewayHeaders: gatewaySecret === undefined ? {} : { [GATEWAY_SECRET_HEADER]: gatewaySecret },
    noted: () => readServerFile(dataDir),
  };
}
