import type { ChannelName } from '../../kernel/vocabulary/channel.ts';
import type { Language } from '../../kernel/vocabulary/language.ts';
import type { NoticeState } from '../../kernel/vocabulary/notice-to-many.ts';
import type { ShareKind } from '../../kernel/vocabulary/share-kind.ts';

/** A text for each language that the institution offers. */
export type NoticeTexts = Readonly<Partial<Record<Language, string>>>;

/** Who gets a notice: members who meet all conditions that are given. */
export interface NoticeChoice {
  /** A member is reached by the first of these on which they are. */
  readonly channels: readonly ChannelName[];
  /** Empty: all. */
  readonly languages: readonly Language[];
  /** Owns an account of one of these kinds. Empty: any. */
  readonly kinds: readonly ShareKind[];
  /** Member numbers. Empty: all members. */
  readonly numbers: readonly string[];
}

/** What a notice will take, counted when its draft was saved. */
export interface NoticeEstimate {
  readonly recipients: number;
  readonly parts: readonly EstimatedPart[];
  /** Members of the choice whom no message reaches: not enrolled there, STOP, paused, locked. */
  readonly unreached: number;
  /** Numbers that name no member, the first of them. */
  readonly unknown: readonly string[];
  readonly unknownCount: number;
  /** How long it takes at least, by its own pace and the limits of the channels. */
  readonly minutes: number;
}

/** The recipients on one channel in one language. */
export interface EstimatedPart {
  readonly channel: ChannelName;
  readonly language: Language;
  readonly recipients: number;
  /** SMS segments of one message with its code; 1 where length costs nothing. */
  readonly units: number;
  readonly microdollars: number;
}

/** A notice to many members. */
export interface Notice {
  readonly id: string;
  readonly name: string;
  readonly state: NoticeState;
  readonly texts: NoticeTexts;
  readonly choice: NoticeChoice;
  readonly perMinute: number;
  readonly estimate: NoticeEstimate;
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string;
  readonly changedAt: Temporal.Instant;
  readonly begunAt: Temporal.Instant | null;
  readonly begunBy: string | null;
  readonly recipients: number | null;
  readonly endedAt: Temporal.Instant | null;
  readonly endedBy: string | null;
  /** The database that it is sent from, by its identity. */
  readonly sentFrom: string | null;
}
