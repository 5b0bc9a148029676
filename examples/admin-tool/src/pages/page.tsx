import type { Route } from '../state/route.ts';
import { useWords } from '../state/tool.ts';
import { NothingHere } from './heading.tsx';
import { HomePage } from './home.tsx';
import { InboxPage } from './inbox.tsx';
import { ListPage } from './list.tsx';
import { MutationPage } from './mutation.tsx';
import { MutationsPage } from './mutations.tsx';
import { PolicyPage } from './policy.tsx';
import { RecordPage } from './record.tsx';

/** The page of an address. */
export function Page({ route: { steps, params } }: { readonly route: Route }) {
  const { words } = useWords();
  const [kind, name = '', id = ''] = steps;
  switch (kind) {
    case undefined:
      return <HomePage />;
    case 'list':
      return <ListPage name={name} />;
    case 'record':
      return <RecordPage name={name} id={id} />;
    case 'inbox':
      return <InboxPage />;
    case 'mutations':
      return <MutationsPage />;
    case 'do':
      return <MutationPage name={name} params={params} />;
    case 'policy':
      return <PolicyPage part={name} />;
    default:
      return (
        <NothingHere icon="info" title={words.nothing}>
          <p className="muted">{words.nothingHelp}</p>
        </NothingHere>
      );
  }
}
