import type { ReactNode } from 'react';
import { AccountCoreDocument } from '../../api/generated.ts';
import { useAsk } from '../../api/queries.ts';
import { usePolicyWords } from '../../state/policy-words.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Ribbon } from '../../ui/ribbon.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, fill, useWords } from '../../words/words.ts';
import { useAccount } from './account-context.tsx';
import { StatusBadge } from './status-badge.tsx';

const WORDS = defineWords(
  {
    managedBy: 'Managed by',
    own: 'The distributor itself',
    since: '{origin}, since {day}',
    synced: 'Last synchronized',
    never: 'Not yet',
    sourceId: 'Id at the reseller',
    access: 'Your access',
    currency: 'Currency',
    industry: 'Industry',
    website: 'Website',
    move: 'A move to {reseller} is announced.',
    core: 'The core system does not answer just now. Industry and website are missing; everything else is here.',
  },
  {
    managedBy: 'Verwaltet von',
    own: 'Dem Distributor selbst',
    since: '{origin}, seit {day}',
    synced: 'Zuletzt synchronisiert',
    never: 'Noch nicht',
    sourceId: 'ID beim Reseller',
    access: 'Ihr Zugriff',
    currency: 'Währung',
    industry: 'Branche',
    website: 'Website',
    move: 'Ein Wechsel zu {reseller} ist angekündigt.',
    core: 'Das Kernsystem antwortet gerade nicht. Branche und Website fehlen; alles andere ist da.',
  },
);

/** What the account is and who manages it, with all that one has to know before doing anything to it. */
export function AccountHead() {
  const words = useWords(WORDS);
  const policy = usePolicyWords();
  const { day, moment, ago } = useFormats();
  const { account } = useAccount();
  const core = useAsk(AccountCoreDocument, { id: account.id });
  const { industry = null, website = null } = core.data?.data.account ?? {};
  const isCoreMissing = core.error !== null || (core.data?.errors.length ?? 0) > 0;
  const managed = account.managedByReseller;
  return (
    <>
      <header className="account-head">
        <div className="account-title">
          <h1>{account.name}</h1>
          {account.status !== null && <StatusBadge status={account.status} />}
        </div>
        <dl className="head-facts">
          <Fact name={words.managedBy}>
            {managed === null ? (
              words.own
            ) : (
              <>
                {managed.reseller.name}
                <span className="small muted" title={policy.value('ManagementOrigin', managed.origin).help}>
                  {fill(words.since, {
                    origin: policy.value('ManagementOrigin', managed.origin).label,
                    day: day(managed.managedSince.slice(0, 10)),
                  })}
                </span>
              </>
            )}
          </Fact>
          {managed !== null && (
            <>
              <Fact name={words.sourceId}>{managed.sourceAccountId}</Fact>
              <Fact name={words.synced}>
                {managed.lastSyncedAt === null ? (
                  words.never
                ) : (
                  <time dateTime={managed.lastSyncedAt} title={moment(managed.lastSyncedAt)}>
                    {ago(managed.lastSyncedAt)}
                  </time>
                )}
              </Fact>
            </>
          )}
          {account.access !== null && (
            <Fact name={words.access}>{policy.value('AccessLevel', account.access).label}</Fact>
          )}
          <Fact name={words.currency}>{account.currency}</Fact>
          {industry !== null && <Fact name={words.industry}>{industry}</Fact>}
          {website !== null && (
            <Fact name={words.website}>
              <Website address={website} />
            </Fact>
          )}
        </dl>
      </header>
      {managed !== null && <Ribbon text={managed.ribbon} />}
      {isCoreMissing && <Notice tone="warn">{words.core}</Notice>}
      {managed?.moveTo && <Notice>{fill(words.move, { reseller: managed.moveTo.name })}</Notice>}
      {managed?.drift.map((warning) => {
        const { label, help } = policy.value('DriftWarning', warning);
        return (
          <Notice key={warning} tone="warn">
            <p>
              <strong>{label}.</strong> {help}
            </p>
          </Notice>
        );
      })}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Another system wrote it: only what leads to a page is a link. */
function Website({ address }: { readonly address: string }) {
  if (!/^https?:\/\//i.test(address)) return address;
  return (
    <a href={address} rel="noreferrer" target="_blank">
      {address.replace(/^https?:\/\//i, '')}
    </a>
  );
}
