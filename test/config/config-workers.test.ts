import { availableParallelism } from 'node:os';
import { loadConfig } from '../../src/config/config';
import { workersOf } from '../../src/config/config-workers';
import { faultsOf } from '../support/config-faults';

describe('WORKERS', () => {
  test.each([
    ['1', 1],
    ['2', 2],
    ['5', 5],
  ])('%s is how many processes serve', (WORKERS, workers) => {
    expect(loadConfig({ WORKERS }).workers).toBe(workers);
  });

  test('auto is one for each processor that is there for us', () => {
    expect(loadConfig({ WORKERS: 'auto', POOL_SIZE: '1000', MAX_CONNECTIONS: '100000' }).workers).toBe(
      Math.min(availableParallelism(), 64),
    );
    const auto = (processors: number, more = {}) => workersOf({ WORKERS: 'auto', ...more }, [], processors).workers;
    expect([auto(1), auto(3)]).toEqual([1, 3]);
    expect(auto(200, { POOL_SIZE: 1_000, MAX_CONNECTIONS: 100_000 })).toBe(64);
  });

  test('auto is no more than there are connections for', () => {
    const auto = (more = {}) => {
      const faults: string[] = [];
      return [workersOf({ WORKERS: 'auto', ...more }, faults, 16).workers, faults];
    };
    expect(auto()).toEqual([5, []]);
    expect(auto({ POOL_SIZE: 2 })).toEqual([1, []]);
    expect(auto({ POOL_SIZE: 100, MAX_CONNECTIONS: 79 })).toEqual([3, []]);
    expect(auto({ POOL_SIZE: 32 })).toEqual([16, []]);
  });

  test.each(['0', '-1', '65', '1000', '1.5', '2x', 'all', 'AUTO'])('is not %s', (WORKERS) => {
    expect(faultsOf({ WORKERS })).toEqual([
      `WORKERS: got "${WORKERS}", expected a whole number from 1 to 64, or auto for as many as there are processors`,
    ]);
  });

  test('each needs two connections of each login to the database', () => {
    expect(faultsOf({ WORKERS: '6' })).toEqual([
      'POOL_SIZE: is 10, expected 12 or more with WORKERS=6: each needs 2 connections of each login',
    ]);
    expect(loadConfig({ WORKERS: '6', POOL_SIZE: '12' })).toMatchObject({ workers: 6, poolSize: 12 });
  });

  test('each needs as many connections of callers as a server alone', () => {
    expect(faultsOf({ WORKERS: '3', MAX_CONNECTIONS: '59' })).toEqual([
      'MAX_CONNECTIONS: is 59, expected 60 or more with WORKERS=3: each needs 20 connections',
    ]);
    expect(loadConfig({ WORKERS: '3', MAX_CONNECTIONS: '60' })).toMatchObject({ workers: 3, maxConnections: 60 });
  });
});

test.each(['0', '1', '1001', 'ten'])('POOL_SIZE is not %s', (POOL_SIZE) => {
  expect(faultsOf({ POOL_SIZE })).toEqual([`POOL_SIZE: got "${POOL_SIZE}", expected a whole number from 2 to 1000`]);
});

test.each([2, 10, 1000])('POOL_SIZE is %s', (poolSize) => {
  expect(loadConfig({ POOL_SIZE: String(poolSize) }).poolSize).toBe(poolSize);
});
