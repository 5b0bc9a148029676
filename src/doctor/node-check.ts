import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../config/package-root';
import { type Finding, fault, ok, warning } from './finding';

/** The lines that get no mends any more, by the last month in which they got some. */
const ENDED: Readonly<Record<string, string>> = { 20: 'April 2026' };

export async function lookAtNode(): Promise<Finding[]> {
  const manifest = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  return [nodeFinding(process.versions.node, manifest.engines.node)];
}

/** Of a version as 20.19.0, by what package.json says of `engines`. */
export function nodeFinding(version: string, engines: string): Finding {
  const [major = ''] = version.split('.');
  if (!engines.split('||').some((range) => isIn(version, range.trim()))) {
    return fault(`Node.js ${version}, where ${engines} is needed`, 'Install a newer one of these lines.');
  }
  const ended = ENDED[major];
  if (ended === undefined) return ok(`Node.js ${version}`);
  return warning(`Node.js ${version}, which got its last mends in ${ended}`, 'Take Node.js 22 or 24.');
}

/** What package.json uses of ranges: ^20.19, and >=24.11. */
function isIn(version: string, range: string): boolean {
  const [, operator = '', least = ''] = /^(\^|>=)([\d.]+)$/.exec(range) ?? [];
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number);
  if (operator === '^') return major === leastMajor && minor >= leastMinor;
  return operator === '>=' && (major > leastMajor || (major === leastMajor && minor >= leastMinor));
}
