import { sampleOf } from '../graphql/sample-input';
import { aMatrixWorld, type MatrixWorld } from '../guard/accounts';
import { admin, everyRow, writtenSince } from '../support/resellers';
import { ADMINISTRATORS, ATTEMPTS, SYNCS } from './attempts';
import { type Call, type Came, runTogether } from './ways';

let matrix: MatrixWorld;
let cells = 0;

beforeAll(async () => {
  matrix = await aMatrixWorld();
});
afterAll(async () => {
  console.info(`matrix, syncs of resellers that are not active: ${cells} cells`);
  await matrix.world.close();
});

const setStatus = async (status: string) => {
  const change = { tenantResellerId: matrix.setup.alpha.id, status };
  expect(await matrix.world.mutate(admin, 'updateTenantReseller', change)).toEqual({ userErrors: [] });
};
const callOf = (mutation: string, alias = mutation): Call => {
  const input = matrix.world.subgraph.schema.getMutationType()?.getFields()[mutation]?.args[0];
  if (!input) throw new Error(`There is no mutation ${mutation} with an input`);
  return { mutation, alias, input: sampleOf(input.type) as Record<string, unknown>, selection: '' };
};

/** Each gives what the mutation came to. */
const WAYS: Record<string, (mutation: string) => Promise<Came | undefined>> = {
  'as a root field': async (mutation) =>
    (await runTogether(matrix.world, matrix.setup.alpha.sync, [callOf(mutation)]))[0],
  'under an alias': async (mutation) =>
    (await runTogether(matrix.world, matrix.setup.alpha.sync, [callOf(mutation, 'accounts')]))[0],
  'behind another one of the same request': async (mutation) =>
    (await runTogether(matrix.world, matrix.setup.alpha.sync, [callOf('syncCustomers', 'first'), callOf(mutation)]))[1],
};

/** S30: what a sync may call is refused with this, whatever it sends; what it may not call stays FORBIDDEN (S21). */
const STATUSES = [
  ['SUSPENDED', { code: 'RESELLER_SUSPENDED', path: ['input'], retryable: true, reasons: [] }],
  ['ENDED', { code: 'RESELLER_ENDED', path: ['input'], retryable: false, reasons: [] }],
] as const;

describe.each(STATUSES)('the sync of a reseller that is %s', (status, refusal) => {
  beforeAll(() => setStatus(status));
  afterAll(() => setStatus('ACTIVE'));

  describe.each(Object.entries(WAYS))('%s', (_way, call) => {
    test.each(SYNCS)('%s is refused, and no row is written', async (mutation) => {
      const before = await everyRow(matrix.world);
      const came = await call(mutation);
      expect([came?.errors, came?.payload?.userErrors]).toEqual([[], [expect.objectContaining(refusal)]]);
      expect(await writtenSince(matrix.world, before)).toEqual([]);
      cells += 1;
    });

    test.each([...ADMINISTRATORS, ...Object.keys(ATTEMPTS)])('%s turns it away as ever', async (mutation) => {
      expect(await call(mutation)).toEqual({ payload: null, errors: ['FORBIDDEN'] });
      cells += 1;
    });
  });

  test('another reseller’s sync is let in', async () => {
    for (const mutation of SYNCS) {
      const [came] = await runTogether(matrix.world, matrix.setup.beta.sync, [callOf(mutation)]);
      const codes = came?.payload.userErrors.map(({ code }: { code: string }) => code);
      expect(codes).not.toContain(refusal.code);
      cells += 1;
    }
  });
});

test('once it is active again it is let in', async () => {
  for (const mutation of SYNCS) {
    const codes = (await WAYS['as a root field']?.(mutation))?.payload.userErrors.map(
      ({ code }: { code: string }) => code,
    );
    expect(codes.filter((code: string) => code.startsWith('RESELLER_'))).toEqual([]);
    cells += 1;
  }
});
