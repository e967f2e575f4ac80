/** The properties that all messages of a purpose share. */
export interface PurposeTraits {
  /**
   * Lower ranks leave first across conversations. Equal ranks leave in the order in which they were
   * queued.
   */
  readonly rank: number;
  /** Whether STOP blocks it. */
  readonly isStopped: boolean;
  /** Whether it may go without a code: to strangers, and to unproven addresses. */
  readonly mayLackCode: boolean;
  /** Whether it goes to the member's other channel if its own can't send it in time. */
  readonly hasFallback: boolean;
  /** Whether it may use only a part of a channel's budget. */
  readonly isCapped: boolean;
}

const usual = { isStopped: true, mayLackCode: false, hasFallback: false, isCapped: false } as const;

/**
 * Why a message is sent, with its properties. - `stop_confirmation`: the one message after STOP -
 * `enrolment_word`: the one-time code that proves a phone: the one message to an address that is
 * not proven yet - `reply`: the answer to a member's message - `stranger`: to someone who is not
 * enrolled - `suspended`: to an address that must be verified again - `public_warning`: the private
 * warning about a command in public - `notice`: a security notice: money movement locked, a changed
 * code - `unreadable`: on another channel: what the member writes there can't be read - `welcome`:
 * on enrollment - `alert`: what the member asked to hear of - `staff`: what a person of the staff
 * writes - `bulletin`: a notice of the institution to many members
 */
export const purposes = {
  stop_confirmation: { ...usual, rank: 0, isStopped: false, mayLackCode: true },
  enrolment_word: { ...usual, rank: 1, mayLackCode: true },
  reply: { ...usual, rank: 2, hasFallback: true },
  // It belongs to the conversation where it was written, so it never leaves on another channel.
  staff: { ...usual, rank: 2 },
  stranger: { ...usual, rank: 2, mayLackCode: true },
  suspended: { ...usual, rank: 2, mayLackCode: true },
  public_warning: { ...usual, rank: 2 },
  // It went to every address that may know already: a fallback could only double it, or bring it to the address that it is about.
  notice: { ...usual, rank: 3 },
  unreadable: { ...usual, rank: 4 },
  welcome: { ...usual, rank: 4 },
  // It goes to one address, chosen when it is queued. Everything else leaves before it.
  alert: { ...usual, rank: 5, isCapped: true },
  // It goes to many at once, so it waits for everything that one member needs.
  bulletin: { ...usual, rank: 6, isCapped: true },
} as const satisfies Readonly<Record<string, PurposeTraits>>;

export type Purpose = keyof typeof purposes;

/** The names of all purposes. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of the literal above
export const purposeNames = Object.keys(purposes) as Purpose[];

const entries = Object.entries(purposes);

/** Returns a SQL list of the purposes with this property, such as `('reply', 'notice')`. */
export function purposesThat(holds: (traits: PurposeTraits) => boolean): string {
  const names = entries.flatMap(([name, traits]) => (holds(traits) ? [`'${name}'`] : []));
  return `(${names.join(', ')})`;
}

/**
 * Returns SQL for the rank of a purpose.
 * @param column such as `o.purpose`
 */
export function rankOf(column: string): string {
  return `case ${column} ${entries.map(([name, { rank }]) => `when '${name}' then ${rank}`).join(' ')} end`;
}
