/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The three kinds of caller. */
export type AccountViewerKind =
  /** A person of the distributor with FULL access to every account, who also sets things up. */
  | 'ADMINISTRATOR'
  /** A person of the distributor: sees the accounts that sharing rules or being responsible open (S8). */
  | 'DISTRIBUTOR_USER'
  /** The machine identity of one tenant reseller's BSS. */
  | 'RESELLER_SYNC';

/** The four guards; every mutation has one (S22). A caller of the wrong kind gets a top-level FORBIDDEN. */
export type MutationGuard =
  /** Administrators of the distributor. */
  | 'ADMINISTRATOR'
  /** People of the distributor with enough access, on managed accounts too (S15-S20). */
  | 'ALLOWED_ON_MANAGED_ACCOUNT'
  /** People of the distributor with enough access, but never on a managed account (S11-S14). */
  | 'BLOCKED_ON_MANAGED_ACCOUNT'
  /** A tenant reseller's sync service, for its own customers. */
  | 'RESELLER_SYNC';

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly accountViewer: { readonly kind: AccountViewerKind, readonly id: string, readonly groups: ReadonlyArray<string>, readonly powers: ReadonlyArray<MutationGuard>, readonly tenantReseller: { readonly id: string, readonly name: string } | null } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const ViewerDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Viewer {
  accountViewer {
    kind
    id
    groups
    powers
    tenantReseller {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;