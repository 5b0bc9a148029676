import { ResellerMutationsDocument } from '../../api/generated.ts';
import { useAsk } from '../../api/queries.ts';
import { type Label, usePolicyWords } from '../../state/policy-words.tsx';
import { useViewer } from '../../state/session.tsx';
import { useLocale } from '../../words/locale.tsx';

/** What the server says of a mutation: what it is called and does, and whether it is for this caller. */
export interface MutationWords extends Label {
  /** Why the caller may not send it, in the server's words; null where it may. */
  readonly denied: string | null;
  /** The words for a value below `input`, positions in lists left out. */
  readonly input: (...path: readonly string[]) => Label;
}

/** Who may is the guard's to say, by the powers that the server tells the caller. */
export function useMutationWords(mutation: string): MutationWords {
  const { locale } = useLocale();
  const { powers } = useViewer();
  const policy = usePolicyWords();
  const asked = useAsk(ResellerMutationsDocument, { locale }, { once: true, keepPrevious: true });
  const found = asked.data?.data.accountPolicy.mutations.find((one) => one.mutation === mutation);
  return {
    label: found?.label ?? '',
    help: found?.help ?? '',
    // What the server does not speak of is not offered.
    denied:
      found !== undefined && powers.includes(found.guard)
        ? null
        : found === undefined
          ? ''
          : policy.value('MutationGuard', found.guard).help,
    input: (...path) => {
      const whole = ['input', ...path];
      const label = found?.labels.find(
        (one) => one.path.length === whole.length && one.path.every((part, index) => part === whole[index]),
      );
      return label ?? { label: path.at(-1) ?? '', help: '' };
    },
  };
}
