/**
 * What docs/rules.md says of every action, for every kind of caller and every state of an account. Written by hand, to be
 * read beside the text; nothing here is derived from the policy under test.
 */

/** The columns of the tables: people by the access that S8 gives them, then the two sync services, then no token. */
export const ACTORS = [
  ...(['administrator', 'responsible user', 'FULL', 'EDIT', 'READ', 'nothing'] as const),
  ...(['its sync', 'another sync'] as const),
] as const;
export type Actor = (typeof ACTORS)[number];

/** The rows. `hidden` is without responsible user and rule; `announced` is to move, and `moved` came from another reseller (S29); `of suspended` and `of ended` are of such a reseller (S30); `billed`, `alone`: a tenant reseller's own account (S25). */
export const STATES = [
  ...(['own', 'own suspended', 'own deleted', 'hidden own', 'released'] as const),
  ...(['copied', 'copied suspended', 'copied deleted', 'copied restored', 'hidden copied'] as const),
  ...(['transferred', 'announced', 'moved', 'of suspended', 'of ended'] as const),
  ...(['billed reseller', 'alone reseller', 'unknown', 'no UUID'] as const),
] as const;
export type State = (typeof STATES)[number];

/** S21: the reasons, in the order in which they are told. "-" is none: the action is allowed. */
const REASONS = {
  N: 'ACCOUNT_NOT_FOUND',
  D: 'ACCOUNT_DELETED',
  M: 'MANAGED_BY_RESELLER',
  T: 'TENANT_RESELLER_ACCOUNT',
  C: 'NOT_FOR_THIS_CALLER',
  I: 'INSUFFICIENT_ACCESS',
  S: 'ALREADY_IN_STATUS',
} as const;

/** A26: the 14 actions, in the order of the contract. */
export const ACTIONS = [
  ...['SYNCHRONIZE', 'DELETE', 'SUSPEND', 'REACTIVATE'],
  ...['CREATE_OPPORTUNITY', 'CREATE_OFFER', 'CREATE_ORDER', 'CREATE_SUBSCRIPTION'],
  ...['EDIT', 'GENERATE_INVOICES', 'VIEW_PENDING_INVOICES', 'CREATE_INVOICE', 'ADD_CONTACT', 'RELATE'],
];

