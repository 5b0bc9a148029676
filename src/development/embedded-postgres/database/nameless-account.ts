import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryPath } from '../folder/temporary-paths';
import type { Account } from '../system/operating-system-account';
import { runTool, type ToolResult } from '../system/run-tool';

/**
 * Runs initdb, or postgres in single-user mode, also for a user id without an entry in /etc/passwd.
 *
 * Such ids are common in containers (`docker run --user 1234`). Both programs ask for the user's name before anything
 * else, give up when there is none, and use it for nothing that we need; the server itself never asks. Only when that
 * has happened they run again from a temporary copy that asks `getpwent` (the first entry) instead of `getpwuid`.
 */
export async function runMaintenanceTool(
  tool: { readonly bin: string; readonly name: 'initdb' | 'postgres'; readonly args: readonly string[] },
  home: string,
  account: Account | null,
  input = '',
): Promise<ToolResult> {
  const result = await runTool(join(tool.bin, tool.name), tool.args, account, input);
  const isNameless = /could not look up effective user ID/.test(result.output);
  if (result.ok || !isNameless || process.platform !== 'linux') return result;
  const copy = temporaryPath(home);
  try {
    await copyAskingForAnyName(tool.bin, copy);
    return await runTool(join(copy, 'bin', tool.name), tool.args, account, input);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

/** The programs find their libraries and files from their own place, so these get links beside the copies. */
async function copyAskingForAnyName(bin: string, copy: string): Promise<void> {
  await mkdir(join(copy, 'bin'), { recursive: true });
  for (const folder of [copy, join(copy, 'bin')]) await chmod(folder, 0o755);
  for (const folder of ['lib', 'share']) await symlink(join(dirname(bin), folder), join(copy, folder));
  for (const name of ['initdb', 'postgres']) {
    const program = await readFile(join(bin, name));
    // The name in the table of symbols, between zeros; both functions take and give the same for this purpose.
    const at = program.indexOf('\0getpwuid\0');
    if (at >= 0) program.write('getpwent', at + 1);
    await writeFile(join(copy, 'bin', name), program);
    await chmod(join(copy, 'bin', name), 0o755);
  }
}
