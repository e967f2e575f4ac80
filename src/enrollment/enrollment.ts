/**
 * Enrollment: a member, signed in to the online bank, proves that an address is theirs.
 *
 * A proof begins `pending`: a one-time word is bound to the browser session that asked and to one address. How it is proven is
 * the channel's: either the page shows the word and the member sends it from that very account, or the word goes to the phone and
 * the member enters it on the page. It ends, once:
 *
 * - `completed`: the address is bound (or verified again), has its code, and is welcomed
 * - `expired`: ten minutes went by
 * - `wrong_tries`: five words that were not it
 * - `wrong_sender`: the word came from another account, so somebody else knows it
 * - `bound_elsewhere`: the address serves another membership
 * - `unfollowed`: the account unfollowed the institution meanwhile
 * - `cancelled`: by the member, by beginning anew, or because the session ended
 *
 * That an address serves another membership is only told to who has proven to hold it: otherwise typing handles and numbers
 * would tell who is enrolled. The word is kept as a keyed hash, and sealed where the page has to show it.
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

/** How long a word holds (NIST SP 800-63B-4, 3.1.3.2: ten minutes at most). */
export const wordMinutes = 10;

/** How many wrong words end it. */
export const triesMax = 5;

/** What a member lets an address do, beneath the institution's limits; minor units, null for no own limit. */
export interface Rights {
  readonly mayMoveMoney: boolean;
  readonly perTransfer: bigint | null;
  readonly perDay: bigint | null;
}

/** What an enrollment's sealed address is bound to. */
export function enrollmentAddressPlace(institutionId: number, id: string): string {
  return `enrolments/${institutionId}/${id}/address`;
}

/** What an enrollment's sealed word is bound to. */
export function enrollmentWordPlace(institutionId: number, id: string): string {
  return `enrolments/${institutionId}/${id}/word`;
}
