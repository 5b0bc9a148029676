import { randomUUID } from 'node:crypto';
import {
  aCustomer,
  admin,
  aReseller,
  copy,
  everyRow,
  record,
  type Setup,
  setUpResellers,
  writtenSince,
} from '../../support/resellers';
import { aBilledAccount, aTransferredAccount, handAlone, handOver, sell, transfer } from '../../support/transfers';
import { createWorld, type World } from '../../support/world';

let world: World;
let setup: Setup;

beforeAll(async () => {
  world = await createWorld();
  setup = await setUpResellers(world);
});
afterAll(() => world.close());

type Sent = ReturnType<typeof handOver>;
type Expected = { code: string; path: string[]; reasons?: string[]; message?: unknown };

let sources = 0;
const aSource = () => {
  sources += 1;
  return `refused-${sources}`;
};
const anAccount = (changes: Record<string, unknown> = {}) => aBilledAccount(world, setup.alpha, changes);
const edit = (accountId: string, change: Record<string, unknown>) =>
  world.mutate(admin, 'updateAccount', { accountId, ...change });
const deleteSource = (sourceAccountId: string) =>
  world.mutate(setup.alpha.sync, 'deleteManagedAccount', { sourceAccountId, sourceVersion: '2' });

/** What is sent, the refusal that it gets, and the twin of it that succeeds. */
interface Case {
  readonly sent: Sent;
  readonly refusals: readonly Expected[];
  readonly twin: () => Promise<Sent>;
}

/** An account that pays itself, or that another reseller pays for. */
const billedTo = async (billToId: string | null): Promise<Case> => {
  const id = await anAccount({ billToId });
  return {
    sent: handOver(id, aSource()),
    refusals: [{ code: 'BILL_TO_MUST_BE_RESELLER', path: ['accountId'] }],
    twin: async () => {
      await edit(id, { billToId: setup.alpha.accountId });
      return handOver(id, aSource());
    },
  };
};

/** Somebody else has the source id. */
const taken = async (take: (source: string) => Promise<void>): Promise<Case> => {
  const [id, source] = [await anAccount(), aSource()];
  await take(source);
  return {
    sent: handOver(id, source),
    refusals: [{ code: 'SOURCE_ACCOUNT_TAKEN', path: ['sourceAccountId'] }],
    twin: async () => handOver(id, aSource()),
  };
};

