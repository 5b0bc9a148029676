import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useSession } from '../state/session.tsx';
import { type Answer, ask, type Caller, CallFailure } from './ask.ts';
import type { TypedDocumentString } from './generated.ts';

/** How often what is on the page is asked for again while somebody looks at it. */
export const REFRESH_MS = 15_000;
const TRIES = 3;

/**
 * What is on the page is asked for again on focus and every 15 seconds while the page is visible; what is not, is not. An
 * unavailable server is tried again, by its own word where it gives one; whatever else fails is told. `onEnded` is called when
 * the caller is not taken for anybody any more.
 */
export function createQueryClient(onEnded: () => void): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof CallFailure && error.kind === 'unauthenticated') onEnded();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // Whoever has no network is told so, rather than waiting without a word.
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 2_000,
        refetchInterval: REFRESH_MS,
        refetchIntervalInBackground: false,
        refetchOnWindowFocus: true,
        retry: (count, error) => count < TRIES && error instanceof CallFailure && error.kind === 'unavailable',
        retryDelay: (count, error) =>
          (error instanceof CallFailure ? error.retryAfterMs : null) ?? 500 * 2 ** count * (0.75 + Math.random() / 2),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/**
 * What an answer is kept by. The client is one person's; a token of theirs that is newer changes nothing of what was answered.
 */
export function keyOf(document: TypedDocumentString<unknown, never>, variables: object, { locale }: Caller) {
  return [String(document), variables, locale] as const;
}

interface AskOptions {
  /** Not asked while it is false. */
  readonly enabled?: boolean;
  /** Keeps showing what was answered to the former variables until the new answer is there. */
  readonly keepPrevious?: boolean;
  /** What hardly changes is not asked for again and again. */
  readonly once?: boolean;
}

/** One operation of the gateway's, kept fresh as long as it is on the page. */
export function useAsk<Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { enabled = true, keepPrevious = false, once = false }: AskOptions = {},
) {
  const { caller } = useSession();
  return useQuery<Answer<Data>, CallFailure>({
    queryKey: keyOf(document, variables, caller),
    queryFn: ({ signal }) => ask(caller, document, variables, signal),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(once ? { staleTime: Number.POSITIVE_INFINITY, refetchInterval: false, refetchOnWindowFocus: false } : {}),
  });
}

/** A mutation; once it is answered, whatever is on the page is asked for again. */
export function useSend<Data, Variables extends object>(document: TypedDocumentString<Data, Variables>) {
  const { caller } = useSession();
  const client = useQueryClient();
  return useMutation<Answer<Data>, CallFailure, Variables>({
    mutationFn: (variables) => ask(caller, document, variables),
    onSettled: () => client.invalidateQueries({ refetchType: 'active' }),
  });
}
