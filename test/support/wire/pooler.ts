import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logins } from '../../../src/persistence/set-up/provision';

/** PgBouncer in transaction mode before all databases of a server, with five connections for each login. */
export class Pooler {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
  ) {}

  static start(
    program: string,
    { serverUrl, port, logins }: { serverUrl: string; port: number; logins: Logins },
  ): Pooler {
    const folder = mkdtempSync(join(tmpdir(), 'pooler-'));
    chmodSync(folder, 0o755);
    const users = Object.values(logins).map(({ user, password }) => `"${user}" "${password}"`);
    writeFileSync(join(folder, 'users.txt'), users.join('\n'));
    const { hostname, port: to } = new URL(serverUrl);
    writeFileSync(
      join(folder, 'pgbouncer.ini'),
      `[databases]
* = host=${hostname} port=${to}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${join(folder, 'users.txt')}
pool_mode = transaction
default_pool_size = 5
max_client_conn = 500
server_idle_timeout = 5
`,
    );
    // It refuses to run as root.
    const as = process.geteuid?.() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
    const [command = program, ...rest] = [...as, program, join(folder, 'pgbouncer.ini')];
    return new Pooler(spawn(command, rest, { cwd: folder, stdio: 'ignore' }), folder);
  }

  stop(): void {
    this.process.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
