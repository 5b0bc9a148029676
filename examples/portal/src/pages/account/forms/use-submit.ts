import type { CallFailure } from '../../../api/ask.ts';
import type { RefusalFragment, TypedDocumentString } from '../../../api/generated.ts';
import { useSend } from '../../../api/queries.ts';
import { type Refusals, sortRefusals } from '../../../api/refusals.ts';

interface Payload {
  readonly userErrors: readonly RefusalFragment[];
}

/** The places of `input` at which the form has a field. */
export type Places = readonly (readonly (string | number)[])[];

export interface Submission<Variables> {
  readonly send: (variables: Variables) => void;
  /** What was refused is no longer where it was, since lines came or went. */
  readonly forget: () => void;
  readonly isPending: boolean;
  /** How often it was answered: refusals of another answer are others, though they read the same. */
  readonly answers: number;
  readonly refusals: Refusals;
  /** No answer came, or none of use: what was typed stays, and may be sent again. */
  readonly failure: CallFailure | null;
}

/** One mutation that a dialog sends. `payload` finds its answer; `onDone` is told only what took effect. */
export function useSubmit<Data, Variables extends object, Answered extends Payload>(
  document: TypedDocumentString<Data, Variables>,
  payload: (data: Data) => Answered | null,
  places: Places,
  onDone: (answered: Answered) => void,
): Submission<Variables> {
  const sending = useSend(document);
  const { data, error } = sending;
  const answered = data === undefined ? null : payload(data.data);
  // What the server could not answer at all is told like what it refuses as a whole.
  const wholes = (data?.errors ?? []).map(({ message }) => message);
  const { at, elsewhere } = sortRefusals(answered?.userErrors ?? [], places);
  return {
    send: (variables) => {
      if (sending.isPending) return;
      // By the promise: what was done may take away, with what it was done to, the dialog that waits for it.
      sending.mutateAsync(variables).then(
        (answer) => {
          const found = payload(answer.data);
          if (found !== null && found.userErrors.length === 0) onDone(found);
        },
        // Told as `failure`.
        () => undefined,
      );
    },
    forget: sending.reset,
    isPending: sending.isPending,
    answers: sending.submittedAt + (sending.isPending ? 0 : 1),
    refusals: { at, elsewhere: [...elsewhere, ...wholes] },
    failure: error,
  };
}
