/** What holds for all messages of a purpose. */
export interface PurposeTraits {
  /** Lower leaves first across conversations; equal ranks leave in the order in which they were queued. */
  readonly rank: number;
  /** STOP keeps it back. */
  readonly isStopped: boolean;
  /** It may leave without a code: to strangers, and to addresses that are not proven. */
  readonly mayLackCode: boolean;
  /** What the channel can't send in time goes to the member's other channel. */
  readonly hasFallback: boolean;
}

const usual = { isStopped: true, mayLackCode: false, hasFallback: false } as const;

/**
 * Why a message goes out, and what follows from that.
 *
 * - `stop_confirmation`: the one message after STOP
 * - `enrolment_word`: the one-time code that proves a phone: the one message to an address that is not proven yet
 * - `reply`: the answer to a member's message
 * - `stranger`: to someone who is not enrolled
 * - `suspended`: to an address that must be verified again
 * - `public_warning`: the private warning about a command in public
 * - `notice`: a security notice: money movement locked, a changed code
 * - `unreadable`: on another channel: what the member writes there can't be read
 * - `welcome`: on enrollment
 */
export const purposes = {
  stop_confirmation: { ...usual, rank: 0, isStopped: false, mayLackCode: true },
  enrolment_word: { ...usual, rank: 1, mayLackCode: true },
  reply: { ...usual, rank: 2, hasFallback: true },
  stranger: { ...usual, rank: 2, mayLackCode: true },
  suspended: { ...usual, rank: 2, mayLackCode: true },
  public_warning: { ...usual, rank: 2 },
  // It went to every address that may know already: a fallback could only double it, or bring it to the address that it is about.
  notice: { ...usual, rank: 3 },
  unreadable: { ...usual, rank: 4 },
  welcome: { ...usual, rank: 4 },
} as const satisfies Readonly<Record<string, PurposeTraits>>;

export type Purpose = keyof typeof purposes;

/** The names of all purposes. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of the literal above
export const purposeNames = Object.keys(purposes) as Purpose[];

const entries = Object.entries(purposes);

/** SQL list of the purposes of which this holds, such as `('reply', 'notice')`. */
export function purposesThat(holds: (traits: PurposeTraits) => boolean): string {
  const names = entries.flatMap(([name, traits]) => (holds(traits) ? [`'${name}'`] : []));
  return `(${names.join(', ')})`;
}

/** SQL for the rank of a purpose. @param column such as `o.purpose` */
export function rankOf(column: string): string {
  return `case ${column} ${entries.map(([name, { rank }]) => `when '${name}' then ${rank}`).join(' ')} end`;
}
