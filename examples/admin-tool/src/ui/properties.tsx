import { ENTITY } from '../api/conventions.ts';
import { isList, type NamedType, namedType, type Schema } from '../api/introspection.ts';
import type { Standing } from '../api/policy.ts';
import { contentOf, hasId, titleOf } from '../api/shape.ts';
import { useTool, useWords } from '../state/tool.ts';
import { Icon } from './icons.tsx';
import { isSentence } from './ribbons.tsx';
import { Parts, Value } from './value.tsx';

type Row = Readonly<Record<string, unknown>>;
/** All that a record tells of itself; a padlock with the reason at what may not be changed. */
export function Properties({
  type,
  record,
  locks,
}: {
  readonly type: NamedType;
  readonly record: Row;
  readonly locks: NonNullable<Standing['fieldLocks']>;
}) {
  const { catalogue } = useTool();
  const { words } = useWords();
  // What the rules say of the record is told beside it, in more words.
  const rules = ruleTypes(catalogue.schema);
  const fields = (type.fields ?? []).filter(
    (field) => field.name in record && !(isList(field.type) && rules.has(namedType(catalogue.schema, field.type).name)),
  );
  const lockOf = (name: string) => {
    const policy = catalogue.policy.fields.find(({ accountField }) => accountField === name);
    return policy === undefined ? undefined : locks.find(({ field }) => field === policy.field);
  };
  const isWide = (name: string) => {
    const field = fields.find((one) => one.name === name);
    if (field === undefined) return false;
    const content = contentOf(catalogue.schema, field);
    return (
      content.kind === 'objects' ||
      (content.kind === 'leaf' && content.isList) ||
      (content.kind === 'object' && !hasId(content.type))
    );
  };
  return (
    <dl className="properties">
      {fields.map((field) => {
        const content = contentOf(catalogue.schema, field);
        const value = record[field.name];
        const lock = lockOf(field.name);
        const isPart = content.kind === 'object' && !hasId(content.type) && value !== null && value !== undefined;
        return (
          <div key={field.name} className={isWide(field.name) ? 'is-wide' : undefined}>
            <dt>
              {catalogue.fieldLabel(type, field)}
              {lock && (
                <span className="lock" title={lock.message}>
                  <Icon name="lock" />
                  <span className="lock-reason">{catalogue.enumValue('LockReason', lock.reason).label}</span>
                  <span className="unseen">
                    . {words.locked}: {lock.message}
                  </span>
                </span>
              )}
            </dt>
            <dd>
              {isPart ? (
                <Parts type={content.type} record={unsaid(value as Row, titleOf(catalogue.schema, content.type))} />
              ) : (
                <Value field={field} value={value} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Without what stands above as a ribbon. */
function unsaid(record: Row, title: string | null): Row {
  return Object.fromEntries(Object.entries(record).filter(([name, value]) => !(name === title && isSentence(value))));
}

/** The types in which a standing is told, and those of the actions and fields that it is about. */
function ruleTypes(schema: Schema): ReadonlySet<string> {
  const told = (schema.types.get(ENTITY)?.fields ?? []).filter(({ name }) => STANDING_FIELDS.includes(name));
  const types = told.map(({ type }) => namedType(schema, type));
  const subjects = types.flatMap(({ fields }) =>
    (fields ?? []).filter(({ name }) => name === 'action' || name === 'field'),
  );
  return new Set([...types, ...subjects.map(({ type }) => namedType(schema, type))].map(({ name }) => name));
}

const STANDING_FIELDS: readonly string[] = ['policyFacts', 'actionPermissions', 'fieldLocks'];
