import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { usePolicyWords } from '../../../state/policy-words.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { defineWords, useWords } from '../../../words/words.ts';
import { type ListAddress, SORTS, type Sort } from '../address.ts';
import { HEADING, HEADINGS, headingSorted, ROWS } from './table-roles.ts';

const WORDS = defineWords(
  { sort: 'Order', drift: 'Warnings', up: 'ascending', down: 'descending' },
  { sort: 'Reihenfolge', drift: 'Hinweise', up: 'aufsteigend', down: 'absteigend' },
);

interface SortingProps {
  readonly address: ListAddress;
  readonly onChange: (part: Partial<ListAddress>) => void;
}

/** What people call each order, in the server's words. */
function useSortLabel(): (sort: Sort) => string {
  const policy = usePolicyWords();
  return (sort) => policy.value('AccountOrderField', SORTS[sort]).label;
}

/** All orders, both ways. */
export function SortSelect({ address, onChange }: SortingProps) {
  const words = useWords(WORDS);
  const labelOf = useSortLabel();
  const choices = (Object.keys(SORTS) as Sort[]).flatMap((sort) => [
    { id: `${sort} up`, label: `${labelOf(sort)}, ${words.up}` },
    { id: `${sort} down`, label: `${labelOf(sort)}, ${words.down}` },
  ]);
  return (
    <SelectField
      label={words.sort}
      isLabelHidden
      choices={choices}
      value={`${address.sort} ${address.isDescending ? 'down' : 'up'}`}
      onChange={(id) => {
        const [sort, way] = id.split(' ');
        onChange({ sort: sort as Sort, isDescending: way === 'down' });
      }}
    />
  );
}

/** What the columns are; by some of them the list is ordered. */
export function Headings(props: SortingProps) {
  const words = useWords(WORDS);
  const { field } = usePolicyWords();
  return (
    <div {...ROWS} className="list-head">
      <div {...HEADINGS} className="list-row">
        <SortHeading {...props} sort="name" />
        <Heading label={field('ACCOUNTING_NO').label} />
        <Heading label={field('EMAIL').label} />
        <Heading label={field('STATUS').label} />
        <Heading label={field('CURRENCY').label} />
        <Heading label={field('RESPONSIBLE_USER').label} />
        <SortHeading {...props} sort={props.address.sort === 'created' ? 'created' : 'updated'} />
        <Heading label={words.drift} />
      </div>
    </div>
  );
}

function Heading({ label }: { readonly label: string }) {
  return (
    <span {...HEADING} className="cell clip" title={label}>
      {label}
    </span>
  );
}

function SortHeading({ address, onChange, sort }: SortingProps & { readonly sort: Sort }) {
  const labelOf = useSortLabel();
  const isSorted = address.sort === sort;
  const Icon = isSorted ? (address.isDescending ? ArrowDown : ArrowUp) : ArrowUpDown;
  const order = isSorted ? (address.isDescending ? 'descending' : 'ascending') : 'none';
  return (
    <span {...headingSorted(order)} className="cell">
      <button
        type="button"
        className="sort"
        data-sorted={isSorted || undefined}
        // What changed last is looked for first, names from A on.
        onClick={() => onChange({ sort, isDescending: isSorted ? !address.isDescending : sort !== 'name' })}
      >
        <span className="clip">{labelOf(sort)}</span>
        <Icon className="icon" aria-hidden />
      </button>
    </span>
  );
}
