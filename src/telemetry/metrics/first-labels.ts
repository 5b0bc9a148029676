import { OTHER } from './operation-names';

/** Values of a label that are not ours to bound: the first so many stand for themselves, all later ones together. */
export class FirstLabels {
  readonly #known = new Set<string>();

  constructor(private readonly most: number) {}

  labelOf(value: string): string {
    if (this.#known.has(value)) return value;
    if (this.#known.size >= this.most) return OTHER;
    this.#known.add(value);
    return value;
  }
}
