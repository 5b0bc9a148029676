import { randomUUID } from 'node:crypto';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { pino } from 'pino';
import {
  DomainError,
  REFUSAL_CODES,
  REQUEST_ERROR_CODES,
  type RefusalCode,
  RequestError,
  type RequestErrorCode,
  refusal as refusalOf,
} from '../../src/domain/errors';
import { say } from '../../src/domain/message';
import { formatError, requestErrorPlugin } from '../../src/graphql/errors';
import { WorkBudget } from '../../src/graphql/executor/work-budget';
import type { RequestContext } from '../../src/graphql/request/context';
import { Fate } from '../../src/graphql/request/fate';
import { createApolloServer } from '../../src/server/apollo/apollo-server';
import { OperationRecord } from '../../src/telemetry/operation-record';
import { anAdministrator } from '../domain/builders';
import { startToyServer, type ToyServer } from './toy-server';

/** What an answer says over HTTP that holds nothing but a refusal of this code. */
const STATUS: Record<RequestErrorCode, { status: number; retryAfter: string | null; authenticate: string | null }> = {
  UNAUTHENTICATED: { status: 401, retryAfter: null, authenticate: 'Bearer' },
  FORBIDDEN: { status: 403, retryAfter: null, authenticate: null },
  INVALID_INPUT: { status: 400, retryAfter: null, authenticate: null },
  OPERATION_TOO_LARGE: { status: 400, retryAfter: null, authenticate: null },
  TEMPORARILY_UNAVAILABLE: { status: 503, retryAfter: '1', authenticate: null },
  OUTCOME_UNKNOWN: { status: 504, retryAfter: null, authenticate: null },
};
const FINE = { status: 200, retryAfter: null, authenticate: null };
const FAULT = { status: 500, retryAfter: null, authenticate: null };

const requestError = (code: RequestErrorCode) => new RequestError(code, 'Not now.');
const refusal = (code: RefusalCode) => new DomainError(refusalOf(code, say('unavailable.nothingChanged'), []));

let thrown: unknown;
let toy: ToyServer;
let apollo: ApolloServer<RequestContext>;
const logged: unknown[] = [];

const fail = () => {
  throw thrown;
};

beforeAll(async () => {
  toy = await startToyServer({ createContext: fail });
  const typeDefs = parse(`
    type Query { needed: String!  fails: String  fine: String  none: String  list: [String]  empty: [String]  below: Below }
    type Below { fails: String  needed: String!  fine: String }
    type Mutation { change: String }
  `);
  const below = { needed: fail, fails: fail, fine: 'fine' };
  apollo = createApolloServer<RequestContext>({
    schema: buildSubgraphSchema([
      {
        typeDefs,
        resolvers: {
          Query: {
            needed: fail,
            fails: fail,
            fine: () => 'fine',
            none: () => null,
            list: () => [thrown, thrown],
            empty: () => [],
            below: () => below,
          },
          Mutation: { change: fail },
        },
      },
    ]),
    formatError,
    introspection: 'public',
    plugins: [requestErrorPlugin({ error: ({ err }) => void logged.push(err) })],
    logger: pino({ level: 'silent' }),
  });
  await apollo.start();
});
afterAll(async () => {
  await toy.stop();
  await apollo.stop();
});

/** The answer of a server whose context fails: before GraphQL looks at the operation. */
async function beforeExecution(error: unknown) {
  thrown = error;
  const { status, headers, body } = await toy.ask('{ who }');
  expect(body.data).toBeUndefined();
  return {
    code: body.errors[0].extensions.code,
    status,
    retryAfter: headers.get('retry-after'),
    authenticate: headers.get('www-authenticate'),
  };
}

/** The answer of a server whose resolvers fail. */
async function byExecution(error: unknown, query = '{ needed }') {
  thrown = error;
  const headers = new HeaderMap([['content-type', 'application/json']]);
  const contextValue = {
    caller: anAdministrator(),
    requestId: randomUUID(),
    budget: new WorkBudget(),
    fate: new Fate(),
    record: new OperationRecord(),
  };
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body: { query } },
    context: async () => contextValue as RequestContext,
  });
  if (answer.body.kind !== 'complete') throw new Error('An answer in parts');
  return {
    code: JSON.parse(answer.body.string).errors[0].extensions.code,
    status: answer.status ?? 200,
    retryAfter: answer.headers.get('retry-after') ?? null,
    authenticate: answer.headers.get('www-authenticate') ?? null,
  };
}

describe('one table for both doors', () => {
  test.each(REQUEST_ERROR_CODES)(
    '%s is the same before GraphQL looks at the operation and through it',
    async (code) => {
      expect(await beforeExecution(requestError(code))).toEqual({ code, ...STATUS[code] });
      expect(await byExecution(requestError(code))).toEqual({ code, ...STATUS[code] });
    },
  );

  test.each(REFUSAL_CODES)('a refusal %s is told in an answer; that the database is away turns away', async (code) => {
    const isUnavailable = code === 'TEMPORARILY_UNAVAILABLE';
    const { status, ...others } = await byExecution(refusal(code));
    expect({ status, ...others }).toEqual({ code, ...(isUnavailable ? STATUS.TEMPORARILY_UNAVAILABLE : FINE) });
    expect(await beforeExecution(refusal(code))).toEqual(
      isUnavailable ? { code, ...STATUS.TEMPORARILY_UNAVAILABLE } : { code: 'INTERNAL_SERVER_ERROR', ...FAULT },
    );
  });

  test('a fault is logged once, for however many fields', async () => {
    const fault = new Error('broken');
    logged.length = 0;
    await byExecution(fault, '{ list fails below { fails } }');
    expect(logged).toEqual([fault]);
  });

  test('a fault is none of them', async () => {
    expect(await beforeExecution(new Error('broken'))).toEqual({ code: 'INTERNAL_SERVER_ERROR', ...FAULT });
    expect(await byExecution(new Error('broken'))).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', retryAfter: null });
  });
});

describe.each([
  ['a refusal', () => refusal('TEMPORARILY_UNAVAILABLE')],
  ['a call that is turned away', () => requestError('TEMPORARILY_UNAVAILABLE')],
])('TEMPORARILY_UNAVAILABLE as %s', (_what, error) => {
  test.each([
    '{ fails }',
    '{ again: fails fails }',
    '{ list }',
    '{ below { fails } }',
    '{ below { needed } }',
    '{ fails below { fails needed } list }',
    'mutation { change }',
  ])('is a 503 where the answer holds nothing else: %s', async (query) => {
    expect(await byExecution(error(), query)).toEqual({
      code: 'TEMPORARILY_UNAVAILABLE',
      ...STATUS.TEMPORARILY_UNAVAILABLE,
    });
  });

  test.each([
    '{ fails fine }',
    '{ fails none }',
    '{ fails empty }',
    '{ below { fails fine } }',
    '{ fails __typename }',
  ])('is told beside what else the answer holds: %s', async (query) => {
    expect(await byExecution(error(), query)).toEqual({ code: 'TEMPORARILY_UNAVAILABLE', ...FINE });
  });
});

test.each(REQUEST_ERROR_CODES.filter((code) => code !== 'TEMPORARILY_UNAVAILABLE'))(
  '%s where a field could be null in its stead is told in the answer',
  async (code) => {
    expect(await byExecution(requestError(code), '{ fails }')).toEqual({ code, ...FINE });
  },
);
