import { z } from 'zod';
import type { Refusal } from '../errors';
import { LIMITS, nameText, optionalText, type Parsed, parse } from '../input';

/** What is known of a person to reach about an account. It is the distributor's: no copy brings one (S18). */
export interface ContactDetails {
  readonly firstName: string | null;
  readonly lastName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly jobTitle: string | null;
}

/** A contact of an account. */
export interface Contact extends ContactDetails {
  readonly id: string;
  readonly accountId: string;
}

/** A contact as it was stored. */
export interface StoredContact extends Contact {
  readonly createdAt: Date;
}

/** One of a list, which is ordered by when they were stored. */
export interface ListedContact extends StoredContact {
  /** `createdAt` to the microsecond, which a Date cannot hold. */
  readonly createdExactly: string;
}

/** How each detail is called in the history, and how what is sent of it is read. */
const DETAILS: {
  readonly [K in keyof ContactDetails]: { readonly label: string; readonly schema: z.ZodType<ContactDetails[K]> };
} = {
  firstName: { label: 'First name', schema: optionalText(LIMITS.name) },
  lastName: {
    label: 'Last name',
    // Null is no type of it to somebody who empties a form's field: it is blank.
    schema: z.preprocess((value) => value ?? '', nameText()),
  },
  email: { label: 'E-mail', schema: optionalText() },
  phone: { label: 'Phone', schema: optionalText() },
  jobTitle: { label: 'Job title', schema: optionalText() },
};

export const contactInput = z.object({
  firstName: DETAILS.firstName.schema,
  lastName: DETAILS.lastName.schema,
  email: DETAILS.email.schema,
  phone: DETAILS.phone.schema,
  jobTitle: DETAILS.jobTitle.schema,
});

/** Reads a new contact. */
export function parseContact(input: unknown): Parsed<ContactDetails> {
  return parse(contactInput, input, ['input']);
}

/** What a change of a contact comes to, and everything that speaks against it. */
export interface ContactChange {
  readonly details: ContactDetails;
  /** The changed details' names for the history; none when nothing changes. */
  readonly labels: readonly string[];
  readonly refusals: readonly Refusal[];
}

/** A detail that is left out stays; null clears one that may be empty. */
export function planContactChange(contact: ContactDetails, input: Readonly<Record<string, unknown>>): ContactChange {
  const changes: Record<string, unknown> = {};
  const labels: string[] = [];
  const refusals: Refusal[] = [];
  for (const key of Object.keys(DETAILS) as (keyof ContactDetails)[]) {
    if (input[key] === undefined) continue;
    const sent = parse<unknown>(DETAILS[key].schema, input[key], ['input', key]);
    if (sent.refusals) {
      refusals.push(...sent.refusals);
    } else if (sent.value !== contact[key]) {
      changes[key] = sent.value;
      labels.push(DETAILS[key].label);
    }
  }
  const { firstName, lastName, email, phone, jobTitle } = contact;
  return { details: { firstName, lastName, email, phone, jobTitle, ...changes }, labels, refusals };
}
