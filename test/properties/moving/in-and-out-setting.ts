import { aReseller, type TestReseller } from '../../support/resellers';
import type { World } from '../../support/world';
import type { Model } from './in-and-out-model';

/** What one history happens among: three resellers of its own, and what must be here after what was done. */
export interface Setting {
  readonly world: World;
  readonly model: Model;
  of(reseller: number): TestReseller;
  today(): string;
  yesterday(): string;
  /** A name for a subscription that nothing had before. */
  aName(): string;
}

/** One step: what is done, with numbers to choose of whom and of what. */
export interface Step {
  readonly what: (typeof KINDS)[number];
  readonly reseller: number;
  readonly source: number;
  readonly pick: number;
}
export const KINDS = [
  ...(['purchase', 'purchase', 'purchase', 'state', 'state', 'snapshot', 'cancel', 'delete', 'restore'] as const),
  ...(['again', 'again', 'again', 'announce', 'announce', 'announce', 'complete', 'complete', 'withdraw'] as const),
  ...(['release', 'open', 'handBack', 'handBack', 'invoice', 'invoice', 'days'] as const),
] as const;
export const SOURCES = ['k-1', 'k-2', 'k-3', 'k-4'];

let histories = 0;

export async function aSetting(world: World): Promise<Setting> {
  histories += 1;
  world.now = new Date('2026-03-15T12:00:00Z');
  const terms = { currency: 'EUR', separateInvoices: true };
  const resellers: TestReseller[] = [];
  for (const name of ['One', 'Two', 'Three']) {
    resellers.push(await aReseller(world, { name: `${name} ${histories}`, ...terms }));
  }
  let names = 0;
  return {
    world,
    model: { resellers, accounts: new Map(), identities: new Map(), versions: new Map() },
    of: (reseller) => {
      const found = resellers[reseller];
      if (!found) throw new Error('There are three resellers');
      return found;
    },
    today: () => world.now.toISOString().slice(0, 10),
    yesterday: () => new Date(world.now.getTime() - 86_400_000).toISOString().slice(0, 10),
    aName: () => {
      names += 1;
      return `s-${names}`;
    },
  };
}

export const picked = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];
