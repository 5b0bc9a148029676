import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Application } from '../../src/application/application';
import { startApplication } from '../../src/application/start-application';
import { loadConfig } from '../../src/config/config';
import type { TestDatabase } from './cluster';

/** An answer over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever was answered
  readonly body: any;
}

/** The whole program, reached over HTTP as its users reach it. */
export interface Program extends Application {
  readonly dataDir: string;
  /** The lines that it has logged. */
  readonly log: () => string;
  get(path: string): Promise<HttpAnswer>;
  /** Sends a GraphQL request; a body that is a text goes as it is. */
  post(body: unknown, headers?: Record<string, string>): Promise<HttpAnswer>;
}

/** Starts the program on a test database, by what its environment says besides. */
export async function startProgram(
  database: Pick<TestDatabase, 'portalUrl' | 'syncUrl'>,
  env: Record<string, string> = {},
): Promise<Program> {
  const dataDir = mkdtempSync(join(tmpdir(), 'program-'));
  const config = loadConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: database.portalUrl,
    SYNC_DATABASE_URL: database.syncUrl,
    ...env,
  });
  let log = '';
  const write = (line: string) => {
    log += line;
  };
  const logger = pino({ level: 'debug' }, { write });
  try {
    const application = await startApplication(config, logger);
    const { origin } = new URL(application.url);
    return {
      ...application,
      dataDir,
      log: () => log,
      get: async (path) => read(await fetch(`${origin}${path}`)),
      post: async (body, headers = {}) =>
        read(
          await fetch(application.url, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers },
            body: typeof body === 'string' ? body : JSON.stringify(body),
          }),
        ),
      stop: async () => {
        await application.stop();
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}

async function read(response: Response): Promise<HttpAnswer> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : text };
}
