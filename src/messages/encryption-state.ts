/** Our keys on a channel that is encrypted end to end. */
interface ChannelKeys {
  /** For people to compare. */
  readonly fingerprint: string;
  /** The carrier's number of them. Absent: it has not confirmed them. */
  readonly version: string | undefined;
  readonly madeAt: Temporal.Instant;
  /** Whether the carrier lists them now. Absent: it could not be asked. */
  readonly isRegistered: boolean | undefined;
}

/** What staff see of a channel that is encrypted end to end. */
export interface EncryptionState {
  /** Newest first. */
  readonly keys: readonly ChannelKeys[];
  /** Keys of our account that the carrier lists and we don't have. Absent: it could not be asked. */
  readonly foreignKeys: number | undefined;
  /** Whether the carrier holds back first messages of strangers. Absent: it could not be asked. */
  readonly requestsWait: boolean | undefined;
  /** People with whom we have a chat; of them, those who had other keys once, and those to whom the carrier lets nothing through. */
  readonly peers: { readonly all: number; readonly changed: number; readonly refused: number };
  /** Members whose keys changed and who have not confirmed them. */
  readonly unconfirmed: number;
  /** Events whose signature did not verify. */
  readonly unverified: number;
  /** Since the month began in the institution's zone, by the installation's prices. */
  readonly month: {
    readonly received: number;
    readonly sent: number;
    readonly receivedMicrodollars: number;
    readonly sentMicrodollars: number;
  };
}
