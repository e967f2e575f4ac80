/**
 * Enrollment: a member, signed in to the online bank, proves that an address is theirs.
 * An enrollment begins `pending`: a one-time code is bound to the browser session that asked and to one address. The channel
 * decides how it is proven. Either the page shows the code and the member sends it from that account, or we text it to the phone
 * and the member enters it on the page. It ends once:
 * - `completed`: the address is bound (or verified again), has its code, and got a welcome
 * - `expired`: ten minutes passed
 * - `wrong_tries`: five wrong codes
 * - `wrong_sender`: the code came from another account, so someone else knows it
 * - `bound_elsewhere`: the address serves another membership
 * - `unfollowed`: the account unfollowed the institution meanwhile
 * - `cancelled`: by the member, by a new enrollment, or because the session ended
 * We reveal that an address serves another membership only after its holder proved it. Otherwise, entering handles and numbers
 * would reveal who is enrolled. The one-time code is stored as a keyed hash, and encrypted if the page must show it. In code it is
 * called `word`, because `code` is the code at the end of messages.
 */
export const enrollmentStates = [
  'pending',
  'completed',
  'expired',
  'wrong_tries',
  'wrong_sender',
  'bound_elsewhere',
  'unfollowed',
  'cancelled',
] as const;

export type EnrollmentState = (typeof enrollmentStates)[number];

/** How long a one-time code is valid (NIST SP 800-63B-4, 3.1.3.2: ten minutes at most). */
export const wordMinutes = 10;

/** How many wrong codes end an enrollment. */
export const triesMax = 5;

/** What a member lets an address do, within the institution's limits. Minor units; null: no limit of its own. */
export interface Rights {
  readonly mayMoveMoney: boolean;
  readonly perTransfer: bigint | null;
  readonly perDay: bigint | null;
}

/** The place to which an enrollment's encrypted address is bound. */
export function enrollmentAddressPlace(institutionId: number, id: string): string {
  return `enrolments/${institutionId}/${id}/address`;
}

/** The place to which an enrollment's encrypted one-time code is bound. */
export function enrollmentWordPlace(institutionId: number, id: string): string {
  return `enrolments/${institutionId}/${id}/word`;
}
