import { readRows } from '../../../src/persistence/engine/sql';
import { findReferenceFaults } from '../../../src/persistence/integrity/account-references';
import type { World } from '../../support/world';
import { keyOf, visibleTo } from './in-and-out-model';
import type { Setting } from './in-and-out-setting';

/** Whether identities, what each reseller sees, and the money are what they must be. */
export function checksOf({ world, model, of }: Setting) {
  async function check(): Promise<void> {
    const { resellers, accounts } = model;
    const ids = [...accounts.keys()];
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

  return { check };
}

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
export function linesOf(world: World, ids: readonly string[]): Promise<Line[]> {
  return world.sql<Line>(
    `SELECT i.number, i.bill_to_id AS payer, l.subscription_id AS subscription, l.first_day::text AS period,
       l.amount::numeric(9, 2)::text AS amount
     FROM invoice_lines l JOIN invoices i ON i.account_id = l.account_id AND i.id = l.invoice_id
     WHERE l.charged_account_id = ANY ($1) AND l.subscription_id IS NOT NULL`,
    [ids],
  );
}
