import DataLoader from 'dataloader';

/** One loader for each way in which something is asked for, e.g. each page of a list. */
export class Batches {
  readonly #loaders = new Map<string, unknown>();

  of<Value>(
    way: readonly unknown[],
    load: (ids: readonly string[]) => Promise<Map<string, Value>>,
    otherwise: Value,
  ): DataLoader<string, Value> {
    const key = JSON.stringify(way);
    const known = this.#loaders.get(key) as DataLoader<string, Value> | undefined;
    if (known) return known;
    const loader = new DataLoader<string, Value>(async (ids) => {
      const values = await load(ids);
      return ids.map((id) => values.get(id) ?? otherwise);
    });
    this.#loaders.set(key, loader);
    return loader;
  }

  forget(): void {
    this.#loaders.clear();
  }
}
