import { describeDeeds } from './account-deeds.mjs';
import { describeDenied } from './account-denied.mjs';
import { describeEdit } from './account-edit.mjs';
import { describeFields } from './account-fields.mjs';
import { describeLive } from './account-live.mjs';
import { describeLooks } from './account-looks.mjs';

/** The page of an account: what it shows, what may be done there, and what is done. */
export function describeAccount(world) {
  describeFields(world);
  describeDenied(world);
  describeDeeds(world);
  describeEdit(world);
  describeLive(world);
  describeLooks(world);
}
