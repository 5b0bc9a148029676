import { aCustomer } from '../../support/resellers';
import { type KnownAccount, keyOf, type SourceEvent, standingOf } from './in-and-out-model';
import { picked, type Setting, SOURCES, type Step } from './in-and-out-setting';

/** What an event answers; syncCustomers answers item by item. */
const SELECTED: Readonly<Record<string, string>> = {
  recordPaidSubscription: 'outcome subscriptionOutcome account { id }',
  cancelPaidSubscription: 'outcome account { id }',
  deleteManagedAccount: 'outcome account { id }',
  restoreManagedAccount: 'outcome account { id }',
};

/** The systems of the three resellers: what they send, and whether the answer is what each may be told. */
export function sendersOf({ world, model, of, today, aName }: Setting) {
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

  return { made, send };
}
