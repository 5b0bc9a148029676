import { stat } from 'node:fs/promises';
import { type Finding, fault, ok, warning } from './finding';
import type { Patient } from './patient';

/** What lets somebody in, or may. */
const SECRETS = /(DATABASE_URL|PASSWORD|SECRET|TOKEN|OTLP_HEADERS)$|_OTLP_(.*_)?ENDPOINT$/;

export async function lookAtSettings({ env, config, faults }: Patient): Promise<Finding[]> {
  if (faults.length > 0) return faults.map((one) => fault(one, 'Correct it: README.md has all settings.'));
  const found: Finding[] = [];
  const isProduction = env.NODE_ENV === 'production';
  if (!isProduction && config.issuers !== null && config.database.kind === 'external') {
    found.push(
      warning(
        'NODE_ENV is not production, though the database and the issuers are your own',
        'Set NODE_ENV=production: what only development may do is refused then.',
      ),
    );
  }
  if (isProduction) {
    const open = (['GATEWAY_SECRET', 'SYNC_GATEWAY_SECRET'] as const).filter((name) => !(env[name] ?? '').trim());
    if (open.length > 0) {
      found.push(
        warning(
          `${open.join(' and ')} ${open.length > 1 ? 'are' : 'is'} not set: whoever reaches the port may ask past the gateway`,
          'Set them here and in what stands in front, or see that nobody else reaches the port.',
        ),
      );
    }
  }
  return found.length > 0 ? found : [ok('nothing is wrong with them')];
}

/** Who can read it has what it holds. */
export async function lookAtEnvFile({ env }: Patient, path = '.env'): Promise<Finding[]> {
  const file = await stat(path).catch(() => null);
  if (file === null) return [ok('there is none here: all comes from the environment')];
  const isOpen = (file.mode & 0o077) !== 0;
  if (!isOpen || !Object.keys(env).some((name) => SECRETS.test(name) && env[name])) {
    return [ok(isOpen ? 'it holds no secret' : 'only its owner may read it')];
  }
  return [warning(`others may read ${path}, and it may hold secrets`, `chmod 600 ${path}`)];
}
