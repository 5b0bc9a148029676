import { join } from 'node:path';
import { withPatchedBinaries } from '../binaries/patched-binaries';
import type { Account } from '../system/operating-system-account';
import { runTool, type ToolResult } from '../system/run-tool';

/** Runs initdb, or postgres in single-user mode, also for a user id that has no name (patched-binaries.ts). */
export async function runMaintenanceTool(
  tool: { readonly bin: string; readonly name: 'initdb' | 'postgres'; readonly args: readonly string[] },
  home: string,
  account: Account | null,
  input = '',
): Promise<ToolResult> {
  const runIn = (bin: string) => runTool(join(bin, tool.name), tool.args, account, input);
  const result = await runIn(tool.bin);
  const isNameless = /could not look up effective user ID/.test(result.output);
  if (result.ok || !isNameless || process.platform !== 'linux') return result;
  return withPatchedBinaries(tool.bin, home, runIn);
}
