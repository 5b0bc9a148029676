// The process that sends: it keeps pools of requests, knows what each server must answer, and sends as fast as it is
// answered.

import { Connection } from './http.mjs';
import { answersOf } from './known-answers.mjs';
import { checkWrite } from './write-checks.mjs';

const pools = new Map();

const JOBS = { prepare, learn, run, write };

process.on('disconnect', () => process.exit());
process.on('message', async ({ id, job, ...given }) => {
  try {
    process.send({ id, result: await JOBS[job](given) });
  } catch (error) {
    process.send({ id, error: error.message });
  }
});

/** `requests` of several users; `tokens` has as many for each of them. */
function prepare({ pool, requests, tokens }) {
  const byUser = tokens.map((_, user) => requests.filter((one) => one.user === user));
  const heads = tokens.map((ofUser) => ofUser.map((token) => `authorization: Bearer ${token}\r\n`));
  for (const request of requests) request.bytes = Buffer.from(request.body);
  pools.set(pool, { requests, byUser, heads, answers: answersOf(pool), turn: 0 });
}

/** Has every request answered once: by the first server that is what all others must answer. */
async function learn({ pool, server, url, connections }) {
  const { requests, heads, answers } = pools.get(pool);
  const waiting = [...requests];
  return measured(url, connections, () => {
    const request = waiting.shift();
    if (request === undefined) return null;
    const bytes = bytesOf(url, heads[request.user][0], request.bytes);
    return { bytes, check: (answer) => answers.learn(server, request, answer) };
  });
}

/** Sends for so long; every answer must be the one that was learned. */
async function run({ pool, server, url, connections, ms }) {
  const sent = pools.get(pool);
  const { byUser, heads, answers } = sent;
  const end = performance.now() + ms;
  return measured(url, connections, () => {
    if (performance.now() >= end) return null;
    const user = sent.turn % byUser.length;
    const round = Math.floor(sent.turn / byUser.length);
    sent.turn += 1;
    const request = byUser[user][round % byUser[user].length];
    const head = heads[user][round % heads[user].length];
    return { bytes: bytesOf(url, head, request.bytes), check: (answer) => answers.check(server, request, answer) };
  });
}

/** Sends each once. */
async function write({ url, connections, requests }) {
  let at = 0;
  const bytes = requests.map(({ token, body }) =>
    bytesOf(url, `authorization: Bearer ${token}\r\n`, Buffer.from(body)),
  );
  return measured(url, connections, () => {
    if (at === requests.length) return null;
    const request = requests[at];
    at += 1;
    return { bytes: bytes[at - 1], check: (answer) => checkWrite(request, answer) };
  });
}

async function measured(url, connections, next) {
  const times = [];
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = new Connection(url);
      for (let sent = next(); sent !== null; sent = next()) {
        const sentAt = performance.now();
        const answer = await connection.send(sent.bytes);
        times.push(performance.now() - sentAt);
        sent.check(answer);
      }
      connection.close();
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  times.sort((one, other) => one - other);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { requests: times.length, seconds, p50: at(0.5), p95: at(0.95) };
}

const places = new Map();

function bytesOf(url, authorization, body) {
  let place = places.get(url);
  if (place === undefined) {
    const { host, pathname } = new URL(url);
    place = `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n`;
    places.set(url, place);
  }
  return Buffer.concat([Buffer.from(`${place}${authorization}content-length: ${body.length}\r\n\r\n`), body]);
}
