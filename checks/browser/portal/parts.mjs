import { describeInvoicesByHand } from './parts-by-hand.mjs';
import { describeInvoices } from './parts-invoices.mjs';
import { describeRecords } from './parts-records.mjs';
import { describePartStates } from './parts-states.mjs';
import { describeSubscriptions } from './parts-subscriptions.mjs';
import { describeTimelines } from './parts-timelines.mjs';

/** The parts below an account: contacts, relations, subscriptions, invoices, history and changes. */
export function describeParts(world) {
  describeRecords(world);
  describeSubscriptions(world);
  describeInvoices(world);
  describeInvoicesByHand(world);
  describeTimelines(world);
  describePartStates(world);
}
