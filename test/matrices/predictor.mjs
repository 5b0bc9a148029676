// A tool for any subgraph of this kind: it loads nothing of ours. From introspection, `accountPolicy`, `accountViewer` and
// the facts of an account, all as JSON at its standard input, it says what each action, field and mutation will come to.
import { text } from 'node:stream/consumers';

const { introspection, accountPolicy, asked } = JSON.parse(await text(process.stdin));
const types = introspection.__schema.types;
const namesOf = (list) => list.map(({ name }) => name);
const typeNamed = (name) => types.find((type) => type.name === name);
const DENIAL_REASONS = namesOf(typeNamed('DenialReason').enumValues);
const MUTATIONS = namesOf(typeNamed(introspection.__schema.mutationType.name).fields);

/** The reasons of the conditions that hold, in the order of the conditions. */
function reasonsOf(conditions, facts) {
  const factNamed = (wanted) => facts.find(({ fact }) => fact === wanted)?.value;
  return conditions
    .filter(({ when }) => when.every(({ fact, is }) => is.includes(factNamed(fact))))
    .map(({ reason }) => reason);
}

function denialOf(action, facts) {
  const { conditions } = accountPolicy.actions.find((one) => one.action === action);
  const reasons = reasonsOf(conditions, facts);
  return DENIAL_REASONS.filter((reason) => reasons.includes(reason));
}

function lockOf(field, facts) {
  const { conditions } = accountPolicy.fields.find((one) => one.field === field);
  return reasonsOf(conditions, facts)[0] ?? null;
}

const refusedFor = (code, reasons, path) => ({ code, reasons, path });
const PASSES = refusedFor(null, [], null);

function outcomeOf(mutation, viewer, facts) {
  const { guard, callers, action, accountPath } = accountPolicy.mutations.find((one) => one.mutation === mutation);
  const isLetThrough = callers.includes(viewer.kind);
  if (isLetThrough !== viewer.powers.includes(guard)) throw new Error(`${mutation}: callers and powers disagree`);
  if (!isLetThrough) return refusedFor('FORBIDDEN', [], null);
  const reasons = action ? denialOf(action, facts) : [];
  if (reasons.length === 0) return PASSES;
  const code = reasons[0] === 'ACCOUNT_NOT_FOUND' ? 'ACCOUNT_NOT_FOUND' : 'ACTION_NOT_ALLOWED';
  return refusedFor(code, reasons, accountPath.split('.'));
}

/** What becomes of each value that changes a field, if it is sent alone and is another one. */
function editsOf(mutation, viewer, facts) {
  const outcome = outcomeOf(mutation, viewer, facts);
  const { inputFields } = accountPolicy.mutations.find((one) => one.mutation === mutation);
  return inputFields.map(({ path, field }) => {
    const isLocked = outcome.code === null && lockOf(field, facts) !== null;
    return { path, outcome, locked: isLocked ? [{ path, field }] : [] };
  });
}

const predictions = asked.map(({ viewer, account, entity }) => {
  const facts = (account ?? entity).policyFacts;
  return {
    permissions: accountPolicy.actions.map(({ action }) => {
      const reasons = denialOf(action, facts);
      return { action, allowed: reasons.length === 0, reasons };
    }),
    locks: accountPolicy.fields
      .map(({ field }) => ({ field, reason: lockOf(field, facts) }))
      .filter(({ reason }) => reason !== null),
    mutations: MUTATIONS.map((mutation) => ({ mutation, outcome: outcomeOf(mutation, viewer, facts) })),
    edits: Object.fromEntries(MUTATIONS.map((mutation) => [mutation, editsOf(mutation, viewer, facts)])),
  };
});
process.stdout.write(JSON.stringify(predictions));
