import { describeDeeds } from './deeds.mjs';
import { describeDenied } from './denied.mjs';
import { describeEdit } from './edit.mjs';
import { describeFields } from './fields.mjs';
import { describeHead } from './head.mjs';
import { describeLive } from './live.mjs';
import { describeLooks } from './looks.mjs';
import { describeUnanswered } from './unanswered.mjs';

/** The page of an account: what it shows, what may be done there, and what is done. */
export function describeAccount(world) {
  describeHead(world);
  describeFields(world);
  describeDenied(world);
  describeDeeds(world);
  describeEdit(world);
  describeLive(world);
  describeUnanswered(world);
  describeLooks(world);
}
