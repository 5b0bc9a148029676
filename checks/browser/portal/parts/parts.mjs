import { describeInvoicesByHand } from './by-hand.mjs';
import { describeInvoices } from './invoices.mjs';
import { describeRecords } from './records.mjs';
import { describePartStates } from './states.mjs';
import { describeSubscriptions } from './subscriptions.mjs';
import { describeTimelines } from './timelines.mjs';

/** The parts below an account: contacts, relations, subscriptions, invoices, history and changes. */
export function describeParts(world) {
  describeRecords(world);
  describeSubscriptions(world);
  describeInvoices(world);
  describeInvoicesByHand(world);
  describeTimelines(world);
  describePartStates(world);
}
