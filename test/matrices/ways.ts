import type { Caller } from '../../src/domain/caller';
import type { MatrixWorld, UnderTest } from '../guard/accounts';
import { USER_ERRORS, type World } from '../support/world';
import { ATTEMPTS } from './attempts';

/** One mutation of a request. */
export interface Call {
  readonly alias?: string;
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly selection?: string;
}

/** What one mutation of a request came to: its payload, and the codes of the top-level errors at it. */
export interface Came {
  // biome-ignore lint/suspicious/noExplicitAny: as World.mutate
  readonly payload: any;
  readonly errors: readonly unknown[];
}

/** Runs several mutations in one request, in their order. */
export async function runTogether(world: World, caller: Caller | null, calls: readonly Call[]): Promise<Came[]> {
  const fields = world.subgraph.schema.getMutationType()?.getFields() ?? {};
  const keys = calls.map(({ alias, mutation }) => alias ?? mutation);
  const variables = calls.map(({ mutation }, index) => `$i${index}: ${fields[mutation]?.args[0]?.type}`);
  const selections = calls.map(
    ({ mutation, selection = 'account { id }' }, index) =>
      `${keys[index]}: ${mutation}(input: $i${index}) { ${selection} ${USER_ERRORS} }`,
  );
  const { data, errors = [] } = await world.run(
    caller,
    `mutation (${variables.join(', ')}) { ${selections.join(' ')} }`,
    Object.fromEntries(calls.map(({ input }, index) => [`i${index}`, input])),
  );
  return keys.map((key) => ({
    payload: data?.[key] ?? null,
    // What turns away the whole request has no path.
    errors: errors.filter(({ path }) => !path || path[0] === key).map(({ extensions }) => extensions.code),
  }));
}

/** A way in: tries mutations on accounts, each mutation at most once, and tells what each came to. */
export type Way = (
  matrix: MatrixWorld,
  caller: Caller | null,
  tried: readonly { readonly mutation: string; readonly account: UnderTest }[],
) => Promise<Came[]>;

const callOf = ({ mutation, account }: { mutation: string; account: UnderTest }): Call => ({
  mutation,
  input: { accountId: account.id, ...ATTEMPTS[mutation]?.input(account) },
});

const MUTATIONS = Object.keys(ATTEMPTS);
/** Something that the caller may do, and that leaves nothing: what is related already, or no customers at all. */
export const somethingAllowed = ({ homes }: MatrixWorld, caller: Caller | null): Call =>
  caller?.kind === 'RESELLER_SYNC'
    ? { alias: 'first', mutation: 'syncCustomers', input: { items: [] }, selection: 'results { outcome }' }
    : {
        alias: 'first',
        mutation: 'relateAccount',
        input: { accountId: (caller && homes.get(caller)) ?? '', kind: 'TASK', targetId: 't-0' },
      };

export const WAYS: Readonly<Record<string, Way>> = {
  'as a root field': async ({ world }, caller, tried) => {
    const came: Came[] = [];
    for (const one of tried) came.push(...(await runTogether(world, caller, [callOf(one)])));
    return came;
  },
  // Each under the name of another one, which may be allowed where it is not.
  'under an alias': ({ world }, caller, tried) =>
    runTogether(
      world,
      caller,
      tried.map((one) => {
        const next = MUTATIONS[(MUTATIONS.indexOf(one.mutation) + 1) % MUTATIONS.length] ?? '';
        return { ...callOf(one), alias: next };
      }),
    ),
  'behind a mutation of the same request that succeeds': async (matrix, caller, tried) => {
    const [first, ...came] = await runTogether(matrix.world, caller, [
      somethingAllowed(matrix, caller),
      ...tried.map(callOf),
    ]);
    const code = caller && matrix.refusedWith.get(caller);
    const userErrors = code ? [expect.objectContaining({ code })] : [];
    expect(first).toEqual(
      caller
        ? { payload: expect.objectContaining({ userErrors }), errors: [] }
        : { payload: null, errors: ['UNAUTHENTICATED'] },
    );
    return came;
  },
};
