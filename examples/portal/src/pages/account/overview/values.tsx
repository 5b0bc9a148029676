import type { ComponentType, ReactNode } from 'react';
import { Link } from 'react-router';
import type { AccountField, AccountFieldsFragment } from '../../../api/generated.ts';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { mailTo } from '../parts/mail-to.ts';
import { StatusBadge } from '../status-badge.tsx';
import { useCustomText } from './custom-text.ts';
import { useYesNo } from './yes-no.ts';

const WORDS = defineWords(
  {
    none: 'None',
    nobody: 'Nobody',
    hidden: 'An account that you may not see',
    itself: 'The account itself',
    noRule: 'None: administrators and the responsible user only',
  },
  {
    none: 'Keine',
    nobody: 'Niemand',
    hidden: 'Ein Konto, das Sie nicht sehen dürfen',
    itself: 'Das Konto selbst',
    noRule: 'Keine: nur die Administration und der verantwortliche Benutzer',
  },
);

interface ValueProps {
  readonly account: AccountFieldsFragment;
}

/** What each field holds, to be read. */
export const VALUES: Readonly<Record<AccountField, ComponentType<ValueProps>>> = {
  NAME: ({ account }) => <Text>{account.name}</Text>,
  ACCOUNTING_NO: ({ account }) => <Text>{account.accountingNo}</Text>,
  EMAIL: ({ account: { email } }) => <Text>{email === null ? null : <a href={mailTo(email)}>{email}</a>}</Text>,
  STATUS: ({ account }) => account.status && <StatusBadge status={account.status} />,
  BILLING_ADDRESS: ({ account }) => <Address address={account.billingAddress} />,
  SYNCHRONIZATION_OPTIONS: ({ account }) => <Options options={account.synchronizationOptions ?? []} />,
  PARENT: ({ account }) => <AccountLink account={account.parent} none="none" />,
  BILL_TO: ({ account }) => <AccountLink account={account.billTo} none="itself" />,
  CURRENCY: ({ account }) => <Text>{account.currency}</Text>,
  ENABLE_ORDERING: ({ account }) => useYesNo(account.enableOrdering),
  SEPARATE_INVOICES: ({ account }) => useYesNo(account.separateInvoices),
  RESPONSIBLE_USER: ({ account }) => {
    const { nobody } = useWords(WORDS);
    return <Text none={nobody}>{account.responsibleUser?.id}</Text>;
  },
  PERMISSION_RULE: ({ account }) => {
    const { noRule } = useWords(WORDS);
    return <Text none={noRule}>{account.permissionRule?.name}</Text>;
  },
  CUSTOM_FIELDS: ({ account }) => <CustomFields values={account.customFields ?? []} />,
};

function Text({ none = '–', children }: { readonly none?: string; readonly children: ReactNode }) {
  return children == null || children === '' ? <span className="muted">{none}</span> : children;
}

function AccountLink(props: { readonly account: AccountFieldsFragment['parent']; readonly none: 'none' | 'itself' }) {
  const words = useWords(WORDS);
  const { account, none } = props;
  if (account === null) return <span className="muted">{words[none]}</span>;
  // Of one that is hidden only the id is told.
  if (account.name === null) return <span className="muted">{words.hidden}</span>;
  return <Link to={`/accounts/${account.id}`}>{account.name}</Link>;
}

function Address({ address }: { readonly address: AccountFieldsFragment['billingAddress'] }) {
  if (address === null) return <Text>{null}</Text>;
  const { line1, line2, postalCode, city, region, country } = address;
  const lines = [line1, line2, [postalCode, city].filter(Boolean).join(' '), region, country];
  return (
    <address className="address">
      {lines.filter(Boolean).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read the same, as city and region do in Hamburg.
        <span key={index}>{line}</span>
      ))}
    </address>
  );
}

function Options({ options }: { readonly options: NonNullable<AccountFieldsFragment['synchronizationOptions']> }) {
  const { none } = useWords(WORDS);
  if (options.length === 0) return <Text none={none}>{null}</Text>;
  return (
    <ul className="options">
      {options.map(({ systemCode, key, value }) => (
        <li key={`${systemCode} ${key}`}>
          <span className="muted">
            {systemCode} · {key}
          </span>
          <span>{value ?? '–'}</span>
        </li>
      ))}
    </ul>
  );
}

function CustomFields({ values }: { readonly values: NonNullable<AccountFieldsFragment['customFields']> }) {
  const { none } = useWords(WORDS);
  const textOf = useCustomText();
  const words = usePolicyWords();
  if (values.length === 0) return <Text none={none}>{null}</Text>;
  return (
    <ul className="options">
      {values.map(({ definition, value }) => (
        <li key={definition.code}>
          <span className="muted" title={words.value('CustomFieldType', definition.type).label}>
            {definition.label}
          </span>
          <Text>{value === null ? null : textOf(definition.type, value)}</Text>
        </li>
      ))}
    </ul>
  );
}
