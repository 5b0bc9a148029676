import { reachable } from '../server/listen';
import { loadOpenTelemetry, MissingTracerError } from '../telemetry/open-tracing';
import { type Finding, fault, ok, skipped } from './finding';
import type { Patient } from './patient';
import { placeFinding } from './server-check';

/** Longer than a scrape takes. */
const PATIENCE_MS = 4_000;
/** What all that is counted begins with. */
const OURS = /^reseller_accounts_/m;

/** Whether the port that metrics are to have of their own can be had. */
export async function lookAtMetrics({ config: { metrics }, without }: Patient): Promise<Finding[]> {
  if (without.has('METRICS_PORT') || without.has('METRICS_HOST')) return [skipped('its settings are at fault')];
  if (metrics === null) return [ok('none are wanted')];
  const { place, token } = metrics;
  if (place === null) return [ok('on the port of the API, for who has the token')];
  const { host, port } = place;
  if (port === 0) return [ok('on a port that is free')];
  return [
    await placeFinding(place, 'METRICS_PORT', '', () => answer(`http://${reachable(host)}:${port}/metrics`, token)),
  ];
}

/** Null when it is not our server that answers there. */
async function answer(url: string, token: string | undefined): Promise<Finding | null> {
  try {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    return response.status === 200 && OURS.test(await response.text()) ? ok(`${url} answers`) : null;
  } catch {
    return null;
  }
}

/** Whether what sends traces is installed, where some are to be sent: a server does not start otherwise. */
export async function lookAtTraces({ config: { tracing } }: Patient): Promise<Finding[]> {
  if (tracing === null) return [ok('none are wanted')];
  try {
    await loadOpenTelemetry();
    return [ok(`what sends them to ${new URL(tracing.url).host} is installed`)];
  } catch (error) {
    if (!(error instanceof MissingTracerError)) throw error;
    const [, found = '', advice = ''] = /^\w+: (.*?)\. (.*)$/s.exec(error.message) ?? [];
    return [fault(found, advice)];
  }
}
