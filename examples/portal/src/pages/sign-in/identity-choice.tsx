import { ChevronRight, RefreshCw, ShieldCheck, UserRound } from 'lucide-react';
import { useCallback, useEffect, useId, useState } from 'react';
import { CallFailure } from '../../api/ask.ts';
import type { StoredSession } from '../../state/session.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import { type Identity, identities, sessionOf } from './identities.ts';

const WORDS = defineWords(
  {
    people: 'As one of the distributor’s people',
    resellers: 'What a reseller’s sync would see',
    none: 'No reseller is set up yet.',
    fault: 'That did not work. Try again.',
    who: {
      admin: 'Administrator. Sees and does everything, and sets up resellers.',
      anna: 'Responsible for the accounts of the example: full access.',
      bob: 'In the group billing, which the sharing rule lets edit.',
      carla: 'In the group readers, which no sharing rule names: sees hardly anything.',
    },
    sync: 'The reseller’s own system, with nothing but its own customers.',
  },
  {
    people: 'Als jemand vom Distributor',
    resellers: 'Was die Synchronisation eines Resellers sähe',
    none: 'Noch ist kein Reseller eingerichtet.',
    fault: 'Das hat nicht geklappt. Versuchen Sie es noch einmal.',
    who: {
      admin: 'Administration. Sieht und darf alles und richtet Reseller ein.',
      anna: 'Für die Konten des Beispiels verantwortlich: voller Zugriff.',
      bob: 'In der Gruppe billing, die nach der Freigaberegel bearbeiten darf.',
      carla: 'In der Gruppe readers, die keine Freigaberegel nennt: sieht fast nichts.',
    },
    sync: 'Das eigene System des Resellers, nur mit dessen eigenen Kunden.',
  },
);

interface IdentityChoiceProps {
  readonly onSignIn: (session: StoredSession) => void;
}

/** Whom the local server vouches for: people of the distributor, and resellers' machines. */
export function IdentityChoice({ onSignIn }: IdentityChoiceProps) {
  const words = useWords(WORDS);
  const [known, setKnown] = useState<readonly Identity[] | 'unknown' | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const load = useCallback(() => {
    setKnown(null);
    identities().then(setKnown, () => setKnown('unknown'));
  }, []);
  useEffect(load, [load]);
  if (known === null) return <Skeleton lines={7} />;
  if (known === 'unknown') return <Failure failure={new CallFailure('offline', '')} onAgain={load} />;
  const choose = (identity: Identity) => {
    setHasFailed(false);
    sessionOf(identity).then(onSignIn, () => setHasFailed(true));
  };
  const people = known.filter(({ kind }) => kind === 'person');
  const syncs = known.filter(({ kind }) => kind === 'sync');
  return (
    <>
      {hasFailed && <Notice tone="bad">{words.fault}</Notice>}
      <Group title={words.people} identities={people} onChoose={choose} />
      <Group title={words.resellers} identities={syncs} onChoose={choose} none={words.none} />
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly identities: readonly Identity[];
  readonly none?: string;
  readonly onChoose: (identity: Identity) => void;
}

function Group({ title, identities: group, none, onChoose }: GroupProps) {
  const id = useId();
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 id={id} className="sign-in-group">
        {title}
      </h3>
      {group.length === 0 && none !== undefined && <p className="muted">{none}</p>}
      <ul className="identities">
        {group.map((identity) => (
          <li key={identity.id}>
            <IdentityButton identity={identity} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const ICONS: Readonly<Record<string, typeof UserRound>> = { admin: ShieldCheck, sync: RefreshCw };

function IdentityButton({ identity, onChoose }: Pick<GroupProps, 'onChoose'> & { readonly identity: Identity }) {
  const words = useWords(WORDS);
  const { id, kind, name } = identity;
  const Icon = ICONS[id] ?? ICONS[kind] ?? UserRound;
  const who: Readonly<Record<string, string>> = { ...words.who, sync: words.sync };
  return (
    <button type="button" className="identity" onClick={() => onChoose(identity)}>
      <span className="identity-mark">
        <Icon className="icon" aria-hidden />
      </span>
      <span className="identity-text">
        <strong>{identity.reseller ?? name}</strong>
        <span className="muted small">{who[id] ?? who[kind] ?? identity.description}</span>
      </span>
      <ChevronRight className="icon identity-go" aria-hidden />
    </button>
  );
}
