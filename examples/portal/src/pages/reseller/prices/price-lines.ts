/** An entry of a price list, as the server lists them: in the order of sku, currency, billing period and day. */
export interface Entry {
  readonly sku: string;
  readonly currency: string;
  readonly billingPeriod: string;
  readonly validFrom: string;
}

export interface PriceLine<One extends Entry> {
  readonly key: string;
  readonly first: One;
  readonly entries: readonly One[];
  /** What holds today; null when all of them are to come, or when later ones may stand on a page that is not here yet. */
  readonly present: One | null;
}

/** The prices of one sku, currency and billing period together, from one day to the next. */
export function priceLines<One extends Entry>(
  entries: readonly One[],
  today: string,
  hasMore: boolean,
): readonly PriceLine<One>[] {
  const lines = new Map<string, One[]>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.sku, entry.currency, entry.billingPeriod]);
    lines.set(key, [...(lines.get(key) ?? []), entry]);
  }
  const all = [...lines];
  return all.flatMap(([key, [first, ...rest]], index) => {
    if (first === undefined) return [];
    const line = [first, ...rest];
    const isCut = hasMore && index === all.length - 1;
    const begun = line.filter(({ validFrom }) => validFrom <= today);
    return [{ key, first, entries: line, present: isCut ? null : (begun.at(-1) ?? null) }];
  });
}
