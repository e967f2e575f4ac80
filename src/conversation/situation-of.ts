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

/** All that a command may know of a message of a member; `undefined`: of nobody who is enrolled. */
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
  };
  if (!core.remote) return situation;
  return asReached(situation, needsToDecide(participant, situation), message.books);
}

/** The situation, with whether a core elsewhere told all that the message needs: that may have changed since it was asked. */
export function asReached(
  situation: Situation,
  needs: Needs,
  books: CoreSnapshot | undefined,
): Situation {
  const wanted = coreNeedsOf(needs);
  const isTold = !wantsBooks(wanted) || (books !== undefined && covers(books, wanted));
  return isTold ? situation : { ...situation, booksAway: true };
}

/** What a core must tell before a message can be decided. */
export function coreNeedsOf({
  moving = [],
  balances = [],
  history,
  checks,
  holds,
}: Needs): CoreNeeds {
  return { balances: [...moving, ...balances], history, checks, holds };
}

const aheadMilliseconds = 5 * 60_000;

/** A platform whose clock runs ahead of ours says nothing about how old a message is. */
function isBelievable(sentAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return sentAt.epochMilliseconds <= now.epochMilliseconds + aheadMilliseconds;
}
