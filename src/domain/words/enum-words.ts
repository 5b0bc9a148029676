import { ACCOUNT_ENUMS } from './account-enums';
import { RECORD_ENUMS } from './record-enums';
import { REFUSAL_CODE_WORDS } from './refusal-codes';
import { RESELLER_ENUMS } from './reseller-enums';
import { RULE_ENUMS } from './rule-enums';
import { SELLING_ENUMS } from './selling-enums';

/** Words for every value of every enum but the actions and the fields of an account, whose labels messages name too. */
export const ENUM_WORDS = {
  ...ACCOUNT_ENUMS,
  ...RECORD_ENUMS,
  ...RULE_ENUMS,
  ...SELLING_ENUMS,
  ...RESELLER_ENUMS,
  AccountErrorCode: REFUSAL_CODE_WORDS,
};
