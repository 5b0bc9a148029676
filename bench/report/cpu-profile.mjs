import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What V8 calls what is no function of anybody's. */
const OWN_NAMES = {
  '(garbage collector)': 'garbage collection',
  '(program)': 'native',
  '(idle)': null,
};

/** Self time in a span of a profile, which began so many milliseconds before its end: by room and by function. */
export function selfTimes(file, root, { fromEnd, toEnd }) {
  const { nodes, samples, timeDeltas, startTime, endTime } = JSON.parse(readFileSync(file, 'utf8'));
  const byId = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const [rooms, functions] = [new Map(), new Map()];
  const [from, to] = [endTime - fromEnd * 1000, endTime - toEnd * 1000];
  let at = startTime;
  let busy = 0;
  let idle = 0;
  for (const [index, id] of samples.entries()) {
    const delta = timeDeltas[index];
    at += delta;
    if (at < from || at > to) continue;
    const frame = byId.get(id);
    const room = roomOf(frame, root);
    if (room === null) idle += delta;
    else {
      busy += delta;
      add(rooms, room, delta);
      add(functions, nameOf(frame, root), delta);
    }
  }
  const shares = (times) =>
    [...times].sort(([, one], [, other]) => other - one).map(([name, time]) => [name, (100 * time) / busy]);
  return { rooms: shares(rooms), functions: shares(functions), busyShare: (100 * busy) / (busy + idle) };
}

function add(times, name, delta) {
  times.set(name, (times.get(name) ?? 0) + delta);
}

/** Null while nothing was to be done. */
function roomOf({ functionName, url }, root) {
  if (functionName in OWN_NAMES) return OWN_NAMES[functionName];
  if (url === '') return 'native';
  if (url.startsWith('node:')) return 'node';
  if (!url.startsWith('file:') && !url.startsWith('/')) return 'native';
  const path = pathOf(url, root);
  const installed = /node_modules\/((?:@[^/]+\/)?[^/]+)/g;
  const packages = [...path.matchAll(installed)];
  if (packages.length > 0) return packages.at(-1)[1];
  return /^dist\/(src(?:\/[^/]+)?)\//.exec(path)?.[1] ?? path;
}

function nameOf({ functionName, url, lineNumber }, root) {
  const where = url === '' ? '' : ` ${url.startsWith('node:') ? url : pathOf(url, root)}:${lineNumber + 1}`;
  return `${functionName || '(anonymous)'}${where}`;
}

function pathOf(url, root) {
  return relative(root, url.startsWith('file:') ? fileURLToPath(url) : url);
}
