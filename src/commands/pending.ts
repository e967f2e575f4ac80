import { z } from 'zod';
import { accountQuestions, listQuestions } from '../kernel/vocabulary/intent.ts';

/**
 * What awaits a member's next message, as stored with the conversation. At most one of each. A new question replaces the old one,
 * but a pending DISPUTE or LOCK stays beside it. STOP voids all.
 */
const moment = z.string();

const transferFacts = z.object({
  /** Minor units as text: JSON has no bigint. */
  amount: z.string(),
  fromShareId: z.string(),
  toShareId: z.string(),
  /** The suffixes at the time of the question. A change of either voids it. */
  fromSuffix: z.string(),
  toSuffix: z.string(),
});

const confirmation = z.object({
  code: z.string(),
  until: moment,
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('transfer'), transfer: transferFacts }),
    z.object({ kind: z.literal('lock') }),
    z.object({ kind: z.literal('dispute') }),
  ]),
});

const choice = z.object({
  until: moment,
  /** What each number selects. */
  options: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('reading'),
        intent: z.enum(accountQuestions),
        shareId: z.string(),
        count: z.number().optional(),
      }),
      z.object({ kind: z.literal('transfer'), transfer: transferFacts }),
      /** One of the meanings of a text that no rule understands, with all that was read from it. */
      z.object({ kind: z.literal('guess'), reading: z.looseObject({ intent: z.string() }) }),
    ]),
  ),
});

const more = z.object({
  until: moment,
  shareId: z.string(),
  of: z.enum(listQuestions),
  count: z.number(),
  /** Entries before this sequence number come next. */
  before: z.string(),
});

/** The rest of a list that the member limited: the same search from where the last page ended. */
const found = z.object({
  until: moment,
  of: z.enum(listQuestions),
  shareIds: z.array(z.string()),
  filter: z.object({
    since: z.string().optional(),
    until: z.string().optional(),
    find: z.string().optional(),
    over: z.string().optional(),
    under: z.string().optional(),
    min: z.string().optional(),
    max: z.string().optional(),
    most: z.literal(true).optional(),
  }),
  count: z.number(),
  after: z.object({
    accountId: z.string(),
    sequence: z.string(),
    effectiveOn: z.string(),
    amount: z.string(),
  }),
});

/** The number of a replaced question. It is void, but recognized for as long as a member could send it in good faith. */
const replaced = z.object({ code: z.string(), until: moment });

/** Another person was named a moment ago: an order that names only one side may mean that person. */
const elsewhere = z.object({ until: moment });

const pendingSchema = z.object({
  confirmation: confirmation.optional(),
  aside: z.array(confirmation).optional(),
  choice: choice.optional(),
  more: more.optional(),
  found: found.optional(),
  replaced: z.array(replaced).optional(),
  elsewhere: elsewhere.optional(),
});

export type PendingTransfer = z.infer<typeof transferFacts>;
export type PendingConfirmation = z.infer<typeof confirmation>;
export type PendingChoice = z.infer<typeof choice>;
export type PendingMore = z.infer<typeof more>;
export type PendingFound = z.infer<typeof found>;
export type ReplacedNumber = z.infer<typeof replaced>;
export type WaitingKind = PendingConfirmation['what']['kind'];
export interface Pending {
  /** The last question. */
  readonly confirmation?: PendingConfirmation | undefined;
  /** Earlier questions that still wait, the latest first: a DISPUTE or a LOCK, never a transfer. */
  readonly aside?: readonly PendingConfirmation[] | undefined;
  readonly choice?: PendingChoice | undefined;
  readonly more?: PendingMore | undefined;
  readonly found?: PendingFound | undefined;
  /** Oldest first. Present only beside a confirmation or choice. */
  readonly replaced?: readonly ReplacedNumber[] | undefined;
  readonly elsewhere?: { readonly until: string } | undefined;
}

/** Parses the stored state. Anything that this version can't read counts as nothing pending. */
export function readPending(stored: unknown): Pending {
  if (stored === null || stored === undefined) return {};
  const result = pendingSchema.safeParse(stored);
  return result.success ? result.data : {};
}

/** The state to store: null if nothing is pending. */
export function writePending(pending: Pending): Pending | null {
  return pending.confirmation ||
    pending.choice ||
    pending.more ||
    pending.found ||
    pending.elsewhere
    ? pending
    : null;
}

/** All questions that wait for an OK, the latest first. */
export function questionsOf({ confirmation, aside = [] }: Pending): readonly PendingConfirmation[] {
  return confirmation ? [confirmation, ...aside] : aside;
}

/** The same without expired ones. */
export function openQuestions(pending: Pending, now: Temporal.Instant): PendingConfirmation[] {
  return questionsOf(pending).filter(({ until }) => !isOver(until, now));
}

/** Whether a transfer waits for its OK, or a list of transfers for its number. */
export function isTransferWaiting(pending: Pending, now: Temporal.Instant): boolean {
  const { choice } = pending;
  const isListed =
    choice?.options.some(({ kind }) => kind === 'transfer') === true && !isOver(choice.until, now);
  return isListed || openQuestions(pending, now).some(({ what }) => what.kind === 'transfer');
}

/** Whether a stored time has passed. */
export function isOver(until: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, Temporal.Instant.from(until)) > 0;
}

const replacedMax = 4;

/** The numbers that stop counting when `next` replaces `before`. They confirm nothing, and are not wrong guesses either. */
export function replacedBy(
  before: Pending,
  next: Pick<Pending, 'confirmation' | 'aside' | 'choice'>,
  now: Temporal.Instant,
): readonly ReplacedNumber[] | undefined {
  if (!next.confirmation && !next.choice) return undefined;
  const waiting = new Set(questionsOf(next).map(({ code }) => code));
  const gone = questionsOf(before).filter(({ code }) => !waiting.has(code));
  const numbers = [
    ...(before.replaced ?? []),
    ...gone.map(({ code, until }) => ({ code, until })),
  ].filter(({ until }) => !isOver(until, now));
  return numbers.length > 0 ? numbers.slice(-replacedMax) : undefined;
}
