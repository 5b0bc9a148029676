import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type * as Api from '../api/generated.ts';
import { InputWordsDocument, PolicyWordsDocument } from '../api/generated.ts';
import { useAsk } from '../api/queries.ts';
import { Failure } from '../ui/failure.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useLocale } from '../words/locale.tsx';

/** What people read for a name of the schema. */
export interface Label {
  readonly label: string;
  readonly help: string;
}

/** The words that the server has for actions, fields and the values of its enums: the portal has none of its own for them. */
export interface PolicyWords {
  readonly action: (action: Api.AccountAction) => Label;
  readonly field: (field: Api.AccountField) => Label;
  /** A value of an enum, by the name of the enum. */
  readonly value: (name: string, value: string) => Label;
  /** All values of an enum, in the order of the schema. */
  readonly values: (name: string) => readonly (Label & { readonly value: string })[];
}

const PolicyContext = createContext<PolicyWords | null>(null);

/** Asks for the words, once for all who ask. */
export function usePolicyAnswer() {
  const { locale } = useLocale();
  return useAsk(PolicyWordsDocument, { locale }, { once: true, keepPrevious: true });
}

export function PolicyProvider({ children }: { readonly children: ReactNode }) {
  const asked = usePolicyAnswer();
  const policy = asked.data?.data.accountPolicy;
  const words = useMemo(() => (policy === undefined ? null : wordsOf(policy)), [policy]);
  if (words !== null) return <PolicyContext value={words}>{children}</PolicyContext>;
  if (asked.error) return <Failure failure={asked.error} onAgain={() => asked.refetch()} />;
  return <Skeleton lines={6} />;
}

export function usePolicyWords(): PolicyWords {
  const words = useContext(PolicyContext);
  if (words === null) throw new Error('Used outside of its provider');
  return words;
}

function wordsOf({ actions, fields, enums }: Api.PolicyWordsQuery['accountPolicy']): PolicyWords {
  const byAction = new Map(actions.map(({ action, label, description }) => [action, { label, help: description }]));
  const byField = new Map(fields.map((field) => [field.field, field]));
  const byEnum = new Map(enums.map(({ enum: name, values }) => [name, values]));
  const values = (name: string) => byEnum.get(name) ?? [];
  const unknown = (name: string) => ({ label: name, help: '' });
  return {
    action: (action) => byAction.get(action) ?? unknown(action),
    field: (field) => byField.get(field) ?? unknown(field),
    values,
    value: (name, value) => values(name).find((one) => one.value === value) ?? unknown(value),
  };
}

/** What a mutation is called, and what it does. */
export function useMutationWords(mutation: string): Label {
  return useMutation(mutation) ?? { label: '', help: '' };
}

/** The labels of a mutation's input, by the path below `input`, e.g. `of('billingAddress', 'city')`; positions in lists left out. */
export function useInputWords(mutation: string): (...path: readonly string[]) => Label {
  const labels = useMutation(mutation)?.labels ?? [];
  return (...path) => {
    // The server tells them by the path in the arguments, of which `input` is the first part.
    const found = labels.find(
      ({ path: [, ...below] }) => below.length === path.length && below.every((part, index) => part === path[index]),
    );
    return found ?? { label: path.at(-1) ?? '', help: '' };
  };
}

function useMutation(mutation: string) {
  const { locale } = useLocale();
  const asked = useAsk(InputWordsDocument, { locale }, { once: true, keepPrevious: true });
  return asked.data?.data.accountPolicy.mutations.find((one) => one.mutation === mutation);
}
