import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { IntrospectionMode } from '../../src/config/config';
import { type LocalIssuer, openLocalIssuer } from '../../src/development/local-issuer/local-issuer';
import type { Caller } from '../../src/domain/caller';
import { createTokenVerifier } from '../../src/identity/token-verifier';
import { createApolloServer } from '../../src/server/apollo/apollo-server';
import { EDGE_LIMITS, type EdgeLimits } from '../../src/server/exchange/edge-limits';
import { EncodedBody } from '../../src/server/exchange/encoded-body';
import type { GatewaySecrets } from '../../src/server/exchange/gateway-secret';
import type { GraphiqlPage } from '../../src/server/graphiql/graphiql-page';
import type { GraphqlCall } from '../../src/server/graphql-endpoint';
import type { ReadinessFault } from '../../src/server/health';
import { type HttpServer, startHttpServer } from '../../src/server/http-server';
import { createLogger } from '../../src/server/logger';
import type { OperationRecord } from '../../src/telemetry/operation-record';

export const RESELLER = '0b5c7a52-8f0e-4c39-9d0a-5a1f6a2c9e11';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  directive @mark(n: Int) repeatable on
    FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | FRAGMENT_DEFINITION | QUERY | VARIABLE_DEFINITION
  enum Mood { HAPPY SAD }
  input Wish { mood: Mood! secretly: [Int!] }
  type Account @key(fields: "id") { id: ID! friend: Account }
  type Query {
    who: String
    echo(text: String): String
    account(id: ID!): Account
    gate: String
    wish(wish: Wish, times: Int! = 1): String
  }
  type Mutation { touch(n: Int): Int }
`);

/** A schema that is there to be asked for. `gate` answers when it is opened. */
function toySchema(gate: () => Promise<void>) {
  return buildSubgraphSchema([
    {
      typeDefs,
      resolvers: {
        Query: {
          who: (_: unknown, __: unknown, { caller }: ToyContext) => caller?.kind ?? 'nobody',
          echo: (_: unknown, { text }: { text: string | null }) => text,
          account: (_: unknown, { id }: { id: string }) => ({ id, friend: { id } }),
          wish: () => 'granted',
          gate: () => gate().then(() => 'open'),
        },
        Mutation: { touch: (_: unknown, { n }: { n: number }) => n },
      },
    },
  ]);
}

interface ToyContext {
  readonly caller: Caller | null;
  readonly requestId: string;
  readonly record: OperationRecord;
}

interface ToyOptions {
  readonly port?: number;
  readonly maxConnections?: number;
  readonly limits?: Partial<EdgeLimits>;
  readonly introspection?: IntrospectionMode;
  readonly createContext?: (call: GraphqlCall) => Promise<ToyContext> | ToyContext;
  readonly authenticate?: (token: string) => Promise<Caller>;
  readonly gatewaySecrets?: GatewaySecrets;
  readonly graphiql?: () => Promise<GraphiqlPage>;
  readonly requestTimeoutMs?: number;
  readonly slowOperationMs?: number;
  readonly giveUp?: () => boolean;
  readonly readiness?: () => Promise<readonly ReadinessFault[]>;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever was answered
  readonly body: any;
}

export interface ToyServer extends HttpServer {
  readonly origin: string;
  readonly issuer: LocalIssuer;
  /** Tokens that are good. */
  readonly tokens: { readonly person: string; readonly administrator: string; readonly sync: string };
  /** All that was logged. */
  readonly log: () => string;
  readonly logLines: () => Record<string, unknown>[];
  openGate(): void;
  /** How many operations have come to the gate. */
  readonly atGate: () => number;
  /** Sends one operation, as a person unless the headers say otherwise. */
  ask(query: string, headers?: Record<string, string>, variables?: object): Promise<Answer>;
  request(path: string, options?: RequestInit): Promise<Answer>;
  stop(): Promise<void>;
}

/** The real edge on a real socket, in front of a toy. */
export async function startToyServer(options: ToyOptions = {}): Promise<ToyServer> {
  const folder = mkdtempSync(join(tmpdir(), 'toy-'));
  const issuer = await openLocalIssuer(folder);
  const verifier = createTokenVerifier(issuer.issuers());
  let log = '';
  const memory = new Writable({
    write(chunk, _, done) {
      log += chunk;
      done();
    },
  });
  const logger = createLogger('debug', memory);
  let openGate = () => {};
  const gate = new Promise<void>((resolve) => {
    openGate = resolve;
  });
  let atGate = 0;
  const waitAtGate = () => {
    atGate += 1;
    return gate;
  };
  const server = await startHttpServer<ToyContext>({
    apollo: createApolloServer<ToyContext>({
      schema: toySchema(waitAtGate),
      formatError: (formatted) => formatted,
      introspection: options.introspection ?? 'public',
      logger,
    }),
    introspection: options.introspection ?? 'public',
    host: '127.0.0.1',
    port: options.port ?? 0,
    maxConnections: options.maxConnections ?? 1_000,
    keepAliveTimeoutMs: 65_000,
    limits: { ...EDGE_LIMITS, ...options.limits },
    gatewaySecrets: options.gatewaySecrets ?? {},
    saysItIsOfSync: (token) => verifier.saysItIsOfSync(token),
    requestTimeoutMs: options.requestTimeoutMs ?? 10_000,
    authenticate: options.authenticate ?? ((token) => verifier.verify(token)),
    giveUp: options.giveUp ?? (() => false),
    createContext: options.createContext ?? (({ caller, requestId, record }) => ({ caller, requestId, record })),
    readiness: options.readiness ?? (async () => []),
    graphiql:
      options.graphiql ??
      (async () => ({
        html: new EncodedBody(Buffer.from('<p>GraphiQL</p>')),
        contentSecurityPolicy: "default-src 'none'",
      })),
    logger,
    slowOperationMs: options.slowOperationMs ?? 0,
    tracing: null,
  });
  const origin = new URL(server.url).origin;
  const tokens = {
    person: await issuer.tokenForPerson({ userId: 'anna', groups: ['billing'], administrator: false }),
    administrator: await issuer.tokenForPerson({ userId: 'root', groups: [], administrator: true }),
    sync: await issuer.tokenForSync({ tenantResellerId: RESELLER, service: 'bss' }),
  };

  const request = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${origin}${path}`, { redirect: 'manual', ...init });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };

  return {
    ...server,
    origin,
    issuer,
    tokens,
    log: () => log,
    logLines: () =>
      log
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    openGate: () => openGate(),
    atGate: () => atGate,
    request,
    ask: (query, headers = { authorization: `Bearer ${tokens.person}` }, variables = {}) =>
      request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    async stop() {
      openGate();
      await server.drain(1_000);
      rmSync(folder, { recursive: true });
    },
  };
}
