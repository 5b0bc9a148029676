import type { CustomFields } from '../accounts/custom-field';

/** What the API options have an entry for. */
export const API_OPTIONS_ENTITIES = ['ACCOUNT'] as const;

/** What new accounts of the API are given: "Use of API Options", entry for the account entity (S7, S8). */
export interface ApiOptions {
  readonly responsibleUserId: string | null;
  readonly permissionRuleId: string | null;
}

/** What a copy is given besides what comes from its source: API options, and the defaults of custom fields (S15). */
export interface CopyDefaults extends ApiOptions {
  readonly customFields: CustomFields;
}
