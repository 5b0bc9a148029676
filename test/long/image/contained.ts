import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { type Running, run } from '../server-process';

/** Where a tree is seen by what is contained, whatever it is called here. */
const MOUNTED = '/mnt';

/** What the engine would be told of a container, or systemd of a unit. */
export interface Containment {
  /** Seen as `/mnt`, and takes no writes. */
  readonly tree: string;
  /** Below the tree. */
  readonly folder: string;
  readonly user: string;
  /** All that the environment has, but for PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** Folders that are empty and may be written; nothing else may be. */
  readonly writable: readonly string[];
}

/** Whether we may do here as an engine does: mounts of our own, and another user. */
export const canContain =
  process.geteuid?.() === 0 &&
  spawnSync('unshare', ['--mount', 'true']).status === 0 &&
  spawnSync('setpriv', ['--reuid=1000', '--regid=1000', '--clear-groups', process.execPath, '-v']).status === 0;

/**
 * Runs a command as a container would: as that user without any capability, with no variable but those, and on disks that
 * are read-only. Network and processes are this machine's.
 */
export function runContained(command: readonly string[], containment: Containment): Running {
  const { tree, folder, user, env, writable } = containment;
  const [uid = '', gid = uid] = user.split(':');
  const script = [
    'set -e',
    'mount --make-rprivate /',
    `mount --bind "$1" ${MOUNTED}`,
    `mount -o remount,ro,bind ${MOUNTED}`,
    ...writable.map((path) => `mkdir -p ${path} && mount -t tmpfs -o mode=1777 tmpfs ${path}`),
    ...(writable.includes('/tmp') ? [] : ['mount --bind /tmp /tmp && mount -o remount,ro,bind /tmp']),
    `cd "${MOUNTED}$2"`,
    'shift 2',
    'exec "$@"',
  ].join('\n');
  const variables = Object.entries({ PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, ...env });
  return run(
    [
      'unshare',
      '--mount',
      'sh',
      '-c',
      script,
      'contained',
      tree,
      folder,
      'setpriv',
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      '--no-new-privs',
      '--bounding-set=-all',
      'env',
      '-i',
      ...variables.map(([name, value]) => `${name}=${value}`),
      ...command,
    ],
    { cwd: '/' },
  );
}
