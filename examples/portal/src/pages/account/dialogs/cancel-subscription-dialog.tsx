import { useState } from 'react';
import { CancelSubscriptionDocument, type SubscriptionFragment } from '../../../api/generated.ts';
import { useInputWords } from '../../../state/policy-words.tsx';
import { DayChoice } from '../../../ui/day-choice.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { tell } from '../../../ui/told.ts';
import { useFormats } from '../../../words/formats.ts';
import { today } from '../../../words/moments.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { useAccount } from '../account-context.tsx';
import { DialogForm } from '../forms/dialog-form.tsx';
import { useSubmit } from '../forms/use-submit.ts';

const WORDS = defineWords(
  {
    title: 'Cancel {service}',
    cancel: 'Cancel subscription',
    noDay: 'Which day is it?',
    done: '{service} ends on {day}.',
  },
  {
    title: '{service} kündigen',
    cancel: 'Abonnement kündigen',
    noDay: 'Welcher Tag ist es?',
    done: '{service} endet am {day}.',
  },
);
const PLACES = [['endDate']];

interface CancelSubscriptionProps {
  readonly subscription: SubscriptionFragment;
  readonly onClose: () => void;
}

export function CancelSubscriptionDialog({ subscription, onClose }: CancelSubscriptionProps) {
  const words = useWords(WORDS);
  const inputs = useInputWords('cancelSubscription');
  const { account } = useAccount();
  const { day } = useFormats();
  const [endDate, setEndDate] = useState<string | null>(today());
  const [isMissing, setMissing] = useState(false);
  const service = subscription.service.name;
  const submission = useSubmit(
    CancelSubscriptionDocument,
    ({ cancelSubscription }) => cancelSubscription,
    PLACES,
    (answered) => {
      onClose();
      tell(fill(words.done, { service, day: day(answered.subscription?.endDate ?? endDate ?? '') }));
    },
  );
  return (
    <Dialog title={fill(words.title, { service })} onClose={onClose}>
      <DialogForm
        by="CREATE_SUBSCRIPTION"
        submission={submission}
        action={words.cancel}
        tone="danger"
        onSend={() => {
          setMissing(endDate === null);
          if (endDate === null) return;
          submission.send({ input: { accountId: account.id, subscriptionId: subscription.id, endDate } });
        }}
        onClose={onClose}
      >
        <DayChoice
          label={inputs('endDate').label}
          help={inputs('endDate').help}
          value={endDate}
          onChange={setEndDate}
          error={isMissing && endDate === null ? words.noDay : submission.refusals.at('endDate')}
        />
      </DialogForm>
    </Dialog>
  );
}
