import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly show: () => ReactNode;
}

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Of several parts one at a time; arrows go from tab to tab. What is not shown is not asked for. */
export function Tabs({
  label,
  tabs,
  start,
}: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly start?: string;
}) {
  const id = useId();
  const [chosen, setChosen] = useState(start ?? tabs[0]?.id);
  const active = tabs.find((tab) => tab.id === chosen) ?? tabs[0];
  const move = (event: KeyboardEvent) => {
    const next = tabs[STEPS[event.key]?.(active === undefined ? 0 : tabs.indexOf(active), tabs.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next.id);
    document.getElementById(`${id}${next.id}`)?.focus();
  };
  if (active === undefined) return null;
  return (
    <div className="tabs">
      <div className="tab-list" role="tablist" aria-label={label} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${id}${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab === active}
            aria-controls={`${id}panel`}
            tabIndex={tab === active ? 0 : -1}
            onClick={() => setChosen(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${active.id}`} key={active.id}>
        {active.show()}
      </div>
    </div>
  );
}
