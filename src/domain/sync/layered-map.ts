/**
 * A map that is added to and stays as it was: what is added lies above it. A layer is at least twice as large as the one
 * above it, so that a thousand additions to one map copy each entry a few times, and not a thousand times.
 */
export class LayeredMap<V> implements ReadonlyMap<string, V> {
  private flat: ReadonlyMap<string, V> | null = null;

  /** The newest first. */
  private constructor(private readonly layers: readonly ReadonlyMap<string, V>[]) {}

  static of<V>(map: ReadonlyMap<string, V>): LayeredMap<V> {
    return map instanceof LayeredMap ? map : new LayeredMap(map.size === 0 ? [] : [map]);
  }

  with(entries: ReadonlyMap<string, V>): LayeredMap<V> {
    if (entries.size === 0) return this;
    let newest = entries;
    let kept = 0;
    for (const layer of this.layers) {
      if (layer.size >= 2 * newest.size) break;
      newest = new Map([...layer, ...newest]);
      kept += 1;
    }
    return new LayeredMap([newest, ...this.layers.slice(kept)]);
  }

  get(key: string): V | undefined {
    for (const layer of this.layers) {
      const value = layer.get(key);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  has(key: string): boolean {
    return this.layers.some((layer) => layer.has(key));
  }

  get size(): number {
    return this.whole.size;
  }

  keys() {
    return this.whole.keys();
  }

  values() {
    return this.whole.values();
  }

  entries() {
    return this.whole.entries();
  }

  [Symbol.iterator]() {
    return this.whole[Symbol.iterator]();
  }

  forEach(callback: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.whole) callback(value, key, this);
  }

  private get whole(): ReadonlyMap<string, V> {
    this.flat ??= new Map(this.layers.toReversed().flatMap((layer) => [...layer]));
    return this.flat;
  }
}
