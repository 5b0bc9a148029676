import { PackageOpen } from 'lucide-react';
import { SubscriptionsDocument } from '../../../api/generated.ts';
import { Empty } from '../../../ui/empty.tsx';
import { Endless } from '../../../ui/endless.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { AccountAction } from '../account-action.tsx';
import { useAccount } from '../account-context.tsx';
import { Forbidden } from '../parts/forbidden.tsx';
import { Part } from '../parts/part.tsx';
import { Subscription } from './subscription.tsx';

const WORDS = defineWords(
  {
    title: 'Subscriptions',
    none: 'No subscriptions yet',
    help: 'What is sold to this account, and billed from its start on, stands here.',
  },
  {
    title: 'Abonnements',
    none: 'Noch keine Abonnements',
    help: 'Hier steht, was diesem Konto verkauft ist und von seinem Start an berechnet wird.',
  },
);

export function Subscriptions() {
  const words = useWords(WORDS);
  const { account } = useAccount();
  return (
    <Part title={words.title} actions={<AccountAction action="CREATE_SUBSCRIPTION" tone="main" />}>
      <Endless
        document={SubscriptionsDocument}
        variables={{ id: account.id }}
        connection={(data) => data.account?.subscriptions ?? null}
        label={words.title}
        empty={
          <Empty title={words.none} icon={PackageOpen}>
            <p>{words.help}</p>
          </Empty>
        }
        forbidden={<Forbidden />}
      >
        {(subscriptions) => subscriptions.map((one) => <Subscription key={one.id} subscription={one} />)}
      </Endless>
    </Part>
  );
}