const CASES: Record<string, () => Promise<Case>> = {
  'half a character in a source id': async () => {
    const id = await anAccount();
    return {
      sent: handOver(id, 'a\ud83d'),
      refusals: [{ code: 'INVALID_INPUT', path: ['sourceAccountId'] }],
      twin: async () => handOver(id, `${aSource()}\ud83d\ude00`),
    };
  },
  'an account that pays itself': () => billedTo(null),
  'an account that is billed to another reseller': () => billedTo(setup.beta.accountId),
  'active subscriptions without a mapping': async () => {
    const id = await anAccount();
    const [one, two, three] = [await sell(world, id), await sell(world, id), await sell(world, id)];
    const names = new RegExp(`(?=.*${one})(?=.*${three})(?!.*${two})`);
    return {
      sent: handOver(id, aSource(), { [two]: 's-2' }),
      refusals: [{ code: 'INVALID_INPUT', path: ['subscriptions'], message: expect.stringMatching(names) }],
      twin: async () => handOver(id, aSource(), { [one]: 's-1', [two]: 's-2', [three]: 's-3' }),
    };
  },
  'a subscription that nobody knows': async () => {
    const id = await anAccount();
    return {
      sent: handOver(id, aSource(), { [randomUUID()]: 's-1' }),
      refusals: [{ code: 'NOT_FOUND', path: ['subscriptions', '0', 'subscriptionId'] }],
      twin: async () => handOver(id, aSource()),
    };
  },
  "another account's subscription": async () => {
    const id = await anAccount();
    const [own, others] = [await sell(world, id), await sell(world, await anAccount())];
    return {
      sent: handOver(id, aSource(), { [own]: 's-1', [others]: 's-2' }),
      refusals: [{ code: 'NOT_FOUND', path: ['subscriptions', '1', 'subscriptionId'] }],
      twin: async () => handOver(id, aSource(), { [own]: 's-1' }),
    };
  },
  'two subscriptions under one source id': async () => {
    const id = await anAccount();
    const [one, two] = [await sell(world, id), await sell(world, id)];
    return {
      sent: handOver(id, aSource(), { [one]: 's-1', [two]: 's-1' }),
      refusals: [{ code: 'INVALID_INPUT', path: ['subscriptions', '1'] }],
      twin: async () => handOver(id, aSource(), { [one]: 's-1', [two]: 's-2' }),
    };
  },
  'a blank source id of a subscription': async () => {
    const id = await anAccount();
    const sold = await sell(world, id);
    return {
      sent: handOver(id, aSource(), { [sold]: ' ' }),
      refusals: [{ code: 'INVALID_INPUT', path: ['subscriptions', '0', 'sourceSubscriptionId'] }],
      twin: async () => handOver(id, aSource(), { [sold]: 's-1' }),
    };
  },
  'the source id of a customer that is copied': () =>
    taken(async (source) => void (await copy(world, setup.alpha, aCustomer(source)))),
  'the source id of a customer that was transferred': () =>
    taken(async (source) => void (await aTransferredAccount(world, setup.alpha, source))),
  'the source id that a deleted customer spent': async () => {
    const [id, spent] = [await anAccount(), aSource()];
    await copy(world, setup.alpha, aCustomer(spent));
    await deleteSource(spent);
    return {
      sent: handOver(id, spent),
      refusals: [{ code: 'SOURCE_ACCOUNT_TAKEN', path: ['sourceAccountId'] }],
      // Beta's customer of that id is another one.
      twin: async () => {
        await copy(world, setup.beta, aCustomer(`${spent}-b`));
        return handOver(id, `${spent}-b`);
      },
    };
  },
  'an account that another reseller manages': async () => {
    const id = await copy(world, setup.beta, aCustomer(aSource()));
    return {
      sent: handOver(id, aSource()),
      refusals: [{ code: 'ACCOUNT_ALREADY_MANAGED', path: ['accountId'] }],
      twin: async () => handOver(await anAccount(), aSource()),
    };
  },
  'an account that the reseller manages under another source id': async () => {
    const [source, other] = [aSource(), aSource()];
    const { id } = await aTransferredAccount(world, setup.alpha, source);
    return {
      sent: handOver(id, other),
      refusals: [{ code: 'ACCOUNT_ALREADY_MANAGED', path: ['accountId'] }],
      twin: async () => handOver(id, source),
    };
  },
  'an id that no account has': async () => {
    const id = randomUUID();
    return {
      sent: handOver(id, aSource()),
      refusals: [{ code: 'ACCOUNT_NOT_FOUND', path: ['accountId'], reasons: ['ACCOUNT_NOT_FOUND'] }],
      twin: async () => handOver(await anAccount({ id }), aSource()),
    };
  },
  'an id that is no UUID': async () => ({
    sent: handOver('account-7', aSource()),
    refusals: [{ code: 'ACCOUNT_NOT_FOUND', path: ['accountId'], reasons: ['ACCOUNT_NOT_FOUND'] }],
    twin: async () => handOver(await anAccount(), aSource()),
  }),
  'an account that was deleted': async () => {
    const id = await anAccount();
    await world.mutate(admin, 'deleteAccount', { accountId: id });
    return {
      sent: handOver(id, aSource()),
      refusals: [{ code: 'ACTION_NOT_ALLOWED', path: ['accountId'], reasons: ['ACCOUNT_DELETED'] }],
      twin: async () => handOver(await anAccount(), aSource()),
    };
  },
  "a tenant reseller's own account, although nobody is billed to it": async () => {
    const gamma = await aReseller(world, { name: 'Gamma', currency: 'EUR', separateInvoices: true });
    // As a database of the last version may hold it.
    await world.sql('UPDATE accounts SET bill_to_id = $2 WHERE id = $1', [gamma.accountId, setup.alpha.accountId]);
    return {
      sent: handOver(gamma.accountId, aSource()),
      refusals: [{ code: 'ACTION_NOT_ALLOWED', path: ['accountId'], reasons: ['TENANT_RESELLER_ACCOUNT'] }],
      twin: async () => handOver(await anAccount(), aSource()),
    };
  },
  "the reseller's own account to itself": async () => {
    const { accountId } = setup.alpha;
    await edit(accountId, { billToId: accountId });
    return {
      sent: handOver(accountId, aSource()),
      refusals: [{ code: 'ACTION_NOT_ALLOWED', path: ['accountId'], reasons: ['TENANT_RESELLER_ACCOUNT'] }],
      twin: async () => handOver(await anAccount(), aSource()),
    };
  },
  'an account that another one is billed to': async () => {
    const id = await anAccount();
    const customer = await anAccount({ billToId: id });
    return {
      sent: handOver(id, aSource()),
      refusals: [{ code: 'INVALID_INPUT', path: ['accountId'] }],
      twin: async () => {
        await edit(customer, { billToId: null });
        return handOver(id, aSource());
      },
    };
  },
  'an account that another one lies below': async () => {
    const id = await anAccount();
    const branch = await anAccount({ parentId: id });
    return {
      sent: handOver(id, aSource()),
      refusals: [{ code: 'INVALID_INPUT', path: ['accountId'] }],
      twin: async () => {
        await edit(branch, { parentId: null });
        return handOver(id, aSource());
      },
    };
  },
  'an account that a deleted one is billed to which was sold something; one that never was owes nothing': async () => {
    const [owing, free] = [await anAccount(), await anAccount()];
    const debtor = await anAccount({ billToId: owing });
    await world.mutate(admin, 'createSubscription', {
      accountId: debtor,
      sku: 'MAIL',
      quantity: 1,
      billingPeriod: 'MONTHLY',
    });
    const left = [debtor, await anAccount({ billToId: free }), await anAccount({ parentId: free })];
    for (const accountId of left) await world.mutate(admin, 'deleteAccount', { accountId });
    return {
      sent: handOver(owing, aSource()),
      refusals: [{ code: 'INVALID_INPUT', path: ['accountId'] }],
      twin: async () => handOver(free, aSource()),
    };
  },
  'an account above the reseller’s own: it would be below itself': async () => {
    const delta = await anAccount();
    await edit(setup.alpha.accountId, { parentId: delta });
    return {
      sent: handOver(delta, aSource()),
      refusals: [{ code: 'INVALID_INPUT', path: ['accountId'] }],
      twin: async () => {
        await edit(setup.alpha.accountId, { parentId: null });
        return handOver(delta, aSource());
      },
    };
  },
  'a blank source id': async () => {
    const id = await anAccount();
    return {
      sent: handOver(id, ' '),
      refusals: [{ code: 'INVALID_INPUT', path: ['sourceAccountId'] }],
      twin: async () => handOver(id, aSource()),
    };
  },
};

