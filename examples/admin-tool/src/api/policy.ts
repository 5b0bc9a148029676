import type { JsonSchema } from '../form/json-schema.ts';

export interface FactTest {
  readonly fact: string;
  readonly is: readonly string[];
}

export interface Condition {
  readonly reason: string;
  readonly when: readonly FactTest[];
}

export interface ActionPolicy {
  readonly action: string;
  readonly label: string;
  readonly description: string;
  readonly minimumAccess: string;
  readonly allowedOnManagedAccount: boolean;
  readonly mutations: readonly string[];
  readonly conditions: readonly Condition[];
}

export interface FieldPolicy {
  readonly field: string;
  readonly label: string;
  readonly help: string;
  readonly accountField: string;
  readonly inputField: string | null;
  readonly conditions: readonly Condition[];
}

export interface InputLabel {
  readonly path: readonly string[];
  readonly label: string;
  readonly help: string;
}

export interface MutationPolicy {
  readonly mutation: string;
  readonly guard: string;
  readonly callers: readonly string[];
  readonly action: string | null;
  readonly accountPath: string | null;
  readonly label: string;
  readonly help: string;
  readonly inputSchema: JsonSchema;
  readonly labels: readonly InputLabel[];
  readonly inputFields: readonly { readonly path: readonly string[]; readonly field: string }[];
}

export interface EnumPolicy {
  readonly enum: string;
  readonly values: readonly { readonly value: string; readonly label: string; readonly help: string }[];
}

/** The rules and their words. */
export interface Policy {
  readonly actions: readonly ActionPolicy[];
  readonly fields: readonly FieldPolicy[];
  readonly mutations: readonly MutationPolicy[];
  readonly enums: readonly EnumPolicy[];
}

export interface Viewer {
  readonly kind: string;
  readonly id: string;
  readonly groups: readonly string[];
  readonly powers: readonly string[];
  readonly tenantReseller: { readonly id: string; readonly name: string } | null;
}

export const POLICY = `query Policy($locale: String!) {
  accountPolicy(locale: $locale) {
    actions {
      action label description minimumAccess allowedOnManagedAccount mutations
      conditions { reason when { fact is } }
    }
    fields { field label help accountField inputField conditions { reason when { fact is } } }
    mutations {
      mutation guard callers action accountPath label help inputSchema
      labels { path label help }
      inputFields { path field }
    }
    enums { enum values { value label help } }
  }
}`;

export const VIEWER = 'accountViewer { kind id groups powers tenantReseller { id name } }';

/** What the rules say of one account, for the caller who asks. */
export interface Standing {
  readonly policyFacts: readonly { readonly fact: string; readonly value: string }[];
  readonly actionPermissions:
    | readonly {
        readonly action: string;
        readonly allowed: boolean;
        readonly reasons: readonly string[];
        readonly message: string | null;
      }[]
    | null;
  readonly fieldLocks: readonly { readonly field: string; readonly reason: string; readonly message: string }[] | null;
}

export const STANDING = `policyFacts { fact value }
  actionPermissions { action allowed reasons message }
  fieldLocks { field reason message }`;

/** The conditions that hold for the facts. */
export function holding(conditions: readonly Condition[], facts: Standing['policyFacts']): readonly Condition[] {
  const known = new Map(facts.map(({ fact, value }) => [fact, value]));
  return conditions.filter(({ when }) =>
    when.every(({ fact, is }) => {
      const value = known.get(fact);
      return value !== undefined && is.includes(value);
    }),
  );
}
