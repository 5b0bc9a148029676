import type { TestDatabase } from '../support/cluster';

/** The settings of two issuers that publish their keys at one address. */
export function issuersEnvironment(jwksUrl: string): NodeJS.ProcessEnv {
  const side = (name: string) => ({
    [`${name}_ISSUER`]: `https://${name.toLowerCase()}.example`,
    [`${name}_JWKS_URL`]: jwksUrl,
    [`${name}_AUDIENCE`]: 'accounts',
    [`${name}_ALGORITHMS`]: 'ES256',
  });
  return { ...side('PEOPLE'), ...side('SYNC') };
}

/** An environment as an operator has it. */
export function operatorsEnvironment(
  { portalUrl, syncUrl }: Pick<TestDatabase, 'portalUrl' | 'syncUrl'>,
  jwksUrl: string,
): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'production',
    PORT: '0',
    DATABASE_URL: portalUrl,
    SYNC_DATABASE_URL: syncUrl,
    GATEWAY_SECRET: 'sixteen-letters!',
    SYNC_GATEWAY_SECRET: 'sixteen-letters!',
    ...issuersEnvironment(jwksUrl),
  };
}
