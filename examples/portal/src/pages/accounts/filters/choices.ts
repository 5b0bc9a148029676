import { useQuery } from '@tanstack/react-query';
import { ask, type CallFailure } from '../../../api/ask.ts';
import {
  CustomFieldChoicesDocument,
  type CustomFieldChoicesQuery,
  ResellerChoicesDocument,
} from '../../../api/generated.ts';
import { keyOf, useAsk } from '../../../api/queries.ts';
import { useSession } from '../../../state/session.tsx';
import type { Choice } from '../../../ui/select-field.tsx';

const FRESH_MS = 300_000;
const NONE: readonly never[] = [];

/** All tenant resellers by name, to choose from. They change seldom, so they are asked for once in a while. */
export function useResellerChoices(): readonly Choice[] {
  const { caller } = useSession();
  const asked = useQuery<readonly Choice[], CallFailure>({
    queryKey: keyOf(ResellerChoicesDocument, {}, caller),
    queryFn: async ({ signal }) => {
      const found: Choice[] = [];
      const more = async (after: string | null): Promise<string | null> => {
        const { data } = await ask(caller, ResellerChoicesDocument, { after }, signal);
        const { edges = [], pageInfo } = data.tenantResellers ?? {};
        found.push(...edges.map(({ node }) => ({ id: node.id, label: node.name })));
        return pageInfo?.hasNextPage ? pageInfo.endCursor : null;
      };
      for (let next = await more(null); next !== null; ) next = await more(next);
      return found.sort((one, other) => one.label.localeCompare(other.label, caller.locale));
    },
    staleTime: FRESH_MS,
    refetchInterval: false,
  });
  return asked.data ?? NONE;
}

export type CustomFieldDefinition = NonNullable<CustomFieldChoicesQuery['customFieldDefinitions']>[number];

export function useCustomFieldChoices(): readonly CustomFieldDefinition[] {
  const asked = useAsk(CustomFieldChoicesDocument, {}, { once: true });
  return asked.data?.data.customFieldDefinitions ?? NONE;
}
