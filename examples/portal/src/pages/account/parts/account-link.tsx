import { Link } from 'react-router';

interface AccountLinkProps {
  /** Of an account that is hidden from the reader the server tells the id alone. */
  readonly account: { readonly id: string; readonly name: string | null };
}

export function AccountLink({ account: { id, name } }: AccountLinkProps) {
  return name === null ? <span className="mono">{id}</span> : <Link to={`/accounts/${id}`}>{name}</Link>;
}
