import { short, table } from './table.mjs';

const ORDER = ['against', 'mercurius', 'yoga', 'apollo', 'bare', 'copy', 'minimal'];

/** The comparison as Markdown: ratios first, then what they are of. */
export function comparison(result) {
  const { operations } = result;
  return `${[
    heading(
      'Ours beside its peers',
      result,
      `${result.settings.rounds} rounds, ${result.settings.seconds} s of each reading, in turns. A ratio is the median of those of the rounds, with the least and the most.`,
    ),
    ...throughput(operations),
    ...ratios(operations, 'CPU of the server for a request, ours ÷', 'cpuRatios'),
    'What was measured. A reading in which a server refused for want of time is taken again:',
    table(
      [
        '',
        'server',
        'accounts a second',
        'least–most',
        'p50 ms',
        'p95 ms',
        'CPU ms a request',
        'requests',
        'taken again',
      ],
      operations.flatMap(measured),
    ),
  ].join('\n\n')}\n`;
}

/** The ratios of throughput, of what is read and of what is written. */
export function throughput(operations) {
  const reads = operations.filter(({ servers }) => !('copy' in servers || 'minimal' in servers));
  const writes = operations.filter((one) => !reads.includes(one));
  return [
    ...ratios(reads, 'Reading, throughput of ours ÷', 'ratios'),
    ...ratios(writes, 'Writing, throughput of ours ÷', 'ratios'),
  ];
}

/** What the figures are of. */
export function heading(title, result, how) {
  const { date, commit, against, node, postgres, processors, memoryGiB, loadBefore, settings, packages } = result;
  const { accounts, connections, tokens } = settings;
  const peers = ['@apollo/server', 'graphql-yoga', 'mercurius'].map((name) => `${name} ${packages.peers[name]}`);
  const busy = loadBefore > 0.5 ? ` **The machine was busy before it began (load ${loadBefore}).**` : '';
  return `# ${title}

${date}, commit ${commit}${against === undefined ? '' : `, against ${against}`}. Node ${node}, PostgreSQL ${postgres}, graphql ${packages.ours.graphql}, ${peers.join(', ')}. ${processors.count} processors (${processors.model}), ${memoryGiB} GiB; server, PostgreSQL and sender share them.${busy}

${[accounts].flat().join(', ')} accounts, ${connections} connections, ${tokens} tokens in turn. ${how}`;
}

function ratios(operations, title, what) {
  const names = ORDER.filter((name) => operations.some((one) => one[what][name]));
  if (names.length === 0) return [];
  const cell = (ratio) => (ratio ? `${short(ratio.median)} (${short(ratio.least)}–${short(ratio.most)})` : '');
  return [
    `${title}:`,
    table(
      ['', ...names],
      operations.map((one) => [one.title, ...names.map((name) => cell(one[what][name]))]),
    ),
  ];
}

function measured({ title, servers, accountsOfRequest }) {
  return Object.entries(servers).map(([name, { rate, least, most, p50, p95, cpu, requests, takenAgain }]) => [
    title,
    name,
    short(rate * accountsOfRequest),
    `${short(least * accountsOfRequest)}–${short(most * accountsOfRequest)}`,
    short(p50),
    short(p95),
    short(cpu),
    requests,
    takenAgain,
  ]);
}
