import type { Fetch, Viewer } from 'reseller-accounts-client';
import { type ConnectionOptions, connect, readToken } from './connection.ts';
import { EXIT } from './exit-codes.ts';
import { adviceOn } from './stopped.ts';
import type { Output } from './sync-command.ts';

/** One thing that was looked at; `todo` when something is to be done about it. */
interface Finding {
  readonly what: string;
  readonly found: string;
  readonly todo?: string;
}

const REACH_MS = 10_000;
/** What a token's times are taken with a grain of salt by. */
const CLOCK_MS = 5_000;
const SOON_MS = 600_000;

/** `check`: whether a sync could begin, and what to do where it could not. */
export async function check(options: ConnectionOptions, { stdout }: Output): Promise<number> {
  const findings = [...tokenFindings(readToken(options.tokenFile), Date.now()), ...(await serverFindings(options))];
  for (const { what, found, todo } of findings) {
    stdout(`${todo === undefined ? 'ok   ' : 'WRONG'} ${what.padEnd(14)} ${found}\n`);
    if (todo !== undefined) stdout(`      ${' '.repeat(14)} → ${todo}\n`);
  }
  return findings.some(({ todo }) => todo !== undefined) ? EXIT.COULD_NOT_GO_ON : EXIT.ALL_TAKEN;
}

function tokenFindings(token: string, now: number): Finding[] {
  const claims = claimsOf(token);
  if (claims === null) {
    return [{ what: 'token', found: 'it is no JWT', todo: 'Write the token, and nothing else, into the token file.' }];
  }
  const { iss, exp, tenant_reseller_id: reseller } = claims;
  const findings: Finding[] = [
    { what: 'token', found: `of the issuer ${String(iss)}, for reseller ${String(reseller)}` },
  ];
  if (typeof reseller !== 'string') {
    findings.push({
      what: 'token kind',
      found: 'it names no tenant reseller',
      todo: "It is a person's, or of another service: take that of the reseller's sync service.",
    });
  }
  const left = typeof exp === 'number' ? exp * 1000 - now : Number.NaN;
  const found = Number.isNaN(left)
    ? 'it does not say until when it is good'
    : `it ${left > 0 ? 'expires in' : 'expired before'} ${span(left)}`;
  const todo = left > SOON_MS ? {} : { todo: 'Get a new one, and let what writes the token file do so in time.' };
  return [...findings, { what: 'token expiry', found, ...todo }];
}

function claimsOf(token: string): Record<string, unknown> | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return typeof claims === 'object' ? (claims as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

async function serverFindings(options: ConnectionOptions): Promise<Finding[]> {
  const seen: { date: string | null; ms: number } = { date: null, ms: 0 };
  const client = connect(options, { fetch: watching(seen), timeoutMs: REACH_MS, retry: { giveUpAfterMs: 0 } });
  try {
    const viewer = await client.viewer();
    const findings = [
      { what: 'server', found: `${options.url} answers in ${seen.ms} ms` },
      clock(seen.date),
      ...who(viewer),
    ];
    if (viewer.tenantReseller === null) return findings;
    const { openProblems, refusedLastDay } = await client.syncHealth();
    return [
      ...findings,
      { what: 'limits', found: '500 customers and 16 MiB a call, 100 subscriptions each: this program keeps them' },
      {
        what: 'inbox',
        found: `${openProblems} open problems, ${refusedLastDay} refusals of the last day: see "problems"`,
      },
    ];
  } catch (error) {
    const [found = '', todo = ''] = adviceOn(error).split('\n');
    return [{ what: 'server', found, todo }, ...(seen.date === null ? [] : [clock(seen.date)])];
  }
}

/** What answers, refused or not, says what time it is. */
function watching(seen: { date: string | null; ms: number }): Fetch {
  return async (url, init) => {
    const startedAt = performance.now();
    const response = await fetch(url, init);
    seen.ms = Math.round(performance.now() - startedAt);
    seen.date = response.headers.get('date');
    return response;
  };
}

function clock(date: string | null): Finding {
  const ahead = date === null ? Number.NaN : Date.now() - Date.parse(date);
  if (Number.isNaN(ahead)) return { what: 'clock', found: 'the server does not say what time it is' };
  // The header has whole seconds.
  if (ahead > -CLOCK_MS && ahead < CLOCK_MS + 1_000)
    return { what: 'clock', found: "within a few seconds of the server's" };
  const found = `${span(ahead)} ${ahead > 0 ? 'ahead of' : 'behind'} the server's`;
  return { what: 'clock', found, todo: 'Set the clock by NTP: tokens of the future, or of the past, are refused.' };
}

function who({ kind, id, tenantReseller }: Viewer): Finding[] {
  if (tenantReseller === null) {
    return [{ what: 'caller', found: `${kind} ${id}`, todo: "Take the token of the reseller's sync service." }];
  }
  const { name, currency, status, backOrderingActive } = tenantReseller;
  const stopped =
    status === 'SUSPENDED'
      ? 'Ask the distributor: nothing is taken until it is lifted.'
      : status === 'ENDED'
        ? 'Stop sending: the business is over.'
        : undefined;
  return [
    { what: 'caller', found: `the sync of ${name}, billed in ${currency}` },
    { what: 'reseller', found: status, ...(stopped === undefined ? {} : { todo: stopped }) },
    {
      what: 'back-ordering',
      found: backOrderingActive ? 'active' : 'not active yet: customers that are not here are refused',
      ...(backOrderingActive ? {} : { todo: 'Let the distributor activate it; until then try with --dry-run.' }),
    },
  ];
}

function span(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7_200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3_600)} h`;
}
