import { questionsOf } from '../commands/pending.ts';
import type { Needs, Situation } from '../commands/situation.ts';
import type { CoreNeeds, CoreSnapshot } from '../core/core.ts';
import { covers, wantsBooks } from '../core/needs.ts';
import { present } from '../kernel/assert.ts';
import type { Institution } from '../members/institution.ts';
import { currencyOf } from '../money/amount.ts';
import type { ConversationDependencies } from './dependencies.ts';
import { drawConfirmation } from './draw-confirmation.ts';
import { needsToDecide } from './decide-message.ts';
import type { Participant } from './participant.ts';
import { saidIn } from './said-in.ts';

/** Everything a command may know about a member's message; `undefined` if the sender is not enrolled. */
export function situationOf(
  participant: Participant,
  institution: Institution,
  { world, core }: Pick<ConversationDependencies, 'world' | 'core'>,
  { now, today }: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
): Situation | undefined {
  const { sender, message, conversation, pending, shares, key, understood } = participant;
  if (!sender) return undefined;
  const situation: Situation = {
    now,
    today,
    zone: institution.zone,
    settings: institution.settings,
    currency: present(currencyOf(institution.currency), 'the currency was checked when it was set'),
    channel: message.channel,
    member: sender.member,
    address: sender.address,
    shares,
    pending,
    confirmationFailures: conversation.confirmationFailures,
    key,
    text: participant.redacted,
    ...saidIn(understood),
    confirmation: drawConfirmation(world.random, [
      ...(pending.replaced ?? []).map(({ code }) => code),
      ...questionsOf(pending).map(({ code }) => code),
    ]),
    ...(message.sentAt && isBelievable(message.sentAt, now) ? { sentAt: message.sentAt } : {}),
    ...(message.waited ? { waited: true } : {}),
  };
  if (!core.remote) return situation;
  return asReached(situation, needsToDecide(participant, situation), message.books);
}

/** Adds whether a core elsewhere returned everything that the message needs. That may have changed since it was asked. */
export function asReached(
  situation: Situation,
  needs: Needs,
  books: CoreSnapshot | undefined,
): Situation {
  const wanted = coreNeedsOf(needs);
  const isTold = !wantsBooks(wanted) || (books !== undefined && covers(books, wanted));
  return isTold ? situation : { ...situation, booksAway: true };
}

/** What a core must return before a message can be decided. */
export function coreNeedsOf({
  moving = [],
  balances = [],
  history,
  checks,
  holds,
  searches,
}: Needs): CoreNeeds {
  return { balances: [...moving, ...balances], history, checks, holds, searches };
}

const aheadMilliseconds = 5 * 60_000;

/** If the platform's clock runs ahead of ours, its time says nothing about a message's age. */
function isBelievable(sentAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return sentAt.epochMilliseconds <= now.epochMilliseconds + aheadMilliseconds;
}
