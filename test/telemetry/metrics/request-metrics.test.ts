import { Registry } from 'prom-client';
import type { Caller } from '../../../src/domain/caller';
import { DeniedWrites } from '../../../src/telemetry/metrics/denied-writes';
import { type EndedExchange, RequestMetrics } from '../../../src/telemetry/metrics/request-metrics';
import { OperationRecord } from '../../../src/telemetry/operation-record';
import { aSync, aUser } from '../../support/world';
import { samplesOf } from './samples';

const anna = aUser('anna');

function counted() {
  const registry = new Registry();
  const metrics = new RequestMetrics(registry, new DeniedWrites(registry));
  const end = (changes: Partial<EndedExchange>) =>
    metrics.ended({
      path: '/graphql',
      status: 200,
      seconds: 0.02,
      isAborted: false,
      caller: anna,
      operation: null,
      code: null,
      limit: null,
      ...changes,
    });
  return { end, samples: () => samplesOf(registry) };
}

function anOperation(
  changes: Partial<Pick<OperationRecord, 'kind' | 'name' | 'rootFields' | 'faults'>>,
): OperationRecord {
  return Object.assign(new OperationRecord(), { kind: 'query', rootFields: ['accounts'], ...changes });
}

describe('a request is counted', () => {
  test.each<[string, Partial<EndedExchange>, string]>([
    ['under its name', { operation: anOperation({ name: 'Mine' }) }, 'Mine'],
    ['under its field, where it has none', { operation: anOperation({}) }, '{accounts}'],
    [
      'under both fields',
      { operation: anOperation({ rootFields: ['tenantResellers', 'accounts'] }) },
      '{accounts tenantResellers}',
    ],
    ['as one of several fields', { operation: anOperation({ rootFields: ['a', 'b', 'c'] }) }, 'several'],
    [
      'under its field, where no token was sent',
      { caller: null, operation: anOperation({ name: 'Any', rootFields: ['__typename'] }) },
      '{__typename}',
    ],
    ['as invalid, where it could not be read', { operation: anOperation({ kind: null, name: 'Mine' }) }, 'invalid'],
    ['as none, where nothing was looked at', { status: 401, code: 'UNAUTHENTICATED', caller: null }, 'none'],
  ])('%s', async (_, changes, operation) => {
    const { end, samples } = counted();
    end(changes);
    const found = await samples();
    expect(found.labels('requests_total', 'operation')).toEqual([operation]);
    expect(found.value('request_duration_seconds_count', { operation })).toBe(1);
    expect(found.value('request_duration_seconds_sum', { operation })).toBeCloseTo(0.02);
  });

  const refused = (code: string, kind: OperationRecord['kind'] = 'mutation', action: string | null = null) => {
    const operation = anOperation({ kind });
    operation.refused(code, action);
    return operation;
  };

  test.each<[string, Partial<EndedExchange>, string]>([
    ['ok', { operation: anOperation({}) }, '2xx'],
    ['refused', { operation: refused('ACTION_NOT_ALLOWED') }, '2xx'],
    ['refused', { code: 'PAYLOAD_TOO_LARGE', status: 413 }, '4xx'],
    ['refused', { status: 405 }, '4xx'],
    ['fault', { operation: anOperation({ faults: 1 }) }, '2xx'],
    ['fault', { code: 'INTERNAL_SERVER_ERROR', status: 500 }, '5xx'],
    ['unavailable', { operation: refused('TEMPORARILY_UNAVAILABLE'), status: 503 }, '5xx'],
    ['unavailable', { code: 'OUTCOME_UNKNOWN', status: 504 }, '5xx'],
    ['aborted', { operation: anOperation({}), isAborted: true, status: null }, 'none'],
  ])('as %s by what became of it (%#)', async (outcome, changes, status) => {
    const { end, samples } = counted();
    end(changes);
    const found = await samples();
    expect(found.labels('requests_total', 'outcome')).toEqual([outcome]);
    expect(found.labels('requests_total', 'status')).toEqual([status]);
    expect(found.value('faults_total')).toBe(outcome === 'fault' ? 1 : 0);
  });

  test('with the layer that denied a write, and a read that was refused denies none', async () => {
    const { end, samples } = counted();
    end({ operation: refused('ACTION_NOT_ALLOWED', 'mutation', 'DELETE') });
    end({ operation: refused('FIELD_LOCKED') });
    end({ operation: refused('FORBIDDEN') });
    end({ operation: refused('FORBIDDEN', 'query') });
    const found = await samples();
    expect(found.value('refusals_total', { code: 'ACTION_NOT_ALLOWED', action: 'DELETE' })).toBe(1);
    expect(found.value('refusals_total', { code: 'FORBIDDEN', action: 'none' })).toBe(2);
    expect(found.value('denied_writes_total', { layer: 'policy' })).toBe(2);
    expect(found.value('denied_writes_total', { layer: 'schema' })).toBe(1);
  });

  test.each<[string, Partial<EndedExchange>]>([
    ['body_bytes', { code: 'PAYLOAD_TOO_LARGE', status: 413 }],
    ['body_pace', { code: 'REQUEST_TIMEOUT', status: 408 }],
    ['held_bytes', { code: 'TEMPORARILY_UNAVAILABLE', status: 503, limit: 'held_bytes' }],
    ['answer_pace', { code: 'ANSWER_NOT_TAKEN', isAborted: true }],
    ['operation_size', { operation: refused('OPERATION_TOO_LARGE', 'query'), status: 400 }],
  ])('with the limit that it ran into: %s', async (limit, changes) => {
    const { end, samples } = counted();
    end({});
    end(changes);
    expect((await samples()).value('limit_refusals_total', { limit })).toBe(1);
  });
});

