import type { Caller } from './caller.ts';
import type { Operations } from './generated/operations.ts';
import { persist } from './persist.ts';
import { SyncStopped } from './sync-stopped.ts';

type Name = 'SyncViewer' | 'CopiedAccounts' | 'SyncProblems' | 'SyncHealth' | 'OfferedServices';
type Answer<N extends Name> = Operations[N]['data'];

/** Who calls, as the server takes the token. */
export type Viewer = NonNullable<Answer<'SyncViewer'>['accountViewer']>;
/** An account that is here, as a sync sees it. */
export type CopiedAccount = NonNullable<Answer<'CopiedAccounts'>['copiedAccounts'][number]>;
type OwnReseller = NonNullable<NonNullable<Answer<'SyncProblems'>['accountViewer']>['tenantReseller']>;
/** What was refused and is not to be sent again as it is. */
export type SyncProblem = NonNullable<OwnReseller['syncProblems']>['edges'][number]['node'];
type OwnHealth = NonNullable<NonNullable<Answer<'SyncHealth'>['accountViewer']>['tenantReseller']>;
/** How the sync fares. */
export type SyncHealth = NonNullable<OwnHealth['syncHealth']>;
/** A service, with what the reseller is offered it at. */
export type OfferedService = NonNullable<Answer<'OfferedServices'>['offeredServices']>['edges'][number]['node'];

/** As many ids as the server takes at a time. */
const IDS_A_CALL = 500;
const PAGE = 200;

export async function viewer(caller: Caller, signal: AbortSignal): Promise<Viewer> {
  const { accountViewer } = await ask(caller, 'SyncViewer', {}, 'accountViewer', signal);
  return accountViewer ?? noSync();
}

export async function copiedAccounts(
  caller: Caller,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<(CopiedAccount | null)[]> {
  const accounts: (CopiedAccount | null)[] = [];
  for (let at = 0; at < ids.length; at += IDS_A_CALL) {
    const sourceAccountIds = ids.slice(at, at + IDS_A_CALL);
    const answer = await ask(caller, 'CopiedAccounts', { sourceAccountIds }, 'copiedAccounts', signal);
    accounts.push(...answer.copiedAccounts);
  }
  return accounts;
}

export async function* syncProblems(
  caller: Caller,
  open: boolean | null,
  signal: AbortSignal,
): AsyncGenerator<SyncProblem, void, undefined> {
  yield* pages(async (after) => {
    const { accountViewer } = await ask(caller, 'SyncProblems', { open, first: PAGE, after }, 'accountViewer', signal);
    return accountViewer?.tenantReseller?.syncProblems ?? noSync();
  });
}

export async function syncHealth(caller: Caller, signal: AbortSignal): Promise<SyncHealth> {
  const { accountViewer } = await ask(caller, 'SyncHealth', {}, 'accountViewer', signal);
  return accountViewer?.tenantReseller?.syncHealth ?? noSync();
}

export async function* offeredServices(
  caller: Caller,
  search: string | null,
  signal: AbortSignal,
): AsyncGenerator<OfferedService, void, undefined> {
  yield* pages(async (after) => {
    const answer = await ask(caller, 'OfferedServices', { search, first: PAGE, after }, 'offeredServices', signal);
    return answer.offeredServices ?? noSync();
  });
}

interface Page<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Reads a page once its beginning is asked for. */
async function* pages<Node>(
  page: (after: string | null) => Promise<Page<Node>>,
): AsyncGenerator<Node, void, undefined> {
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo }: Page<Node> = await page(after);
    for (const { node } of edges) yield node;
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
}

async function ask<N extends Name>(
  caller: Caller,
  name: N,
  variables: Operations[N]['variables'],
  field: keyof Answer<N>,
  signal: AbortSignal,
): Promise<Answer<N>> {
  const isWhole = (data: unknown): data is Answer<N> => {
    const answer = (data as Record<PropertyKey, unknown> | null | undefined)?.[field];
    return answer !== undefined && answer !== null;
  };
  const reply = await persist(caller, name, variables, isWhole, signal);
  if (reply.kind === 'answered') return reply.data;
  throw new SyncStopped('NOT_TAKEN', `${reply.code}: ${reply.message}`);
}

function noSync(): never {
  throw new SyncStopped('FORBIDDEN', "The token is of no tenant reseller's sync service.");
}
