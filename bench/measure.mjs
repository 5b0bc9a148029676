import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Sends one operation and gives its data. A server that answers errors is fast, so any error ends the benchmark. */
export function post(url, token, body) {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        timeout: 30_000,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const { data, errors } = JSON.parse(Buffer.concat(chunks).toString());
          if (response.statusCode !== 200 || errors) reject(new Error(`Answered ${JSON.stringify(errors)}`));
          else resolve(data);
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('No answer within 30 s')));
    sent.on('error', reject);
    sent.end(body);
  });
}

/**
 * Has so many senders take the next request as soon as the last one is answered and checked. `next` gives a promise of
 * the checked answer, or null when there is no more; `units` is what one request counts for.
 */
export async function measure(senders, units, next) {
  const times = [];
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: senders }, async () => {
      for (;;) {
        const sentAt = performance.now();
        const answer = next();
        if (answer === null) return;
        await answer;
        times.push(performance.now() - sentAt);
      }
    }),
  );
  return { units: times.length * units, seconds: (performance.now() - startedAt) / 1000, times };
}

/** Several rounds of one thing as one line of the table; `other` are those of another checkout, in turns with them. */
export function line(name, unit, rounds, other = []) {
  const rates = ratesOf(rounds);
  const times = rounds.flatMap(({ times }) => times).sort((one, next) => one - next);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);
  return {
    name,
    unit,
    median: Math.round(medianOf(rates)),
    range: rates.length > 1 ? `${Math.round(rates[0])}–${Math.round(rates.at(-1))}` : '',
    p50: at(0.5),
    p95: at(0.95),
    requests: times.length,
    ...(other.length > 0 ? { ratio: (medianOf(rates) / medianOf(ratesOf(other))).toFixed(2) } : {}),
  };
}

function ratesOf(rounds) {
  return rounds.map(({ units, seconds }) => units / seconds).sort((one, next) => one - next);
}

function medianOf(sorted) {
  return sorted[Math.floor(sorted.length / 2)];
}

export function print(lines) {
  const heads = {
    name: '',
    median: 'a second',
    range: 'range',
    unit: '',
    p50: 'p50 ms',
    p95: 'p95 ms',
    requests: 'requests',
    ...(lines.some((one) => 'ratio' in one) ? { ratio: 'this ÷ that' } : {}),
  };
  const columns = Object.keys(heads);
  const rows = [heads, ...lines].map((row) => columns.map((column) => String(row[column])));
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  const isText = (at) => columns[at] === 'name' || columns[at] === 'unit';
  for (const row of rows) {
    console.log(row.map((cell, at) => (isText(at) ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  '));
  }
}
