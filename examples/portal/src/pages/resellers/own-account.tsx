import { Link } from 'react-router';
import { useWords } from '../../words/words.ts';
import { RESELLER_WORDS } from './reseller-words.ts';

interface OwnAccountProps {
  readonly account: { readonly id: string; readonly name: string | null } | null;
  /** Left out: the account's name. */
  readonly text?: string;
}

/** The way to a reseller's own account, for who may see it: of a hidden one only the id is told. */
export function OwnAccount({ account, text }: OwnAccountProps) {
  const words = useWords(RESELLER_WORDS);
  if (account === null || account.name === null) return <span className="muted">{words.hidden}</span>;
  return <Link to={`/accounts/${account.id}`}>{text ?? account.name}</Link>;
}
