import { useRef, useState } from 'react';
import {
  ChangeSubscriptionDocument,
  type ChangeSubscriptionInput,
  type SubscriptionFragment,
} from '../../../api/generated.ts';
import { useInputWords } from '../../../state/policy-words.tsx';
import { Button } from '../../../ui/button.tsx';
import { DayChoice } from '../../../ui/day-choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { tell } from '../../../ui/told.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { ChangedMeanwhile } from '../forms/changed-meanwhile.tsx';
import { DialogForm } from '../forms/dialog-form.tsx';
import { StepFields, stepsOf, type TypedStep, typedSteps } from '../forms/step-fields.tsx';
import { useSubmit } from '../forms/use-submit.ts';

const WORDS = defineWords(
  {
    title: 'Change {service}',
    save: 'Save',
    withdraw: 'Withdraw the end',
    done: '{service} was saved.',
  },
  {
    title: '{service} ändern',
    save: 'Speichern',
    withdraw: 'Ende zurückziehen',
    done: '{service} wurde gespeichert.',
  },
);

interface ChangeSubscriptionProps {
  readonly subscription: SubscriptionFragment;
  readonly onClose: () => void;
}

/** Changes quantities and end. What is not touched is not sent, so that it stays as it is by then. */
export function ChangeSubscriptionDialog({ subscription, onClose }: ChangeSubscriptionProps) {
  const words = useWords(WORDS);
  const inputs = useInputWords('changeSubscription');
  const { account } = useAccount();
  const before = useRef({ steps: typedSteps(subscription.quantities), endDate: subscription.endDate }).current;
  const [steps, setSteps] = useState<readonly TypedStep[]>(before.steps);
  const [endDate, setEndDate] = useState(before.endDate);
  const [isTried, setTried] = useState(false);
  const service = subscription.service.name;
  const places = [
    ['endDate'],
    ...steps.flatMap((_, index) => [
      ['quantities', index, 'from'],
      ['quantities', index, 'quantity'],
    ]),
  ];
  const submission = useSubmit(
    ChangeSubscriptionDocument,
    ({ changeSubscription }) => changeSubscription,
    places,
    () => {
      onClose();
      tell(fill(words.done, { service }));
    },
  );
  const send = () => {
    setTried(true);
    const quantities = stepsOf(steps);
    if (quantities === null) return;
    const input: ChangeSubscriptionInput = {
      accountId: account.id,
      subscriptionId: subscription.id,
      ...(steps === before.steps ? {} : { quantities }),
      ...(endDate === before.endDate ? {} : { endDate }),
    };
    submission.send({ input });
  };
  return (
    <Dialog title={fill(words.title, { service })} isWide onClose={onClose}>
      <DialogForm by="CREATE_SUBSCRIPTION" submission={submission} action={words.save} onSend={send} onClose={onClose}>
        <ChangedMeanwhile now={[subscription.quantities, subscription.endDate]} isPending={submission.isPending} />
        <StepFields
          mutation="changeSubscription"
          steps={steps}
          onChange={(changed) => {
            if (changed.length !== steps.length) submission.forget();
            setSteps(changed);
          }}
          isTried={isTried}
          refusals={submission.refusals}
        />
        <DayChoice
          label={inputs('endDate').label}
          help={inputs('endDate').help}
          value={endDate}
          onChange={setEndDate}
          error={submission.refusals.at('endDate')}
        />
        {endDate !== null && (
          <div>
            <Button onPress={() => setEndDate(null)}>{words.withdraw}</Button>
          </div>
        )}
      </DialogForm>
    </Dialog>
  );
}
