import type { IssuerSettings } from '../identity/issuer-settings';
import { algorithmsOf } from '../identity/public-key';
import { readKeySet } from '../identity/remote-keys';
import { clockFinding } from './clock-check';
import { type Finding, fault, ok, skipped, warning } from './finding';
import type { Patient } from './patient';

/** A header tells whole seconds, cut off. */
const HEADER_WITHIN_MS = 1_000;

export async function lookAtIssuer({ config, without }: Patient, side: 'people' | 'resellerSync'): Promise<Finding[]> {
  if (config.issuers === null) {
    const isAtFault = [...without].some((name) => /_(ISSUER|JWKS_URL|PUBLIC_KEY|AUDIENCE|ALGORITHMS)$/.test(name));
    return [isAtFault ? skipped('its settings are at fault') : ok('the local development issuer')];
  }
  const issuer = config.issuers[side];
  // Whether it can be read, and for what, was seen with the settings.
  if (issuer.kind === 'publicKey') return [ok(`one public key, for ${issuer.algorithms.join(', ')}`)];
  return keySetFindings(issuer);
}

async function keySetFindings({
  issuer,
  jwksUrl,
  algorithms,
}: Extract<IssuerSettings, { kind: 'keySet' }>): Promise<Finding[]> {
  const askedAt = Date.now();
  try {
    const { keys, answeredAt } = await readKeySet(jwksUrl);
    const now = Date.now();
    const usable = keys.filter((key) => algorithmsOf(key).some((algorithm) => algorithms.includes(algorithm)));
    const clock = answeredAt === null ? null : headerClock(issuer, answeredAt, askedAt, now);
    return [
      usable.length > 0
        ? ok(`${usable.length} of ${keys.length} published keys can check ${algorithms.join(', ')}`)
        : fault(
            `none of ${keys.length} published keys can check ${algorithms.join(', ')}`,
            'Is it the right key set? Name the algorithms that the issuer signs by; keys for encryption do not count.',
          ),
      ...(clock === null || clock.verdict === 'ok' ? [] : [clock]),
    ];
  } catch (error) {
    return [
      fault(
        `its keys are not to be had from ${new URL(jwksUrl).host}: ${reasonOf(error)}`,
        'Is the URL right, and may this machine reach it? No redirect is followed.',
      ),
    ];
  }
}

function headerClock(issuer: string, answeredAt: Date, askedAt: number, now: number): Finding {
  const ours = (askedAt + now) / 2 - HEADER_WITHIN_MS / 2;
  const finding = clockFinding(issuer, answeredAt.getTime() - ours, HEADER_WITHIN_MS / 2 + (now - askedAt) / 2);
  // A cache in between may have kept the answer: no reason to call it broken.
  return finding.verdict === 'fault' ? warning(finding.found, finding.advice ?? '') : finding;
}

/** fetch itself says only that it failed. */
function reasonOf(error: unknown): string {
  const { message = String(error), cause } = error as { message?: string; cause?: unknown };
  const { code, message: below } = (cause ?? {}) as { code?: string; message?: string };
  return code ?? below ?? message.split('\n')[0] ?? '';
}
