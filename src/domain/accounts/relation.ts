import { z } from 'zod';
import { filledText, optionalText, type Parsed, parse } from '../input';
import { RELATION_KINDS, type RelationKind } from '../vocabulary';

/** What a relation links an account to: one record, which another system may own and which is not looked up (S19). */
export interface RelationTarget {
  readonly kind: RelationKind;
  readonly targetId: string;
  readonly label: string | null;
}

/** A link between an account and one record of another kind. Its id is derived from what it links. */
export interface Relation extends RelationTarget {
  readonly id: string;
  readonly accountId: string;
}

/** A relation as it was stored. */
export interface StoredRelation extends Relation {
  readonly createdAt: Date;
}

/** One of a list, which is ordered by when they were made. */
export interface ListedRelation extends StoredRelation {
  /** `createdAt` to the microsecond, which a Date cannot hold. */
  readonly createdExactly: string;
}

export const relationInput = z.object({ kind: z.enum(RELATION_KINDS), targetId: filledText(), label: optionalText() });

/** Reads what an account is to be related to. */
export function parseRelation(input: unknown): Parsed<RelationTarget> {
  return parse(relationInput, input, ['input']);
}
