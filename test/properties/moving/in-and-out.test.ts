import fc from 'fast-check';
import { readRows } from '../../../src/persistence/engine/sql';
import { findReferenceFaults } from '../../../src/persistence/integrity/account-references';
import { announce, complete, invoice, release, subscriptionsOf, withdraw } from '../../support/moves';
import { aCustomer, admin, aReseller, see, setUpResellers, type TestReseller } from '../../support/resellers';
import { handOver, transfer } from '../../support/transfers';
import { createWorld, type World } from '../../support/world';
import { type KnownAccount, keyOf, type Model, type SourceEvent, standingOf, visibleTo } from './in-and-out-model';

/** PROPERTY_SEED replays a run; PROPERTY_RUNS asks for more than the few of every day. */
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 2);
const STEPS = 60;

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await setUpResellers(world);
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

/** One step: what is done, with numbers to choose of whom and of what. */
interface Step {
  readonly what: (typeof KINDS)[number];
  readonly reseller: number;
  readonly source: number;
  readonly pick: number;
}
const KINDS = [
  ...(['purchase', 'purchase', 'purchase', 'state', 'state', 'snapshot', 'cancel', 'delete', 'restore'] as const),
  ...(['again', 'again', 'again', 'announce', 'announce', 'announce', 'complete', 'complete', 'withdraw'] as const),
  ...(['release', 'handBack', 'handBack', 'invoice', 'invoice', 'days'] as const),
] as const;
const SOURCES = ['k-1', 'k-2', 'k-3', 'k-4'];
const step = fc.record({
  what: fc.constantFrom(...KINDS),
  reseller: fc.nat(2),
  source: fc.nat(SOURCES.length - 1),
  pick: fc.nat(1000),
});

test(
  'S29: whatever is sent and decided in whatever order, each account is one, each reseller sees and pays its own',
  async () => {
    console.info(`replay with PROPERTY_SEED=${SEED} PROPERTY_RUNS=${RUNS}`);
    const property = fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
      const history = await aHistory();
      for (const one of steps) {
        await history.take(one);
        await history.check();
      }
    });
    await fc.assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: true });
    console.info([...done].map(([kind, count]) => `${kind} ${count}`).join(', '));
    // Nearly all of it happened: histories in which nothing is taken show nothing. Replayed ones may be short.
    expect([...done.values()].filter((times) => times > 0).length).toBeGreaterThanOrEqual(new Set(KINDS).size - 3);
  },
  60_000 * RUNS,
);

/** How often each kind of step did something. */
const done = new Map<string, number>();

