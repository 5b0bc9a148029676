import { CallFailure } from './ask.ts';
import type { RefusalFragment, TypedDocumentString } from './generated.ts';
import { useSend } from './queries.ts';

interface Payload {
  readonly userErrors: readonly RefusalFragment[];
}

/** A form's mutation: what it came to, what was refused, and what kept it from being answered. */
export function useSubmit<Data, Variables extends object, Answered extends Payload>(
  document: TypedDocumentString<Data, Variables>,
  payloadOf: (data: Data) => Answered | null,
) {
  const { data: answer, error, isPending, mutateAsync, reset } = useSend(document);
  const payload = answer === undefined ? undefined : payloadOf(answer.data);
  return {
    payload: payload ?? null,
    refusals: payload?.userErrors ?? [],
    failure: error ?? (payload === null ? new CallFailure('refused', answer?.errors[0]?.message ?? '') : null),
    isPending,
    reset,
    /** The payload where nothing was refused; else null, and the form says what was. */
    send: async (variables: Variables): Promise<Answered | null> => {
      const sent = await mutateAsync(variables).catch(() => null);
      const came = sent === null ? null : payloadOf(sent.data);
      return came !== null && came.userErrors.length === 0 ? came : null;
    },
  };
}
