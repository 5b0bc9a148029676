import type { PlannedAccountFragment, TransferToResellerMutation } from '../../../api/generated.ts';
import { sortRefusals } from '../../../api/refusals.ts';
import { TextField } from '../../../ui/fields.tsx';
import { FormTrouble } from '../form-trouble.tsx';
import type { MutationWords } from '../use-mutation.ts';
import { Changes } from './changes.tsx';
import { useSubscriptionLine } from './planned.tsx';
import { placesAt, type TransferDraft } from './transfer-draft.ts';

type Result = NonNullable<TransferToResellerMutation['transferAccounts']>['results'][number];

interface TransferFieldsProps {
  readonly planned: PlannedAccountFragment;
  readonly mutation: MutationWords;
  readonly draft: TransferDraft;
  readonly onChange: (draft: TransferDraft) => void;
  /** What the last call said of this account, and where it stood in that call. */
  readonly result: { readonly result: Result; readonly position: number } | undefined;
  readonly isChecked: boolean;
  readonly hasFocus: boolean;
}

/** What one account is called at the reseller, with what was refused of it, or would change. */
export function TransferFields(props: TransferFieldsProps) {
  const { planned, mutation, draft, onChange, result, isChecked, hasFocus } = props;
  const line = useSubscriptionLine();
  const { account, subscriptions } = planned;
  const names = new Map(subscriptions.map((one) => [one.id, one.service.name]));
  const position = result?.position ?? 0;
  const refusals = sortRefusals(result?.result.userErrors ?? [], placesAt(position, planned));
  const source = mutation.input('accounts', 'sourceAccountId');
  const sourceSubscription = mutation.input('accounts', 'subscriptions', 'sourceSubscriptionId');
  return (
    <fieldset className="transfer">
      <legend>{account.name ?? account.id}</legend>
      <TextField
        {...source}
        value={draft.sourceAccountId}
        onChange={(sourceAccountId) => onChange({ ...draft, sourceAccountId })}
        error={refusals.at('accounts', position, 'sourceAccountId')}
        autoFocus={hasFocus}
      />
      {subscriptions.map((subscription, index) => (
        <TextField
          key={subscription.id}
          label={`${sourceSubscription.label}: ${line(subscription)}`}
          help={sourceSubscription.help}
          value={draft.subscriptions[subscription.id] ?? ''}
          onChange={(value) =>
            onChange({ ...draft, subscriptions: { ...draft.subscriptions, [subscription.id]: value } })
          }
          error={refusals.at('accounts', position, 'subscriptions', index)}
        />
      ))}
      <FormTrouble failure={null} refusals={refusals.elsewhere} />
      {isChecked && result?.result.userErrors.length === 0 && <Changes changes={result.result.changes} names={names} />}
    </fieldset>
  );
}
