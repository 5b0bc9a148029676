import { short, table } from '../report/table.mjs';
import { thousands } from './model/figures.mjs';

const KINDS = [
  ['new, with two subscriptions', 'created'],
  ['unchanged, with its two subscriptions', 'confirmed'],
  ['unchanged, alone', 'bare'],
  ['sent again, same version', 'resent'],
  ['changed, with its two subscriptions', 'changed'],
];
const CALLS = [
  ['unchanged, 100 in a call', 'bare-100'],
  ['unchanged, 10 in a call', 'bare-10'],
  ['unchanged, 1 in a call', 'bare-1'],
];

/** What one customer, one key and one invoice take, as it was measured: the median, and in brackets the least and the most. */
export function costsTable({ syncs, images, reads, invoices }) {
  const rows = [...KINDS, ...CALLS].map(([title, kind]) => {
    const each = syncs.perItem[kind];
    const bare = syncs.perItem[`${kind}-without-images`];
    const least = bare === undefined ? '' : thousands(bare.walBytes.median);
    return [`A customer: ${title}`, micro(each.nodeMs), micro(each.sessionsMs), least, thousands(each.walBytes.median)];
  });
  rows.push([
    'A customer: unchanged for the tenth time, images compressed',
    micro(images.pglz.nodeMs),
    micro(images.pglz.sessionsMs),
    '',
    thousands(images.pglz.walBytes.median),
  ]);
  for (const [keys, each] of Object.entries(reads)) {
    const of = (what) => micro(each[what], Number(keys));
    rows.push([`A key of \`_entities\`, ${keys} at a time`, of('nodeMs'), of('sessionsMs'), '', '']);
  }
  const { alone } = invoices;
  rows.push([
    'An invoice of two lines',
    micro(alone.nodeMs),
    micro(alone.sessionsMs),
    '',
    thousands(alone.walBytes.median),
  ]);
  const heads = ['Node, µs', 'PostgreSQL, µs', 'WAL bytes, no images', 'WAL bytes, after a checkpoint'];
  return table(['What', ...heads], rows);
}

function micro({ median, least, most }, parts = 1) {
  const of = (ms) => short((1_000 * ms) / parts);
  return `${of(median)} (${of(least)}–${of(most)})`;
}
