import type { NamedType } from '../api/introspection.ts';
import { contentOf, titleOf } from '../api/shape.ts';
import { useTool } from '../state/tool.ts';
import { Notice } from './notice.tsx';

type Row = Readonly<Record<string, unknown>>;
const SENTENCE = /\S+(\s+\S+){3,}/;

/** What is said for people to read, and not the value of something. */
export function isSentence(value: unknown): value is string {
  return typeof value === 'string' && SENTENCE.test(value);
}

/** What the server says in whole sentences, for people to see before anything else. */
export function Ribbons({ type, record }: { readonly type: NamedType; readonly record: Row }) {
  const { catalogue } = useTool();
  const { schema } = catalogue;
  return (type.fields ?? []).flatMap((field) => {
    const content = contentOf(schema, field);
    const value = record[field.name] as Row | null | undefined;
    const title = content.kind === 'object' ? titleOf(schema, content.type) : null;
    const text = title === null ? null : value?.[title];
    if (content.kind !== 'object' || !isSentence(text)) return [];
    return [
      <Notice key={field.name} tone="calm" icon="lock">
        <strong>{text}</strong>
      </Notice>,
    ];
  });
}
