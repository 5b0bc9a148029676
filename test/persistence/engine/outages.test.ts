import { type OutageEvent, Outages } from '../../../src/persistence/engine/connection/outages';
import { unavailable } from '../../../src/persistence/engine/unavailable';

let clock: number;
let told: OutageEvent[];
let outages: Outages;

beforeEach(() => {
  clock = 0;
  told = [];
  outages = new Outages(
    (event) => told.push(event),
    () => clock,
  );
});

const away = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
const locked = Object.assign(new Error('canceling'), { code: '55P03' });
const noTurn = unavailable();
const full = Object.assign(new Error('no space left'), { code: '53100' });

test('an outage is told as it begins, with its cause, and as it ends, however much fails in it', () => {
  for (clock = 0; clock < 3000; clock += 100) outages.failed('portal', away);
  expect(told).toEqual([{ kind: 'began', cause: away }]);
  clock = 4200;
  outages.answered('portal');
  outages.answered('portal');
  expect(told.slice(1)).toEqual([{ kind: 'ended', seconds: 4.2, failed: 30 }]);
  clock = 9000;
  outages.failed('portal', away);
  expect(told).toHaveLength(3);
});

test('it does not end while some connections work and others fail, nor for one login while the other has none', () => {
  outages.failed('portal', away);
  outages.failed('sync', away);
  clock = 500;
  outages.answered('portal');
  clock = 600;
  outages.failed('portal', away);
  clock = 1700;
  outages.answered('portal');
  expect(told).toHaveLength(1);
  outages.answered('sync');
  expect(told).toMatchObject([{ kind: 'began' }, { kind: 'ended', failed: 3 }]);
});

test('nothing is told where nothing fails', () => {
  outages.answered('portal');
  expect(told).toEqual([]);
});

test('a lock or a turn that is late is no outage: it is told once, and once a minute with how many more', () => {
  for (const cause of [locked, noTurn, locked]) outages.failed('portal', cause);
  clock = 61_000;
  outages.failed('portal', noTurn);
  expect(told).toEqual([
    { kind: 'late', cause: locked, more: 0 },
    { kind: 'late', cause: noTurn, more: 2 },
  ]);
});

test('what found no room is remembered until there is some', () => {
  expect(outages.isOutOfSpace).toBe(false);
  outages.failed('sync', full);
  expect(outages.isOutOfSpace).toBe(true);
  outages.hasSpace();
  expect(outages.isOutOfSpace).toBe(false);
});
