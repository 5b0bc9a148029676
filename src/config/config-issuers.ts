import {
  type IssuerSettings,
  SIGNING_ALGORITHMS,
  type SigningAlgorithm,
  type TrustedIssuers,
} from '../identity/issuer-settings';
import { algorithmsOf } from '../identity/public-key';
import { isSet, type Values, type VariableName } from './config-variables';

const ONE_DAY = 24 * 60 * 60;
const SIDES = ['PEOPLE', 'SYNC'] as const;
type Side = (typeof SIDES)[number];
const PARTS = ['ISSUER', 'JWKS_URL', 'PUBLIC_KEY', 'AUDIENCE', 'ALGORITHMS', 'MAX_TOKEN_AGE'] as const;
const NEITHER = '(both issuers or neither; neither: the local development issuer)';

/** The two issuers that are configured; null when there is no word of any. What is wrong is added to `faults`. */
export function issuersOf(values: Values, env: NodeJS.ProcessEnv, faults: string[]): TrustedIssuers | null {
  const isConfigured = SIDES.some((side) => PARTS.some((part) => isSet(env, `${side}_${part}`)));
  if (!isConfigured) return null;
  const people = issuerOf('PEOPLE', values, env, faults);
  const resellerSync = issuerOf('SYNC', values, env, faults);
  if (values.PEOPLE_ISSUER !== undefined && values.PEOPLE_ISSUER === values.SYNC_ISSUER) {
    faults.push(
      'SYNC_ISSUER: got the same as PEOPLE_ISSUER, expected another, since it decides the kind of the caller',
    );
  }
  return people === null || resellerSync === null ? null : { people, resellerSync };
}

function issuerOf(side: Side, values: Values, env: NodeJS.ProcessEnv, faults: string[]): IssuerSettings | null {
  const has = (part: (typeof PARTS)[number]) => isSet(env, `${side}_${part}` satisfies VariableName);
  if (!has('ISSUER')) faults.push(`${side}_ISSUER: not set, expected the exact "iss" of the tokens ${NEITHER}`);
  if (!has('AUDIENCE')) faults.push(`${side}_AUDIENCE: not set, expected the "aud" of the tokens ${NEITHER}`);
  if (has('JWKS_URL') === has('PUBLIC_KEY')) {
    const got = has('JWKS_URL') ? 'both set' : 'neither set';
    faults.push(`${side}_JWKS_URL, ${side}_PUBLIC_KEY: ${got}, expected one of them ${NEITHER}`);
  }
  const publicKey = values[`${side}_PUBLIC_KEY`];
  const jwksUrl = values[`${side}_JWKS_URL`];
  const wanted = values[`${side}_ALGORITHMS`] ?? SIGNING_ALGORITHMS;
  const algorithms = publicKey === undefined ? wanted : fitting(side, publicKey, wanted, faults);
  const issuer = values[`${side}_ISSUER`];
  const audience = values[`${side}_AUDIENCE`];
  if (issuer === undefined || audience === undefined) return null;

  const pins = { issuer, audience, algorithms, maxTokenAgeSeconds: values[`${side}_MAX_TOKEN_AGE`] ?? ONE_DAY };
  if (publicKey !== undefined) return { kind: 'publicKey', publicKey, ...pins };
  return jwksUrl === undefined ? null : { kind: 'keySet', jwksUrl, ...pins };
}

function fitting(
  side: Side,
  key: NonNullable<Values['PEOPLE_PUBLIC_KEY']>,
  wanted: readonly SigningAlgorithm[],
  faults: string[],
): readonly SigningAlgorithm[] {
  const algorithms = algorithmsOf(key).filter((algorithm) => wanted.includes(algorithm));
  if (algorithms.length === 0) {
    faults.push(`${side}_PUBLIC_KEY: its kind or length does not do, expected a key for ${wanted.join(', ')}`);
  }
  return algorithms;
}
