/** Closed lists of how somebody comes to a case, or does not; as `code-tables.ts`. */

/** What a case rests on (S17): nobody is made to come; only a crisis lets the room seek somebody out. */
export const ENTRY_BASES = ['voluntary', 'brought', 'crisis'] as const
export type EntryBasis = (typeof ENTRY_BASES)[number]
/** Where a request to take somebody on stands (S22); `returned` is in the queue again. */
export const ACCEPTANCE_STATES = ['requested', 'assigned', 'returned', 'accepted', 'declined'] as const
/** `self`: any counselor takes from the queue; `assigned`: the director says who. */
export const ACCEPTANCE_MODES = ['self', 'assigned'] as const
/** Why somebody who does not want to come was asked (S17). */
export const DECLINE_CAUSES = ['screening', 'observation', 'request', 'teacher', 'parent', 'other'] as const
export type DeclineCause = (typeof DECLINE_CAUSES)[number]