describe('S24: a transfer is refused, its neighbours are transferred, and its twin succeeds: with', () => {
  test.each(Object.entries(CASES))('%s', async (_name, arrange) => {
    const { sent, refusals, twin } = await arrange();
    const neighbours = [await anAccount(), await anAccount()];
    const before = await everyRow(world);
    const ofNeighbours = neighbours.map((id) => handOver(id, aSource()));
    const { results, userErrors } = await transfer(world, setup.alpha, [
      ofNeighbours[0] ?? {},
      sent,
      ofNeighbours[1] ?? {},
    ]);
    expect(userErrors).toEqual([]);
    expect(results).toMatchObject([
      { accountId: neighbours[0], account: { id: neighbours[0] }, userErrors: [] },
      {
        accountId: sent.accountId,
        userErrors: refusals.map((one) => ({
          reasons: [],
          ...one,
          path: ['input', 'accounts', '1', ...one.path],
          retryable: false,
        })),
      },
      { accountId: neighbours[1], account: { id: neighbours[1] }, userErrors: [] },
    ]);
    const written = (await writtenSince(world, before)).filter((row) => !neighbours.some((id) => row.includes(id)));
    expect(written).toEqual([]);
    expect((await transfer(world, setup.alpha, [await twin()])).results).toMatchObject([{ userErrors: [] }]);
  });
});

describe('S24: the whole call is refused and nothing is written: with', () => {
  test.each<[string, () => string, string]>([
    ['a reseller that nobody knows', () => randomUUID(), 'NOT_FOUND'],
    ['a reseller’s id that is no UUID', () => 'alpha', 'INVALID_INPUT'],
  ])('%s', async (_what, resellerId, code) => {
    const [id, reseller] = [await anAccount(), resellerId()];
    const before = await everyRow(world);
    const answer = await transfer(world, { id: reseller }, [handOver(id, aSource())]);
    expect(answer).toMatchObject({
      results: [],
      userErrors: [{ code, path: ['input', 'tenantResellerId'], retryable: false }],
    });
    expect(await writtenSince(world, before)).toEqual([]);
    await handAlone(world, setup.alpha, handOver(id, aSource()));
  });

  test('501 accounts; 500 are taken', async () => {
    const id = await anAccount();
    const others = Array.from({ length: 499 }, () => handOver(randomUUID(), aSource()));
    const before = await everyRow(world);
    const all = [handOver(id, aSource()), ...others];
    const tooMany = { code: 'INVALID_INPUT', path: ['input', 'accounts'] };
    const refused = await transfer(world, setup.alpha, [...all, handOver(randomUUID(), aSource())]);
    expect(refused).toMatchObject({ results: [], userErrors: [tooMany] });
    expect(await writtenSince(world, before)).toEqual([]);
    const { results } = await transfer(world, setup.alpha, all);
    expect(results).toHaveLength(500);
    expect(results[0]).toEqual({ accountId: id, account: { id }, userErrors: [] });
    expect(results[499]).toMatchObject({ account: null, userErrors: [{ code: 'ACCOUNT_NOT_FOUND' }] });
  });
});

describe('S24: the same transfer again', () => {
  test.each([
    ['at once', async () => undefined],
    ['after a snapshot', (source: string) => record(world, setup.alpha, aCustomer(source))],
    ['after the customer was deleted', deleteSource],
  ])('%s succeeds and changes nothing', async (when, meanwhile) => {
    const { id, sold } = await aTransferredAccount(world, setup.alpha, when);
    await meanwhile(when);
    const before = await everyRow(world);
    await handAlone(world, setup.alpha, handOver(id, when, { [sold]: 's-1' }));
    await handAlone(world, setup.alpha, handOver(id, when));
    expect(await writtenSince(world, before)).toEqual([]);
  });

  test('in one call beside the first one succeeds too', async () => {
    const id = await anAccount();
    const { results } = await transfer(world, setup.alpha, [handOver(id, 'beside'), handOver(id, 'beside')]);
    expect(results.map((one: { userErrors: unknown[] }) => one.userErrors)).toEqual([[], []]);
    const lines = await world.sql(`SELECT FROM account_history WHERE account_id = $1 AND kind = 'TRANSFERRED'`, [id]);
    expect(lines).toHaveLength(1);
  });
});
