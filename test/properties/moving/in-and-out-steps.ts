import { announce, complete, invoice, release, subscriptionsOf, withdraw } from '../../support/moves';
import { admin, anOwnAccount, see } from '../../support/resellers';
import { handOver, sell, transfer } from '../../support/transfers';
import { linesOf } from './in-and-out-checks';
import { type KnownAccount, keyOf } from './in-and-out-model';
import { picked, type Setting, SOURCES, type Step } from './in-and-out-setting';

/** What the distributor decides of accounts, and whether it is refused when it must be, and then only. */
export function stepsOf({ world, model, of, today, yesterday, aName }: Setting) {
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
    const wasManaged = [...model.identities.values()].includes(account.id);
    const expected = !manager
      ? wasManaged
        ? ''
        : 'INVALID_INPUT'
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

  /** A customer of the distributor's own with a mailbox, which may be handed over for the first time. */
  async function opened(): Promise<void> {
    const id = await anOwnAccount(world, { separate_invoices: true });
    await sell(world, id, { quantity: 1, startDate: today() });
    model.accounts.set(id, { id, manager: null, announced: null, since: today(), subscriptions: new Map() });
  }

  /** As whoever hands a customer over or back does: what is owed is invoiced, it is billed to the reseller, and transferred. */
  async function handedBack(account: KnownAccount, { reseller, source: at, pick }: Step): Promise<boolean> {
    if (account.manager || (await isDeleted(account.id))) return false;
    await invoice(world, account.id);
    const mine = [...model.identities].filter(([key, id]) => id === account.id && key.startsWith(`${reseller}/`));
    const spent = picked(mine, pick)?.[0].split('/')[1];
    const source = spent ?? picked([...SOURCES, `t-${pick % 5}`], at + pick) ?? '';
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

  return { announced, completed, withdrawn, released, opened, handedBack, invoiced };
}
