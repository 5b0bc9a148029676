import { CUSTOM_FIELD_TYPES, type CustomFieldScalar } from '../../domain/accounts/custom-field';
import { boolean, instant, isOneOf, jsonb, oneOf, text, textArray } from '../engine/column';
import { table } from '../engine/table';
import { scalar } from './documents';

/** A custom field that accounts may have (S15). */
export const CUSTOM_FIELD_DEFINITIONS = table(
  'custom_field_definitions',
  {
    code: text(),
    label: text(),
    type: oneOf(CUSTOM_FIELD_TYPES),
    required: boolean(),
    options: textArray().nullable(),
    defaultValue: jsonb<CustomFieldScalar>(scalar).nullable(),
    createdAt: instant().default('now()'),
  },
  {
    primaryKey: ['pk_custom_field_definitions', 'code'],
    checks: {
      ck_custom_field_definitions_type: isOneOf('type', CUSTOM_FIELD_TYPES),
      ck_custom_field_definitions_options: `(type = 'CHOICE') = (options IS NOT NULL)`,
    },
  },
);