// S8: an administrator and the responsible user have FULL; an account that the caller may not READ does not exist.
// "What a sync caller sees": of its own accounts no action is allowed, for it alone; of others there are none.
const TABLES: readonly (readonly [actions: readonly string[], verdicts: string])[] = [
  // S11: denied on a managed account. S8: FULL.
  [
    ['SYNCHRONIZE'],
    `                 admin resp FULL EDIT READ none its other
    own              | -   -    -    I    I    N    N   N
    own suspended    | -   -    -    I    I    N    N   N
    own deleted      | D   D    D    DI   DI   N    N   N
    hidden own       | -   N    N    N    N    N    N   N
    released         | -   -    -    I    I    N    N   N
    copied           | M   M    M    MI   MI   N    C   N
    copied suspended | M   M    M    MI   MI   N    C   N
    copied deleted   | DM  DM   DM   DMI  DMI  N    C   N
    copied restored  | M   M    M    MI   MI   N    C   N
    of suspended     | M   M    M    MI   MI   N    C   N
    of ended         | M   M    M    MI   MI   N    C   N
    hidden copied    | M   N    N    N    N    N    C   N
    transferred      | M   M    M    MI   MI   N    C   N
    announced        | M   M    M    MI   MI   N    C   N
    moved            | M   M    M    MI   MI   N    C   N
    billed reseller  | -   -    -    I    I    N    N   N
    alone reseller   | -   -    -    I    I    N    N   N
    unknown          | N   N    N    N    N    N    N   N
    no UUID          | N   N    N    N    N    N    N   N`,
  ],
  // S12: denied on a managed account. S8: FULL. S25: not while customers are billed to a reseller's account.
  [
    ['DELETE'],
    `                 admin resp FULL EDIT READ none its other
    own              | -   -    -    I    I    N    N   N
    own suspended    | -   -    -    I    I    N    N   N
    own deleted      | D   D    D    DI   DI   N    N   N
    hidden own       | -   N    N    N    N    N    N   N
    released         | -   -    -    I    I    N    N   N
    copied           | M   M    M    MI   MI   N    C   N
    copied suspended | M   M    M    MI   MI   N    C   N
    copied deleted   | DM  DM   DM   DMI  DMI  N    C   N
    copied restored  | M   M    M    MI   MI   N    C   N
    of suspended     | M   M    M    MI   MI   N    C   N
    of ended         | M   M    M    MI   MI   N    C   N
    hidden copied    | M   N    N    N    N    N    C   N
    transferred      | M   M    M    MI   MI   N    C   N
    announced        | M   M    M    MI   MI   N    C   N
    moved            | M   M    M    MI   MI   N    C   N
    billed reseller  | T   T    T    TI   TI   N    N   N
    alone reseller   | -   -    -    I    I    N    N   N
    unknown          | N   N    N    N    N    N    N   N
    no UUID          | N   N    N    N    N    N    N   N`,
  ],
  // S13: denied on a managed account. S8: FULL. S21: ALREADY_IN_STATUS of a suspended account.
  [
    ['SUSPEND'],
    `                 admin resp FULL EDIT READ none its other
    own              | -   -    -    I    I    N    N   N
    own suspended    | S   S    S    IS   IS   N    N   N
    own deleted      | D   D    D    DI   DI   N    N   N
    hidden own       | -   N    N    N    N    N    N   N
    released         | -   -    -    I    I    N    N   N
    copied           | M   M    M    MI   MI   N    C   N
    copied suspended | MS  MS   MS   MIS  MIS  N    C   N
    copied deleted   | DM  DM   DM   DMI  DMI  N    C   N
    copied restored  | M   M    M    MI   MI   N    C   N
    of suspended     | M   M    M    MI   MI   N    C   N
    of ended         | M   M    M    MI   MI   N    C   N
    hidden copied    | M   N    N    N    N    N    C   N
    transferred      | M   M    M    MI   MI   N    C   N
    announced        | M   M    M    MI   MI   N    C   N
    moved            | M   M    M    MI   MI   N    C   N
    billed reseller  | -   -    -    I    I    N    N   N
    alone reseller   | -   -    -    I    I    N    N   N
    unknown          | N   N    N    N    N    N    N   N
    no UUID          | N   N    N    N    N    N    N   N`,
  ],
  // S13: denied on a managed account. S8: FULL. S21: ALREADY_IN_STATUS of an active account.
  [
    ['REACTIVATE'],
    `                 admin resp FULL EDIT READ none its other
    own              | S   S    S    IS   IS   N    N   N
    own suspended    | -   -    -    I    I    N    N   N
    own deleted      | D   D    D    DI   DI   N    N   N
    hidden own       | S   N    N    N    N    N    N   N
    released         | S   S    S    IS   IS   N    N   N
    copied           | MS  MS   MS   MIS  MIS  N    C   N
    copied suspended | M   M    M    MI   MI   N    C   N
    copied deleted   | DM  DM   DM   DMI  DMI  N    C   N
    copied restored  | MS  MS   MS   MIS  MIS  N    C   N
    of suspended     | MS  MS   MS   MIS  MIS  N    C   N
    of ended         | MS  MS   MS   MIS  MIS  N    C   N
    hidden copied    | MS  N    N    N    N    N    C   N
    transferred      | MS  MS   MS   MIS  MIS  N    C   N
    announced        | MS  MS   MS   MIS  MIS  N    C   N
    moved            | MS  MS   MS   MIS  MIS  N    C   N
    billed reseller  | S   S    S    IS   IS   N    N   N
    alone reseller   | S   S    S    IS   IS   N    N   N
    unknown          | N   N    N    N    N    N    N   N
    no UUID          | N   N    N    N    N    N    N   N`,
  ],
  // S14: selling is denied on a managed account, whatever Enable Ordering says (S4). S8: EDIT.
  [
    ['CREATE_OPPORTUNITY', 'CREATE_OFFER', 'CREATE_ORDER', 'CREATE_SUBSCRIPTION'],
    `                 admin resp FULL EDIT READ none its other
    own              | -   -    -    -    I    N    N   N
    own suspended    | -   -    -    -    I    N    N   N
    own deleted      | D   D    D    D    DI   N    N   N
    hidden own       | -   N    N    N    N    N    N   N
    released         | -   -    -    -    I    N    N   N
    copied           | M   M    M    M    MI   N    C   N
    copied suspended | M   M    M    M    MI   N    C   N
    copied deleted   | DM  DM   DM   DM   DMI  N    C   N
    copied restored  | M   M    M    M    MI   N    C   N
    of suspended     | M   M    M    M    MI   N    C   N
    of ended         | M   M    M    M    MI   N    C   N
    hidden copied    | M   N    N    N    N    N    C   N
    transferred      | M   M    M    M    MI   N    C   N
    announced        | M   M    M    M    MI   N    C   N
    moved            | M   M    M    M    MI   N    C   N
    billed reseller  | -   -    -    -    I    N    N   N
    alone reseller   | -   -    -    -    I    N    N   N
    unknown          | N   N    N    N    N    N    N   N
    no UUID          | N   N    N    N    N    N    N   N`,
  ],
  // S15, S18, S19, S20: allowed on a managed account, not on a deleted one (S12). S8: EDIT.
  [
    ['EDIT', 'CREATE_INVOICE', 'ADD_CONTACT', 'RELATE'],
    `                 admin resp FULL EDIT READ none its other
    own              | -   -    -    -    I    N    N   N
    own suspended    | -   -    -    -    I    N    N   N
    own deleted      | D   D    D    D    DI   N    N   N
    hidden own       | -   N    N    N    N    N    N   N
    released         | -   -    -    -    I    N    N   N
    copied           | -   -    -    -    I    N    C   N
    copied suspended | -   -    -    -    I    N    C   N
    copied deleted   | D   D    D    D    DI   N    C   N
    copied restored  | -   -    -    -    I    N    C   N
    of suspended     | -   -    -    -    I    N    C   N
    of ended         | -   -    -    -    I    N    C   N
    hidden copied    | -   N    N    N    N    N    C   N
    transferred      | -   -    -    -    I    N    C   N
    announced        | -   -    -    -    I    N    C   N
    moved            | -   -    -    -    I    N    C   N
    billed reseller  | -   -    -    -    I    N    N   N
    alone reseller   | -   -    -    -    I    N    N   N
    unknown          | N   N    N    N    N    N    N   N
    no UUID          | N   N    N    N    N    N    N   N`,
  ],
  // S16: allowed on a managed account, and on a deleted one (S12). S8: EDIT.
  [
    ['GENERATE_INVOICES'],
    `                 admin resp FULL EDIT READ none its other
    own              | -   -    -    -    I    N    N   N
    own suspended    | -   -    -    -    I    N    N   N
    own deleted      | -   -    -    -    I    N    N   N
    hidden own       | -   N    N    N    N    N    N   N
    released         | -   -    -    -    I    N    N   N
    copied           | -   -    -    -    I    N    C   N
    copied suspended | -   -    -    -    I    N    C   N
    copied deleted   | -   -    -    -    I    N    C   N
    copied restored  | -   -    -    -    I    N    C   N
    of suspended     | -   -    -    -    I    N    C   N
    of ended         | -   -    -    -    I    N    C   N
    hidden copied    | -   N    N    N    N    N    C   N
    transferred      | -   -    -    -    I    N    C   N
    announced        | -   -    -    -    I    N    C   N
    moved            | -   -    -    -    I    N    C   N
    billed reseller  | -   -    -    -    I    N    N   N
    alone reseller   | -   -    -    -    I    N    N   N
    unknown          | N   N    N    N    N    N    N   N
    no UUID          | N   N    N    N    N    N    N   N`,
  ],
  // S17: allowed on a managed account, and on a deleted one (S12). S8: READ.
  [
    ['VIEW_PENDING_INVOICES'],
    `                 admin resp FULL EDIT READ none its other
    own              | -   -    -    -    -    N    N   N
    own suspended    | -   -    -    -    -    N    N   N
    own deleted      | -   -    -    -    -    N    N   N
    hidden own       | -   N    N    N    N    N    N   N
    released         | -   -    -    -    -    N    N   N
    copied           | -   -    -    -    -    N    C   N
    copied suspended | -   -    -    -    -    N    C   N
    copied deleted   | -   -    -    -    -    N    C   N
    copied restored  | -   -    -    -    -    N    C   N
    of suspended     | -   -    -    -    -    N    C   N
    of ended         | -   -    -    -    -    N    C   N
    hidden copied    | -   N    N    N    N    N    C   N
    transferred      | -   -    -    -    -    N    C   N
    announced        | -   -    -    -    -    N    C   N
    moved            | -   -    -    -    -    N    C   N
    billed reseller  | -   -    -    -    -    N    N   N
    alone reseller   | -   -    -    -    -    N    N   N
    unknown          | N   N    N    N    N    N    N   N
    no UUID          | N   N    N    N    N    N    N   N`,
  ],
];

/** The reasons against the action, in their order; empty when docs/rules.md allows it. */
export function reasonsFor(action: string, state: State, actor: Actor): string[] {
  const verdict = VERDICTS.get(`${action} ${state}`)?.[ACTORS.indexOf(actor)];
  if (verdict === undefined) throw new Error(`verdicts.ts says nothing of ${action}, ${state}, ${actor}`);
  return verdict;
}

const VERDICTS = new Map(
  TABLES.flatMap(([actions, table]) =>
    table
      .split('\n')
      .slice(1)
      .flatMap((line) => {
        const [state = '', cells = ''] = line.split('|').map((part) => part.trim());
        const verdicts = cells.split(/\s+/).map(reasonsOf);
        return actions.map((action): [string, string[][]] => [`${action} ${state}`, verdicts]);
      }),
  ),
);

function reasonsOf(cell: string): string[] {
  if (cell === '-') return [];
  return [...cell].map((letter) => {
    const reason = REASONS[letter as keyof typeof REASONS];
    if (!reason) throw new Error(`verdicts.ts has the letter ${letter}, which means nothing`);
    return reason;
  });
}
