import { useState } from 'react';
import { linkTo } from '../state/route.ts';
import { useTool, useWords } from '../state/tool.ts';
import { Icon } from '../ui/icons.tsx';
import { Heading } from './heading.tsx';

/** Every mutation that the caller may call, by what guards it; those of others are shown on demand. */
export function MutationsPage() {
  const { catalogue } = useTool();
  const { words, fill } = useWords();
  const [all, setAll] = useState(false);
  const shown = catalogue.policy.mutations.filter((mutation) => all || catalogue.mayCall(mutation));
  const guards = [...new Set(shown.map(({ guard }) => guard))];
  const hasOthers = catalogue.policy.mutations.some((mutation) => !catalogue.mayCall(mutation));
  return (
    <>
      <Heading title={words.mutations} kicker={words.rules} lead={fill(words.shown, { n: shown.length })} />
      {hasOthers && (
        <label className="check">
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
          {words.allMutations}
        </label>
      )}
      {guards.map((guard) => {
        const { label, help } = catalogue.enumValue('MutationGuard', guard);
        return (
          <section key={guard} className="section" aria-labelledby={`guard-${guard}`}>
            <h2 id={`guard-${guard}`}>{label}</h2>
            <p className="muted">{help}</p>
            <ul className="rows">
              {shown
                .filter((mutation) => mutation.guard === guard)
                .map((mutation) => (
                  <li key={mutation.mutation}>
                    <a className="row-card" href={linkTo(['do', mutation.mutation])}>
                      <span>
                        <strong>{mutation.label}</strong>
                        <span className="muted">{mutation.help}</span>
                      </span>
                      {!catalogue.mayCall(mutation) && (
                        <span className="badge badge-locked">
                          <Icon name="lock" />
                          {words.notForYou}
                        </span>
                      )}
                      <Icon name="right" />
                    </a>
                  </li>
                ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
