import { defineWords, useWords } from '../../../words/words.ts';
import { useNames } from './names.tsx';

const WORDS = defineWords({ none: 'nothing' }, { none: 'nichts' });

/** Any value of JSON, for people: as the server has it, but without braces and quotes. */
export function Value({ value }: { readonly value: unknown }) {
  const words = useWords(WORDS);
  const names = useNames();
  if (value === null || value === '') return <span className="muted">{words.none}</span>;
  if (typeof value !== 'object') return <>{String(value)}</>;
  if (Array.isArray(value)) {
    return (
      <ul className="value-list">
        {value.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing but the place tells the items apart.
          <li key={index}>
            <Value value={item} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <dl className="value-parts">
      {Object.entries(value as object).map(([name, part]) => (
        <div key={name}>
          <dt>{names.column(name)}</dt>
          <dd>
            <Value value={part} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
