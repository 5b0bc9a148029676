import { useState } from 'react';
import type { Answer } from '../../../api/ask.ts';
import type { RefusalFragment, TypedDocumentString } from '../../../api/generated.ts';
import { useSend } from '../../../api/queries.ts';
import { sortRefusals } from '../../../api/refusals.ts';

/** What a mutation came to, of which there is one in the answer. */
interface Outcome {
  readonly userErrors: readonly RefusalFragment[];
}
type Outcomes = Readonly<Record<string, Outcome | null>>;
type Place = readonly (string | number)[];

/**
 * Sends what a dialog is for. `places`: where the dialog has fields. Done: `onDone` is called with the answer; refused: the
 * refusals stand at their fields until the next answer.
 */
export function useAction<Data extends object, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  places: readonly Place[],
) {
  const sending = useSend(document);
  const [refusals, setRefusals] = useState<readonly RefusalFragment[]>([]);
  const [answers, setAnswers] = useState(0);
  const { at, elsewhere } = sortRefusals(refusals, places);
  const send = (variables: Variables, onDone: (data: Data) => void) =>
    sending.mutate(variables, {
      onSuccess: ({ data }: Answer<Data>) => {
        const refused = Object.values(data as Outcomes).flatMap((outcome) => outcome?.userErrors ?? []);
        setRefusals(refused);
        if (refused.length === 0) onDone(data);
        else setAnswers((count) => count + 1);
      },
      onError: () => {
        setRefusals([]);
        setAnswers((count) => count + 1);
      },
    });
  return {
    send,
    at,
    refusals: elsewhere,
    answers,
    isPending: sending.isPending,
    failure: sending.error,
    /** What was refused is answered otherwise. */
    forget: () => setRefusals([]),
  };
}
