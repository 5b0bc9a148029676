import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { serverHere } from '../../scripts/server-here.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Whatever ends us, be it without a word, ends the server too. */
const WITH_PARENT = new URL('end-with-parent.mjs', import.meta.url).href;
const START_MS = 180_000;
const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 10_000;

/**
 * The server to look at: the one that is named, else the one that runs here, else one that is started for as long as the
 * page is served: `started` is told at once what stops that one. Identities are those that the issuer of this machine
 * vouches for, where the server believes it; else null.
 */
export async function findSubgraph(url, started) {
  const here = serverHere();
  const noted = await here.noted();
  const running = noted !== null && (await answers(noted.url)) ? noted.url : null;
  if (url !== null && !isSame(url, running)) return { url, headers: {}, identities: null };
  const found = running ?? (await start(here, started));
  return { url: found, headers: here.gatewayHeaders, identities: await identitiesHere(here, found) };
}

async function identitiesHere({ hasDevelopmentIssuer, openIssuer, gatewayHeaders }, url) {
  if (!hasDevelopmentIssuer) return null;
  // What makes tokens is loaded where it may be used, and nowhere else.
  const { identitiesOf } = await import('./identities.mjs');
  const issuer = await openIssuer();
  // Whenever somebody asks: while the example is loaded, resellers come.
  return async () => {
    const token = await issuer.tokenForPerson({ userId: 'admin', groups: [], administrator: true, expiresIn: 60 });
    return identitiesOf(issuer, await readResellers(url, { ...gatewayHeaders, authorization: `Bearer ${token}` }));
  };
}

async function readResellers(url, headers) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: '{ tenantResellers(first: 3) { edges { node { id name } } } }' }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const { data } = await response.json();
  // A server that is stopping says nothing of them.
  return data?.tenantResellers?.edges.map(({ node }) => node) ?? [];
}

/** Starts the built server with the settings of this folder, on a free port unless one is given; where it is. */
async function start({ env, noted }, started) {
  console.log('Starting a server with the example; the first time it takes half a minute.');
  const child = spawn(process.execPath, ['--import', WITH_PARENT, `${ROOT}dist/src/main.js`], {
    cwd: ROOT,
    env: { ...env, PORT: env.PORT || '0' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  started(async () => {
    if (hasEnded()) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  });
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (hasEnded()) throw new Error(`The server ended with ${child.exitCode ?? child.signalCode}.`);
    const file = await noted();
    if (file?.pid === child.pid && (await answers(file.url))) return file.url;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error('The server does not say where it is.');
}

/** Whether somebody is there; what is said does not matter. */
async function answers(url) {
  return fetch(url, { method: 'POST', signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    () => true,
    () => false,
  );
}

function isSame(url, running) {
  return running !== null && new URL(url).href === new URL(running).href;
}
