import { type ReactNode, useEffect } from 'react';
import { useWords } from '../state/tool.ts';
import type { IconName } from '../ui/icons.tsx';
import { Empty } from '../ui/notice.tsx';

/** The heading of a page, which the window is called by too. */
export function Heading({
  title,
  kicker,
  lead,
  schemaLead,
}: {
  readonly title: string;
  readonly kicker?: string;
  readonly lead?: string;
  /** As the schema says it, which is in English whatever the language. */
  readonly schemaLead?: string | null;
}) {
  const { words } = useWords();
  useEffect(() => {
    document.title = `${title} · ${words.title}`;
  }, [title, words]);
  return (
    <div className="heading">
      {kicker !== undefined && <p className="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
      {schemaLead != null && (
        <p className="lead" lang="en">
          {plain(schemaLead)}
        </p>
      )}
    </div>
  );
}

/** A description of the schema as people read it: without the signs of Markdown and the numbers of rules. */
export function plain(description: string | null): string {
  return (description ?? '').replaceAll('`', '').replace(/\s*\((?:S\d+(?:-S?\d+)?(?:,\s*)?)+\)/g, '');
}

/** A page that has nothing to show, and says why. */
export function NothingHere({
  icon,
  title,
  children,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <>
      <Heading title={title} />
      <Empty icon={icon}>{children}</Empty>
    </>
  );
}
