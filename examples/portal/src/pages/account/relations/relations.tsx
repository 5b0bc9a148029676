import { BookUser, CalendarDays, FileText, Headset, Link2, ListTodo, type LucideIcon, Mail } from 'lucide-react';
import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { type RelationFragment, type RelationKind, RelationsDocument } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Endless } from '../../../ui/endless.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, fill, useWords } from '../../../words/words.ts';
import { AccountAction } from '../account-action.tsx';
import { useAccount } from '../account-context.tsx';
import { UnrelateDialog } from '../dialogs/unrelate-dialog.tsx';
import { Forbidden } from '../parts/forbidden.tsx';
import { ItemAction } from '../parts/item-action.tsx';
import { Part } from '../parts/part.tsx';

const WORDS = defineWords(
  {
    title: 'Relations',
    kinds: 'Kind of record',
    all: 'All',
    none: 'Nothing is related here',
    help: 'Links to e-mails, tasks, documents and other records that are kept elsewhere.',
    since: 'Related {day}',
    remove: 'Remove',
  },
  {
    title: 'Beziehungen',
    kinds: 'Art des Datensatzes',
    all: 'Alle',
    none: 'Hier ist nichts verknüpft',
    help: 'Verknüpfungen mit E-Mails, Aufgaben, Dokumenten und anderem, das woanders geführt wird.',
    since: 'Verknüpft am {day}',
    remove: 'Entfernen',
  },
);

const ICONS: Readonly<Record<RelationKind, LucideIcon>> = {
  EMAIL: Mail,
  TASK: ListTodo,
  EVENT: CalendarDays,
  DOCUMENT: FileText,
  CONTACT: BookUser,
  CASE: Headset,
};

const ALL = 'all';

export function Relations() {
  const words = useWords(WORDS);
  const kinds = usePolicyWords().values('RelationKind');
  const { account } = useAccount();
  const [kind, setKind] = useState(ALL);
  return (
    <Part title={words.title} actions={<AccountAction action="RELATE" tone="main" />}>
      <ToggleButtonGroup
        className="choices"
        aria-label={words.kinds}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[kind]}
        onSelectionChange={(keys) => setKind(String([...keys][0] ?? ALL))}
      >
        {[{ value: ALL, label: words.all }, ...kinds].map(({ value, label }) => (
          <ToggleButton key={value} id={value} className="choice">
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Endless
        document={RelationsDocument}
        variables={{ id: account.id, kind: kind === ALL ? null : (kind as RelationKind) }}
        connection={(data) => data.account?.relations ?? null}
        label={words.title}
        empty={
          <Empty title={words.none} icon={Link2}>
            <p>{words.help}</p>
          </Empty>
        }
        forbidden={<Forbidden />}
      >
        {(relations) => relations.map((relation) => <Relation key={relation.id} relation={relation} />)}
      </Endless>
    </Part>
  );
}

function Relation({ relation }: { readonly relation: RelationFragment }) {
  const words = useWords(WORDS);
  const { value } = usePolicyWords();
  const { moment } = useFormats();
  const Icon = ICONS[relation.kind] ?? Link2;
  const label = relation.label ?? relation.targetId;
  return (
    <li className="line">
      <Icon className="icon" aria-hidden />
      <div className="line-text">
        <strong>{label}</strong>
        <p className="muted small">
          {value('RelationKind', relation.kind).label} · <span className="mono">{relation.targetId}</span> ·{' '}
          {fill(words.since, { day: moment(relation.createdAt) })}
        </p>
      </div>
      <ItemAction
        action="RELATE"
        label={words.remove}
        of={label}
        tone="quiet"
        dialog={(onClose) => <UnrelateDialog relation={relation} onClose={onClose} />}
      />
    </li>
  );
}
