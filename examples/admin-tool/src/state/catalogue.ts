import { ENTITY, humanized } from '../api/conventions.ts';
import type { Inbox } from '../api/inboxes.ts';
import type { Field, Schema } from '../api/introspection.ts';
import type { ActionPolicy, MutationPolicy, Policy, Viewer } from '../api/policy.ts';

export interface Wording {
  readonly label: string;
  readonly help: string;
}

/** All that the tool knows, as it was told by the server: the schema, the rules with their words, and who asks. */
export class Catalogue {
  readonly #mutations: ReadonlyMap<string, MutationPolicy>;
  readonly #actions: ReadonlyMap<string, ActionPolicy>;
  readonly #enums: ReadonlyMap<string, ReadonlyMap<string, Wording>>;
  readonly #fields: ReadonlyMap<string, Wording>;
  readonly #common: ReadonlyMap<string, string | null>;

  constructor(
    readonly schema: Schema,
    readonly policy: Policy,
    readonly viewer: Viewer,
    /** The queries that tell this caller something. */
    readonly open: readonly Field[],
    /** Those of refusals that tell this caller something. */
    readonly inboxes: readonly Inbox[],
  ) {
    this.#mutations = new Map(policy.mutations.map((one) => [one.mutation, one]));
    this.#actions = new Map(policy.actions.map((one) => [one.action, one]));
    this.#enums = new Map(
      policy.enums.map(({ enum: name, values }) => [
        name,
        new Map(values.map(({ value, ...wording }) => [value, wording])),
      ]),
    );
    this.#fields = new Map(policy.fields.map(({ accountField, label, help }) => [accountField, { label, help }]));
    this.#common = commonLabels(policy);
  }

  mutation(name: string): MutationPolicy | null {
    return this.#mutations.get(name) ?? null;
  }

  action(name: string): ActionPolicy | null {
    return this.#actions.get(name) ?? null;
  }

  /** Whether the caller's powers let it call the mutation at all. */
  mayCall({ guard }: MutationPolicy): boolean {
    return this.viewer.powers.includes(guard);
  }

  enumValue(type: string, value: string): Wording {
    return this.#enums.get(type)?.get(value) ?? { label: value, help: '' };
  }

  /** The words of an enum's value where only the value is known, and which others may stand in its place. */
  valueAmong(value: string, others: readonly string[]): Wording {
    for (const values of this.#enums.values()) {
      if ([value, ...others].every((one) => values.has(one))) return values.get(value) ?? { label: value, help: '' };
    }
    return { label: value, help: '' };
  }

  /** What a query is called. */
  queryLabel(query: { readonly name: string }): string {
    return this.#common.get(query.name) ?? humanized(query.name);
  }

  /** What a field of an answer is called: as the policy does, as all inputs of its name do, or by its name. */
  fieldLabel(type: { readonly name: string }, { name }: { readonly name: string }): string {
    const own = type.name === ENTITY ? this.#fields.get(name)?.label : undefined;
    return own ?? this.#common.get(name) ?? humanized(name);
  }

  inputWording({ labels }: MutationPolicy, path: readonly string[]): Wording {
    const place = path.join('.');
    const found = labels.find((one) => one.path.join('.') === place);
    return found ?? { label: humanized(path.at(-1) ?? ''), help: '' };
  }
}

/** The label of each name that all inputs agree on; null where they do not. */
function commonLabels({ mutations }: Policy): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const { path, label } of mutations.flatMap(({ labels }) => labels)) {
    const name = path.at(-1) ?? '';
    const before = found.get(name);
    found.set(name, before === undefined || before === label ? label : null);
  }
  return found;
}
