import type { Condition } from '../api/policy.ts';
import { useTool, useWords } from '../state/tool.ts';

/** Conditions as people read them. */
export function Conditions({
  conditions,
  reasonType,
  lead,
}: {
  readonly conditions: readonly Condition[];
  readonly reasonType: string;
  readonly lead: string;
}) {
  const { catalogue } = useTool();
  const { words } = useWords();
  const fact = useFactWords();
  if (conditions.length === 0) {
    return (
      <p className="muted">
        {lead}: {words.noConditions}
      </p>
    );
  }
  return (
    <ul className="conditions">
      {conditions.map((condition) => {
        const tests = condition.when.map(
          ({ fact: name, is }) =>
            `${fact.name(name)} ${words.is} ${is.map((value) => fact.value(name, value)).join(` ${words.or} `)}`,
        );
        const { label, help } = catalogue.enumValue(reasonType, condition.reason);
        return (
          <li key={JSON.stringify(condition)}>
            <span className="badge" title={help}>
              {label}
            </span>{' '}
            {words.when} {tests.join(` ${words.and} `)}
          </li>
        );
      })}
    </ul>
  );
}

/** What facts and their values are called. A value is of the enum that holds all that conditions ask of the fact. */
export function useFactWords() {
  const { catalogue } = useTool();
  const { words } = useWords();
  const { actions, fields } = catalogue.policy;
  const tests = [...actions, ...fields].flatMap(({ conditions }) => conditions).flatMap(({ when }) => when);
  return {
    name: (fact: string) => catalogue.enumValue('PolicyFact', fact).label,
    value: (fact: string, value: string) => {
      if (value === 'true') return words.yes;
      if (value === 'false') return words.no;
      const others = tests.filter((test) => test.fact === fact).flatMap(({ is }) => is);
      return catalogue.valueAmong(value, others).label;
    },
  };
}
