import subgraph from '@apollo/subgraph';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { parse } from 'graphql';

/**
 * Directives that promise something to callers or to gateways. To GraphQL they are notes; here a guard that changes, a
 * lock that comes or a key that goes breaks whoever relied on it.
 */
const GUARD =
  /\.@(blockedOnManagedAccount|allowedOnManagedAccount|lockedOnManagedAccount|resellerSync|administrator)\b/;
const FEDERATION = /\.@(key|shareable)\b/;

/** What of the released schema no longer holds: each change with its path, such as `Account.name`, and a sentence. */
export async function breakingChanges(released, present) {
  const changes = await diff(schemaOf(released), schemaOf(present));
  return changes.filter(isBreaking).map(({ path, type, message }) => ({ path: path ?? type, message }));
}

/** Those of them that the changelog does not own up to: CI refuses these. */
export async function unannounced(released, present, changelog) {
  const named = namedAsBreaking(changelog);
  return (await breakingChanges(released, present)).filter(({ path }) => !named.has(path));
}

/**
 * The paths that the changelog's Unreleased section names as breaking: what stands in backticks in an item that begins
 * with **Breaking:**, e.g. "- **Breaking:** `Account.name` is gone; ask for `Account.title`."
 */
export function namedAsBreaking(changelog) {
  const [, unreleased = ''] = /^## Unreleased$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog) ?? [];
  const items = unreleased.split(/^(?=- |#)/m).filter((item) => item.startsWith('- **Breaking:**'));
  return new Set(items.flatMap((item) => [...item.matchAll(/`([^`]+)`/g)].map(([, name]) => name)));
}

function isBreaking({ criticality, path = '', type }) {
  if (criticality.level === CriticalityLevel.Breaking) return true;
  if (criticality.level !== CriticalityLevel.Dangerous || !type.startsWith('DIRECTIVE_USAGE_')) return false;
  return GUARD.test(path) || (FEDERATION.test(path) && type.endsWith('_REMOVED'));
}

function schemaOf(sdl) {
  return subgraph.buildSubgraphSchema([{ typeDefs: parse(sdl) }]);
}