let histories = 0;
async function aHistory() {
  histories += 1;
  world.now = new Date('2026-03-15T12:00:00Z');
  const terms = { currency: 'EUR', separateInvoices: true };
  const resellers: TestReseller[] = [];
  for (const name of ['One', 'Two', 'Three']) {
    resellers.push(await aReseller(world, { name: `${name} ${histories}`, ...terms }));
  }
  const model: Model = { resellers, accounts: new Map(), identities: new Map(), versions: new Map() };
  const sent: SourceEvent[] = [];
  let names = 0;
  const aName = () => {
    names += 1;
    return `s-${names}`;
  };
  const today = () => world.now.toISOString().slice(0, 10);
  const yesterday = () => new Date(world.now.getTime() - 86_400_000).toISOString().slice(0, 10);
  const of = (reseller: number) => {
    const found = resellers[reseller];
    if (!found) throw new Error('There are three resellers');
    return found;
  };
  const idsOf = () => [...model.accounts.keys()];
  const picked = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];

  /** The snapshot of a customer in a version: each version has content of its own. */
  const snapshot = (reseller: number, source: string, version: number) =>
    aCustomer(source, { sourceVersion: String(version), name: `${of(reseller).name} ${source} v${version}` });
  const versionOf = (reseller: number, source: string) => model.versions.get(keyOf(reseller, source)) ?? 1;
  const nextVersion = (reseller: number, source: string) => {
    const version = versionOf(reseller, source) + 1;
    model.versions.set(keyOf(reseller, source), version);
    return version;
  };

  /** Mostly of a customer that is here; a purchase of whatever comes. */
  function senderOf({ what, reseller, source: at, pick }: Step) {
    const managed = [...model.accounts.values()].flatMap(({ manager }) => manager ?? []);
    const known = picked(managed, pick);
    return known && what !== 'purchase' && pick % 4 > 0 ? known : { reseller, source: SOURCES[at] ?? '' };
  }

  function made(one: Step): SourceEvent | null {
    const { what, pick } = one;
    const { reseller, source } = senderOf(one);
    const event = (mutation: string, input: object, subscription: string | null = null): SourceEvent => ({
      ...{ kind: what as SourceEvent['kind'], reseller, source, mutation, input, subscription },
    });
    const known = standingOf(model, { reseller, source });
    const mine =
      known && typeof known === 'object'
        ? [...known.subscriptions.values()].filter((one) => one.reseller === reseller && one.customer === source)
        : [];
    const customer = snapshot(reseller, source, versionOf(reseller, source));
    const terms = { sku: 'MAIL', quantity: 1, billingPeriod: 'MONTHLY' };
    switch (what) {
      case 'purchase': {
        const name = aName();
        const version = pick % 4 === 0 ? {} : { sourceVersion: '1' };
        const subscription = { ...terms, ...version, sourceSubscriptionId: name, startDate: today() };
        return event('recordPaidSubscription', { customer, subscription }, name);
      }
      case 'state': {
        const followed = picked(
          mine.filter(({ versioned }) => versioned),
          pick,
        );
        if (!followed) return null;
        const end = pick % 3 === 0 ? { endDate: today() } : {};
        const version = { sourceVersion: String(nextVersion(reseller, `${source} ${followed.source}`)) };
        const subscription = {
          ...terms,
          ...version,
          ...end,
          sourceSubscriptionId: followed.source,
          startDate: followed.startDate,
        };
        return event('recordPaidSubscription', { customer, subscription }, followed.source);
      }
      case 'snapshot':
        return event('syncCustomers', {
          items: [{ customer: snapshot(reseller, source, nextVersion(reseller, source)) }],
        });
      case 'cancel': {
        const bought = picked(
          mine.filter(({ versioned }) => !versioned),
          pick,
        );
        const sourceSubscriptionId = bought?.source ?? 'unheard';
        return event('cancelPaidSubscription', { sourceAccountId: source, sourceSubscriptionId, endDate: today() });
      }
      case 'delete': {
        const sourceVersion = String(nextVersion(reseller, source));
        return event('deleteManagedAccount', { sourceAccountId: source, sourceVersion, endDate: today() });
      }
      default:
        return event('restoreManagedAccount', { customer: snapshot(reseller, source, nextVersion(reseller, source)) });
    }
  }

  /** Sends an event, and asks whether the answer is what its sender may be told. */
  async function send(event: SourceEvent): Promise<boolean> {
    const { reseller, source, mutation, input, subscription } = event;
    const standing = standingOf(model, event);
    const errors = 'userErrors { code retryable }';
    const payload = await world.mutate(
      of(reseller).sync,
      mutation,
      input,
      SELECTED[mutation] ?? `results { outcome account { id } ${errors} }`,
    );
    const { outcome, subscriptionOutcome = null, account, userErrors } = payload.results?.[0] ?? payload;
    const codes = userErrors.map(({ code }: { code: string }) => code);
    const told = { event, standing, outcome, codes };
    const is = (expected: object) => expect({ ...told, account }).toEqual({ ...told, account, ...expected });
    if (standing === 'MOVE_PENDING') {
      is({ outcome: 'REJECTED', account: null, codes: ['MOVE_PENDING'] });
      return false;
    }
    if (standing === 'FORMER') {
      is(
        subscription === null
          ? { outcome: 'STALE', account: null, codes: [] }
          : { outcome: 'REJECTED', account: null, codes: ['SOURCE_ACCOUNT_TAKEN'] },
      );
      return true;
    }
    if (standing === null) {
      const copies = subscription !== null;
      const code = mutation === 'cancelPaidSubscription' ? 'NOT_FOUND' : 'ACCOUNT_NOT_COPIED';
      is(copies ? { outcome: 'CREATED', codes: [] } : { outcome: 'REJECTED', account: null, codes: [code] });
      if (!copies) return false;
      const fresh = { id: account.id, manager: { reseller, source }, announced: null, since: today() };
      expect(model.accounts.has(account.id)).toBe(false);
      model.accounts.set(account.id, { ...fresh, subscriptions: new Map() });
      model.identities.set(keyOf(reseller, source), account.id);
    } else if (codes.length > 0) {
      // What its own state says to it: nothing that a stranger would be told.
      expect(['ACCOUNT_DELETED', 'NOT_FOUND', 'SUBSCRIPTION_CONFLICT']).toContain(codes.join());
      return false;
    } else is({ account: { id: standing.id } });
    learn(event, model.accounts.get(account.id));
    return !['STALE', 'UNCHANGED'].includes(subscriptionOutcome ?? outcome);
  }

  function learn({ reseller, source, subscription, input }: SourceEvent, account: KnownAccount | undefined): void {
    if (subscription === null || !account) return;
    const key = keyOf(reseller, `${source}/${subscription}`);
    if (account.subscriptions.has(key)) return;
    const { startDate, sourceVersion } = (input as { subscription: { startDate: string; sourceVersion?: string } })
      .subscription;
    const versioned = sourceVersion !== undefined;
    account.subscriptions.set(key, { source: subscription, customer: source, versioned, reseller, startDate });
  }

  const owes = async (id: string, asOf: string) =>
    (await see(world, admin, id, `pendingInvoices(asOf: "${asOf}") { total }`)).pendingInvoices.length > 0;
  const isDeleted = async (id: string) => (await see(world, admin, id, 'status')).status === 'DELETED';
  const codesOf = (errors: readonly { code: string }[]) => errors.map(({ code }) => code).join();

  async function announced(account: KnownAccount, { reseller, source: at, pick }: Step): Promise<boolean> {
    const source = picked([...SOURCES, `m-${pick % 5}`], at + pick) ?? '';
    const target = { reseller, source };
    const owner = model.identities.get(keyOf(reseller, source));
    const isSame = (one: KnownAccount['manager']) => one?.reseller === reseller && one.source === source;
    // Of an account whose move is announced, its own manager is another target like any.
    const wasBefore = account.manager !== null && isSame(account.announced ?? account.manager);
    const expected = !account.manager
      ? 'INVALID_INPUT'
      : wasBefore
        ? ''
        : account.announced || account.manager.reseller === reseller || (await isDeleted(account.id))
          ? 'INVALID_INPUT'
          : owner !== undefined && owner !== account.id
            ? 'SOURCE_ACCOUNT_TAKEN'
            : '';
    const codes = codesOf(await announce(world, of(reseller), account.id, source));
    expect({ account, target, codes }).toEqual({ account, target, codes: expected });
    if (codes !== '' || wasBefore) return false;
    account.announced = target;
    if (owner === undefined) madeByMove.add(keyOf(reseller, source));
    model.identities.set(keyOf(reseller, source), account.id);
    return true;
  }
  /** Identities that are there for an announced move alone. */
  const madeByMove = new Set<string>();

  async function completed(account: KnownAccount): Promise<boolean> {
    const { announced: move } = account;
    const expected =
      move === null
        ? null
        : (await isDeleted(account.id))
          ? 'INVALID_INPUT'
          : (await owes(account.id, yesterday()))
            ? 'INVOICE_FIRST'
            : '';
    const codes = codesOf(await complete(world, account.id));
    if (move === null) {
      expect(['', 'INVALID_INPUT']).toContain(codes);
      return false;
    }
    expect({ account, codes }).toEqual({ account, codes: expected });
    if (codes !== '') return false;
    madeByMove.delete(keyOf(move.reseller, move.source));
    Object.assign(account, { manager: move, announced: null, since: today() });
    return true;
  }

  async function withdrawn(account: KnownAccount): Promise<boolean> {
    const { announced: move } = account;
    const codes = codesOf(await withdraw(world, account.id));
    if (!move) {
      expect(['', 'INVALID_INPUT']).toContain(codes);
      return false;
    }
    expect(codes).toBe('');
    account.announced = null;
    if (madeByMove.delete(keyOf(move.reseller, move.source))) {
      model.identities.delete(keyOf(move.reseller, move.source));
    }
    return true;
  }

  async function released(account: KnownAccount, pick: number): Promise<boolean> {
    const before = await subscriptionsOf(world, admin, account.id);
    const decisions = before.map(({ id }, index) => ({ subscriptionId: id, goesOn: (pick + index) % 2 === 0 }));
    const { manager } = account;
    const expected = !manager
      ? ''
      : account.announced
        ? 'INVALID_INPUT'
        : (await owes(account.id, yesterday()))
          ? 'INVOICE_FIRST'
          : '';
    const runs = (one: { endDate: string | null }) => one.endDate === null || one.endDate >= today();
    const dead = await isDeleted(account.id);
    const codes = codesOf(await release(world, account.id, decisions));
    expect({ account, codes }).toEqual({ account, codes: expected });
    if (codes !== '' || !manager) return false;
    Object.assign(account, { manager: null, since: today() });
    for (const [index, one] of before.entries()) {
      const goesOn = (pick + index) % 2 === 0 && runs(one) && !dead;
      const known = [...account.subscriptions.values()].find(
        ({ source, reseller }) => source === one.sourceSubscriptionId && reseller === manager.reseller,
      );
      if (goesOn && known) known.reseller = null;
    }
    return true;
  }

  /** As whoever hands a customer back does: what is owed is invoiced, it is billed to the reseller, and transferred. */
  async function handedBack(account: KnownAccount, { reseller, source: at, pick }: Step): Promise<boolean> {
    if (account.manager || (await isDeleted(account.id))) return false;
    await invoice(world, account.id);
    const mine = [...model.identities].filter(([key, id]) => id === account.id && key.startsWith(`${reseller}/`));
    const spent = picked(mine, pick)?.[0].split('/')[1];
    const source = spent ?? SOURCES[at] ?? '';
    const owner = model.identities.get(keyOf(reseller, source));
    await world.mutate(admin, 'updateAccount', { accountId: account.id, billToId: of(reseller).accountId });
    const running = (await subscriptionsOf(world, admin, account.id)).filter(
      ({ endDate }) => endDate === null || endDate >= today(),
    );
    const mapping = Object.fromEntries(running.map(({ id }) => [id, aName()]));
    const { results, userErrors } = await transfer(world, of(reseller), [handOver(account.id, source, mapping)]);
    const codes = codesOf([...userErrors, ...results[0].userErrors]);
    const taken = owner !== undefined && owner !== account.id;
    expect({ account, source, codes }).toEqual({ account, source, codes: taken ? 'SOURCE_ACCOUNT_TAKEN' : '' });
    if (taken) {
      await world.mutate(admin, 'updateAccount', { accountId: account.id, billToId: null });
      return false;
    }
    Object.assign(account, { manager: { reseller, source }, since: today() });
    model.identities.set(keyOf(reseller, source), account.id);
    for (const [key, one] of [...account.subscriptions]) if (one.reseller === null) account.subscriptions.delete(key);
    for (const one of running) {
      const name = mapping[one.id] ?? '';
      const known = { source: name, customer: source, versioned: false, reseller, startDate: one.startDate };
      account.subscriptions.set(keyOf(reseller, `${source}/${name}`), known);
    }
    return true;
  }

  async function invoiced(account: KnownAccount): Promise<boolean> {
    const before = new Set((await linesOf(world, [account.id])).map(({ number }) => number));
    const { userErrors } = await invoice(world, account.id);
    expect(['', 'NOTHING_TO_INVOICE']).toContain(codesOf(userErrors));
    const payer = account.manager ? of(account.manager.reseller).accountId : account.id;
    for (const line of (await linesOf(world, [account.id])).filter(({ number }) => !before.has(number))) {
      // Whoever manages it now, for a time since it does.
      expect({ account, line, payer: line.payer }).toEqual({ account, line, payer });
      expect({ account, line, isOfItsTime: line.period >= account.since }).toEqual({
        account,
        line,
        isOfItsTime: true,
      });
      if (account.announced) expect(line.period < today()).toBe(true);
    }
    return userErrors.length === 0;
  }

  async function take(one: Step): Promise<void> {
    const count = (did: boolean) => done.set(one.what, (done.get(one.what) ?? 0) + (did ? 1 : 0));
    const id = picked(idsOf(), one.pick);
    const account = id === undefined ? undefined : model.accounts.get(id);
    switch (one.what) {
      case 'announce': {
        const managed = picked(
          [...model.accounts.values()].filter(({ manager }) => manager !== null),
          one.pick,
        );
        const some = one.pick % 5 > 0 ? managed : account;
        return void count(some !== undefined && (await announced(some, one)));
      }
      case 'complete': {
        // One that can be, if there is any.
        const move = picked(
          [...model.accounts.values()].filter((some) => some.announced),
          one.pick,
        );
        if (move && one.pick % 3 > 0) await invoiced(move);
        const moving = move ?? account;
        return void count(moving !== undefined && (await completed(moving)));
      }
      case 'withdraw':
        return void count(account !== undefined && (await withdrawn(account)));
      case 'release':
        if (account && one.pick % 3 > 0) await invoiced(account);
        return void count(account !== undefined && (await released(account, one.pick)));
      case 'handBack': {
        const own = picked(
          [...model.accounts.values()].filter(({ manager }) => manager === null),
          one.pick,
        );
        return void count(own !== undefined && (await handedBack(own, one)));
      }
      case 'invoice':
        return void count(account !== undefined && (await invoiced(account)));
      case 'days':
        world.now = new Date(world.now.getTime() + (1 + (one.pick % 35)) * 86_400_000);
        return void count(true);
      case 'again': {
        const event = picked(sent, one.pick);
        if (event) await send(event);
        return void count(event !== undefined);
      }
      default: {
        const event = made(one);
        if (!event) return;
        const did = await send(event);
        // A purchase that waits would be recorded with a start before it could be: its sender makes a new one.
        if (event.subscription === null || did) sent.push(event);
        count(did);
      }
    }
  }

  async function check(): Promise<void> {
    const ids = idsOf();
    const resellerIds = resellers.map(({ id }) => id);
    const rows = await world.sql<{ id: string; reseller: string | null; source: string | null }>(
      `SELECT id, tenant_reseller_id AS reseller, source_account_id AS source FROM accounts
       WHERE id = ANY ($1) OR tenant_reseller_id = ANY ($2)`,
      [ids, resellerIds],
    );
    const managers = [...model.accounts.values()].map(({ id, manager }) => ({
      ...{ id, reseller: manager ? of(manager.reseller).id : null, source: manager?.source ?? null },
    }));
    const sorted = <T extends { id: string }>(list: T[]) => list.sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(sorted(rows)).toEqual(sorted(managers));
    const identities = await world.sql<{ reseller: string; source: string; account: string }>(
      `SELECT tenant_reseller_id AS reseller, source_account_id AS source, account_id AS account
       FROM source_identities WHERE tenant_reseller_id = ANY ($1)`,
      [resellerIds],
    );
    const known = identities.map(({ reseller, source, account }) => [
      keyOf(resellerIds.indexOf(reseller), source),
      account,
    ]);
    expect(known.sort()).toEqual([...model.identities].sort());
    for (const [index, reseller] of resellers.entries()) {
      const { accounts } = await world.ask(
        reseller.sync,
        `{ accounts(first: 200, filter: { status: [ACTIVE, SUSPENDED, DELETED] }) { edges { node {
             id managedByReseller { reseller { id } sourceAccountId }
             subscriptions(first: 200) { edges { node { sourceSubscriptionId } } } } } } }`,
      );
      const seen = accounts.edges.map(({ node }: Seen) => ({
        id: node.id,
        source: node.managedByReseller.sourceAccountId,
        subscriptions: node.subscriptions.edges.map((one) => one.node.sourceSubscriptionId).sort(),
      }));
      const own = [...model.accounts.values()]
        .filter(({ manager }) => manager?.reseller === index)
        .map((account) => ({
          ...{ id: account.id, source: account.manager?.source, subscriptions: visibleTo(account, index) },
        }));
      expect(sorted(seen)).toEqual(sorted(own));
    }
    await checkMoney(ids);
  }

  /** One mailbox a month at 2.50: a period of a subscription is billed once, whoever came and went. */
  async function checkMoney(ids: readonly string[]): Promise<void> {
    const lines = await linesOf(world, ids);
    const periods = lines.map(({ subscription, period }) => `${subscription} ${period}`);
    expect(periods.length).toBe(new Set(periods).size);
    for (const { amount } of lines) expect(amount).toBe('2.50');
    expect(
      await findReferenceFaults({ query: async (one) => readRows(one, await world.sql(one.text, one.values)) }),
    ).toEqual([]);
  }

  return { take, check };
}

