import { z } from 'zod';
import { accountQuestions, listQuestions } from '../kernel/vocabulary/intent.ts';

/**
 * What waits for a member's next message, as stored with the conversation. At most one of each; a new question takes the old one's
 * place, but a DISPUTE or LOCK that waits goes on waiting beside it. STOP voids all.
 */
const moment = z.string();

const transferFacts = z.object({
  /** Minor units, as text: JSON has no bigint. */
  amount: z.string(),
  fromShareId: z.string(),
  toShareId: z.string(),
  /** The suffixes when it was asked: a change of either voids it. */
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
  /** What each number stands for. */
  options: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('reading'),
        intent: z.enum(accountQuestions),
        shareId: z.string(),
        count: z.number().optional(),
      }),
      z.object({ kind: z.literal('transfer'), transfer: transferFacts }),
    ]),
  ),
});

const more = z.object({
  until: moment,
  shareId: z.string(),
  of: z.enum(listQuestions),
  count: z.number(),
  /** Entries before this sequence come next. */
  before: z.string(),
});

/** The number of a question whose place another took: void, and known again while it could be sent in good faith. */
const replaced = z.object({ code: z.string(), until: moment });

/** Somebody else was named a moment ago: what names only one side now may be meant for them. */
const elsewhere = z.object({ until: moment });

const pendingSchema = z.object({
  confirmation: confirmation.optional(),
  aside: z.array(confirmation).optional(),
  choice: choice.optional(),
  more: more.optional(),
  replaced: z.array(replaced).optional(),
  elsewhere: elsewhere.optional(),
});

export type PendingTransfer = z.infer<typeof transferFacts>;
export type PendingConfirmation = z.infer<typeof confirmation>;
export type PendingChoice = z.infer<typeof choice>;
export type PendingMore = z.infer<typeof more>;
export type ReplacedNumber = z.infer<typeof replaced>;
export type WaitingKind = PendingConfirmation['what']['kind'];
export interface Pending {
  /** The question that was asked last. */
  readonly confirmation?: PendingConfirmation | undefined;
  /** Questions before it that still wait, the last one first: a DISPUTE or a LOCK, never a transfer. */
  readonly aside?: readonly PendingConfirmation[] | undefined;
  readonly choice?: PendingChoice | undefined;
  readonly more?: PendingMore | undefined;
  /** Oldest first; only beside a confirmation or choice. */
  readonly replaced?: readonly ReplacedNumber[] | undefined;
  readonly elsewhere?: { readonly until: string } | undefined;
}

/** Reads what was stored. What an older version wrote and this one cannot read counts as nothing pending. */
export function readPending(stored: unknown): Pending {
  if (stored === null || stored === undefined) return {};
  const result = pendingSchema.safeParse(stored);
  return result.success ? result.data : {};
}

/** For the row: null where nothing waits. */
export function writePending(pending: Pending): Pending | null {
  return pending.confirmation || pending.choice || pending.more || pending.elsewhere
    ? pending
    : null;
}

/** All questions that wait for an OK, the last one first. */
export function questionsOf({ confirmation, aside = [] }: Pending): readonly PendingConfirmation[] {
  return confirmation ? [confirmation, ...aside] : aside;
}

/** The same without those whose time has passed. */
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

/** Whether a stored moment lies behind. */
export function isOver(until: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, Temporal.Instant.from(until)) > 0;
}

const replacedMax = 4;

/** The numbers that no longer count once `next` waits in the place of `before`: they confirm nothing, and are no wrong guess either. */
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
