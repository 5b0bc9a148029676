import { useState } from 'react';
import { AnnounceMoveDocument, MoveTargetsDocument } from '../../../api/generated.ts';
import { useAsk } from '../../../api/queries.ts';
import { sortRefusals } from '../../../api/refusals.ts';
import { useSubmit } from '../../../api/use-submit.ts';
import { TextField } from '../../../ui/fields.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { useReseller } from '../reseller-context.tsx';
import { useMutationWords } from '../use-mutation.ts';
import type { MoveDialogProps } from './moves.tsx';
import { StepFrame } from './step-frame.tsx';

const WORDS = defineWords({ choose: 'Choose a reseller' }, { choose: 'Reseller wählen' });
const PLACES = [['toTenantResellerId']] as const;

/** To which reseller the customers move, and what they are called there. */
export function AnnounceDialog({ accounts, onClose, onDone }: MoveDialogProps) {
  const words = useWords(WORDS);
  const { id } = useReseller();
  const { input } = useMutationWords('announceMove');
  const [target, setTarget] = useState<string | null>(null);
  const [sources, setSources] = useState<Readonly<Record<string, string>>>({});
  const targets = useAsk(MoveTargetsDocument, {});
  const submit = useSubmit(AnnounceMoveDocument, (data) => data.announceMove);
  const others = targets.data?.data.tenantResellers?.edges.map(({ node }) => node).filter((one) => one.id !== id) ?? [];
  return (
    <StepFrame
      mutation="announceMove"
      accounts={accounts}
      typed={JSON.stringify([target, sources])}
      submit={submit}
      send={(some, dryRun) =>
        submit.send({
          input: {
            toTenantResellerId: target ?? '',
            dryRun,
            accounts: some.map((one) => ({ accountId: one.id, sourceAccountId: sources[one.id] ?? '' })),
          },
        })
      }
      places={PLACES}
      names={new Map(others.map((one) => [one.id, one.name]))}
      fields={
        <SelectField
          {...input('toTenantResellerId')}
          choices={others.map((one) => ({ id: one.id, label: one.name }))}
          value={target}
          placeholder={words.choose}
          onChange={setTarget}
          error={sortRefusals(submit.refusals, PLACES).at('toTenantResellerId')}
        />
      }
      fieldOf={(account, refused) => (
        <TextField
          {...input('accounts', 'sourceAccountId')}
          value={sources[account.id] ?? ''}
          onChange={(source) => setSources({ ...sources, [account.id]: source })}
          error={refused}
        />
      )}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