/** What an event answers; syncCustomers answers item by item. */
const SELECTED: Readonly<Record<string, string>> = {
  recordPaidSubscription: 'outcome subscriptionOutcome account { id }',
  cancelPaidSubscription: 'outcome account { id }',
  deleteManagedAccount: 'outcome account { id }',
  restoreManagedAccount: 'outcome account { id }',
};

interface Seen {
  readonly node: {
    readonly id: string;
    readonly managedByReseller: { readonly sourceAccountId: string };
    readonly subscriptions: { readonly edges: readonly { readonly node: { readonly sourceSubscriptionId: string } }[] };
  };
}

interface Line {
  readonly number: string;
  readonly payer: string;
  readonly subscription: string;
  readonly period: string;
  readonly amount: string;
}

/** What was ever billed of these accounts. */
function linesOf(world: World, ids: readonly string[]): Promise<Line[]> {
  return world.sql<Line>(
    `SELECT i.number, i.bill_to_id AS payer, l.subscription_id AS subscription, l.first_day::text AS period,
       l.amount::numeric(9, 2)::text AS amount
     FROM invoice_lines l JOIN invoices i ON i.account_id = l.account_id AND i.id = l.invoice_id
     WHERE l.charged_account_id = ANY ($1) AND l.subscription_id IS NOT NULL`,
    [ids],
  );
}