test('events of a reseller are counted, and when the last was accepted is told; a person sends none', async () => {
  const { end, samples } = counted();
  const sent = (caller: Caller, ...outcomes: string[]) => {
    const operation = anOperation({ kind: 'mutation' });
    operation.answered({ results: outcomes.map((outcome) => ({ outcome })) });
    end({ caller, operation });
  };
  sent(aSync('r-1'), 'CREATED', 'CREATED', 'STALE', 'REJECTED');
  sent(aSync('r-2'), 'REJECTED');
  sent(anna, 'CREATED');
  const found = await samples();
  expect(found.value('sync_items_total', { reseller: 'r-1', outcome: 'CREATED' })).toBe(2);
  expect(found.value('sync_items_total', { reseller: 'r-1', outcome: 'REJECTED' })).toBe(1);
  expect(found.labels('sync_items_total', 'reseller')).toEqual(['r-1', 'r-2']);
  expect(found.labels('last_accepted_event_timestamp_seconds', 'reseller')).toEqual(['r-1']);
  const accepted = found.value('last_accepted_event_timestamp_seconds', { reseller: 'r-1' }) ?? 0;
  expect(Math.abs(accepted - Date.now() / 1000)).toBeLessThan(60);
});

test('under attack there are no more series than a few thousand', async () => {
  const { end, samples } = counted();
  for (let n = 0; n < 20_000; n += 1) {
    const rootFields = [`field${n % 60}`, `field${Math.floor(n / 60) % 60}`];
    const operation = anOperation({ name: n % 3 === 0 ? null : `Attack${n}`, rootFields });
    operation.answered({ results: [{ outcome: 'CREATED' }] });
    end({ caller: n % 2 === 0 ? aUser(`user ${n}`) : aSync(`reseller ${n}`), operation, path: '/graphql' });
  }
  const found = await samples();
  expect(found.labels('requests_total', 'operation').length).toBeLessThanOrEqual(50 + 60 + 3);
  expect(found.labels('sync_items_total', 'reseller')).toHaveLength(1_001);
  expect(found.value('sync_items_total', { reseller: 'other', outcome: 'CREATED' })).toBe(9_000);
  expect(found.size).toBeLessThan(5_000);
});
