import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { createSyncClient, type SyncClient, type SyncClientOptions } from 'reseller-accounts-client';
import { WrongCall } from './exit-codes.ts';

/** What every command needs to reach the server. */
export interface ConnectionOptions {
  readonly url: string;
  readonly tokenFile: string;
  readonly gatewaySecretFile?: string;
}

export function withConnection(command: Command): Command {
  return command
    .requiredOption('--url <url>', "of the distributor's /graphql", url)
    .requiredOption('--token-file <file>', "the token of the reseller's sync service; read anew when it is refused")
    .option('--gateway-secret-file <file>', 'where something in front of the server wants its secret');
}

export function connect(options: ConnectionOptions, more: Partial<SyncClientOptions> = {}): SyncClient {
  const { url: to, tokenFile, gatewaySecretFile } = options;
  // A file that is not there is told before anything begins.
  readToken(tokenFile);
  return createSyncClient({
    url: to,
    token: () => readToken(tokenFile),
    ...(gatewaySecretFile === undefined ? {} : { gatewaySecret: readText(gatewaySecretFile).trim() }),
    ...more,
  });
}

export function readToken(file: string): string {
  const token = readText(file).trim();
  if (token === '') throw new WrongCall(`${file} is empty: write the token of the sync service into it.`);
  return token;
}

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new WrongCall(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function url(value: string): string {
  if (/^https?:\/\/\S+$/.test(value)) return value;
  throw new InvalidArgumentError('It must begin with http:// or https://.');
}
