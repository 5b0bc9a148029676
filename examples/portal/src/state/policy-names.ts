import { useMemo } from 'react';
import { InputWordsDocument } from '../api/generated.ts';
import { useAsk } from '../api/queries.ts';
import { useLocale } from '../words/locale.tsx';

/** The server's words for mutations, and for what can be sent by its name, whichever mutation takes it. */
export function usePolicyNames() {
  const { locale } = useLocale();
  const asked = useAsk(InputWordsDocument, { locale }, { once: true, keepPrevious: true });
  const mutations = asked.data?.data.accountPolicy.mutations;
  return useMemo(() => {
    const labels = new Map((mutations ?? []).map(({ mutation, label }) => [mutation, label]));
    const values = new Map(
      (mutations ?? []).flatMap(({ labels: inputs }) => inputs.map(({ path, label }) => [path.at(-1) ?? '', label])),
    );
    return {
      mutation: (name: string): string => labels.get(name) ?? name,
      value: (name: string): string | undefined => values.get(name),
    };
  }, [mutations]);
}
