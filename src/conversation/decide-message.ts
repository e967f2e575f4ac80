import { descriptors } from '../channels/descriptors.ts';
import { decide, needsOf } from '../commands/decide.ts';
import {
  isOver,
  isTransferWaiting,
  openQuestions,
  replacedBy,
  type Pending,
} from '../commands/pending.ts';
import type { Decision, Needs, Situation } from '../commands/situation.ts';
import { nothing } from '../commands/situation.ts';
import { defaultLanguage, type Language } from '../kernel/vocabulary/language.ts';
import type { Reading } from '../reading/reading.ts';
import type { Reply } from '../wording/reply.ts';
import type { Institution } from '../members/institution.ts';
import type { LoadedBatch } from './load.ts';
import { isOptedOut, type Participant } from './participant.ts';
import { goesToPerson } from './for-person.ts';
import { stopsInPublic } from './public-stop.ts';
import type { Decided } from './decided.ts';

/**
 * Decides one message: members by command, strangers with one sentence, nothing after STOP, public posts with one private warning
 * or a private confirmation of STOP. Pure.
 */
export function decideMessage(
  participant: Participant,
  context: {
    readonly institution: Institution;
    readonly situation: Situation | undefined;
    readonly loaded: LoadedBatch;
    readonly now: Temporal.Instant;
  },
): Decided {
  const decided = withNotice(decideAnswer(participant, context));
  if (participant.message.carrierAnswered === undefined) return decided;
  // The carrier already answered this word. Do what it means, but don't answer again.
  const { answer: _, ...rest } = decided;
  return { ...rest, noReply: 'carrier_answered' };
}

/** Counts a possible notice of error from anywhere: locked, suspended, stopped or in public, answered or not. */
function withNotice(decided: Decided): Decided {
  const { sender, understood } = decided.participant;
  if (!sender || understood.reportsError !== true) return decided;
  return { ...decided, effects: [...decided.effects, { effect: 'possible_error' }] };
}

function decideAnswer(
  participant: Participant,
  context: Parameters<typeof decideMessage>[1],
): Decided {
  const { situation } = context;
  if (participant.message.public) return decidePublic(participant, context);
  if (participant.word?.matched === 'completed')
    return decideEnrolled(participant, participant.word, context);
  if (isOptedOut(participant) && !optsIn(participant)) {
    return decideOptedOut(participant, context);
  }
  const { grouped, edited } = participant.message;
  // Who is no member wrote to a group, not to us.
  if (grouped && !situation) return silent(participant, context, 'stranger_again');
  if (!situation) return decideStranger(participant, context);
  if (grouped || edited)
    return decideUnread(participant, context, grouped ? 'group_ignored' : 'edit_ignored');
  if (isForPerson(participant, situation)) return silent(participant, context, 'to_person');
  const reading = readingOf(participant);
  const decision = decide(reading, situation, context.loaded.for(situation.address.id));
  return fromDecision(participant, decision, {
    now: context.now,
    reading,
    language: languageOf(participant, context.institution),
    isSuspended: situation.address.state === 'suspended',
  });
}

/** What must be loaded to decide this message. */
export function needsToDecide(participant: Participant, situation: Situation | undefined): Needs {
  if (
    !situation ||
    participant.message.public ||
    participant.message.edited ||
    participant.message.grouped ||
    isOptedOut(participant) ||
    participant.word?.matched === 'completed' ||
    isForPerson(participant, situation)
  )
    return nothing;
  return needsOf(readingOf(participant), situation);
}

/** A person of the staff holds the conversation, and the text is for them. */
function isForPerson(participant: Participant, { settings, now }: Situation): boolean {
  return goesToPerson(participant, { keywords: settings.keywords, now });
}

interface DecideContext {
  readonly institution: Institution;
  readonly now: Temporal.Instant;
}

/** A word that the carrier acted on keeps the carrier's meaning. After STOP, a bare YES is the carriers' word for START. */
function readingOf(participant: Participant): Reading {
  const { understood, message } = participant;
  if (message.carrierAnswered !== undefined) return { intent: message.carrierAnswered };
  const { reading } = understood;
  const isStart =
    reading.intent === 'affirm' &&
    descriptors[message.channel].carrierWords &&
    isOptedOut(participant);
  return isStart ? { intent: 'start' } : reading;
}

/** A START sent before the STOP that is in force arrives late, and undoes nothing. */
function optsIn(participant: Participant): boolean {
  const { message, conversation, sender } = participant;
  const { sentAt, waited = false } = message;
  if (waited) return false;
  const isLate = [conversation.optedOutAt, sender?.member.optedOutAt].some(
    (stoppedAt) => sentAt && stoppedAt && Temporal.Instant.compare(sentAt, stoppedAt) < 0,
  );
  return readingOf(participant).intent === 'start' && !isLate;
}

function fromDecision(
  participant: Participant,
  decided: Decision,
  context: {
    now: Temporal.Instant;
    reading: Reading;
    language: Language;
    isSuspended: boolean;
  },
): Decided {
  const { now, reading } = context;
  const before = participant.pending;
  const next = nextPending(before, decided, now);
  const decision = withDropped(decided, { before, next, reading, now });
  const answer = decision.opens
    ? decision.opens === 'dispute'
      ? { opens: decision.opens, reply: decision.reply }
      : { opens: decision.opens, reply: decision.reply }
    : { reply: decision.reply };
  const chosen = decision.effects?.find((effect) => effect.effect === 'set_language');
  const optsOut = decision.effects?.some(({ effect }) => effect === 'opt_out') ?? false;
  return {
    participant,
    language: chosen?.language ?? context.language,
    answer,
    purpose: optsOut ? 'stop_confirmation' : context.isSuspended ? 'suspended' : 'reply',
    effects: decision.effects ?? [],
    pending: next,
    confirmationFailures:
      decision.confirmationFailures ?? participant.conversation.confirmationFailures,
  };
}

/**
 * Pending questions stay until they expire, unless voided or replaced. A new question replaces a pending transfer, but a DISPUTE or
 * LOCK stays pending beside it. Older rows for MORE last until the next message.
 */
function nextPending(before: Pending, decision: Decision, now: Temporal.Instant): Pending {
  const { voids = [], pending = {} } = decision;
  const asked = pending.confirmation;
  const kept = openQuestions(before, now).filter(
    ({ what: { kind } }) =>
      !voids.includes(kind) && !(asked && (kind === 'transfer' || kind === asked.what.kind)),
  );
  const [confirmation, ...aside] = asked ? [asked, ...kept] : kept;
  const isListOpen = before.choice && !isOver(before.choice.until, now) && voids.length === 0;
  const next = {
    ...pending,
    confirmation,
    ...(aside.length > 0 ? { aside } : {}),
    choice: pending.choice ?? (isListOpen && !asked ? before.choice : undefined),
  };
  return {
    ...next,
    replaced: replacedBy(before, next, now),
    elsewhere: elsewhereOf(before, decision, now),
  };
}

/** How long to remember a person that a transfer named. */
const elsewhereLasts = { minutes: 10 };

/** Remembers a refused transfer to another person for a moment, until a transfer succeeds. */
function elsewhereOf(
  before: Pending,
  { opens, reply }: Decision,
  now: Temporal.Instant,
): Pending['elsewhere'] {
  const isElsewhere =
    !opens &&
    reply.reply === 'refused' &&
    (reply.reason === 'pay_not_offered' || reply.reason === 'share_not_found');
  if (isElsewhere) return { until: now.add(elsewhereLasts).toString() };
  const isOverNow = !before.elsewhere || isOver(before.elsewhere.until, now);
  return isOverNow || (!opens && reply.reply === 'transferred') ? undefined : before.elsewhere;
}

/** A refused order drops a pending transfer, and its reply says so. */
function withDropped(
  decision: Decision,
  {
    before,
    next,
    reading,
    now,
  }: { before: Pending; next: Pending; reading: Reading; now: Temporal.Instant },
): Decision {
  if (decision.opens || decision.reply.reply !== 'refused') return decision;
  // The reply to an answered question already covers this.
  if (reading.intent === 'confirm' || reading.intent === 'choose') return decision;
  const isDropped = isTransferWaiting(before, now) && !isTransferWaiting(next, now);
  return isDropped ? { ...decision, reply: { ...decision.reply, dropped: true } } : decision;
}

/** The one-time code was right: the account is now the member's, and the welcome shows its code. */
function decideEnrolled(
  participant: Participant,
  word: Extract<NonNullable<Participant['word']>, { matched: 'completed' }>,
  context: DecideContext,
): Decided {
  const { noReply: _, ...decided } = silent(participant, context, 'opted_out');
  const { share } = word;
  const again = word.isLocked ? 'verified_but_locked' : 'verified_again';
  return {
    ...decided,
    answer: {
      reply: word.isNew ? { reply: 'welcome', ...(share ? { share } : {}) } : { reply: again },
    },
    purpose: 'welcome',
    language: word.language ?? decided.language,
  };
}

/**
 * A command in an edit or in a group is none. The sender may have sent the first one already, or wants no answer before others; they
 * learn how to send it.
 */
function decideUnread(
  participant: Participant,
  context: DecideContext,
  reply: 'edit_ignored' | 'group_ignored',
): Decided {
  const { noReply: _, ...decided } = silent(participant, context, 'stranger_again');
  return { ...decided, answer: { reply: { reply } } };
}

/** Silence after STOP. LOCK and another STOP still work, since they can only protect: a STOP counts on its channel and from its time. */
function decideOptedOut(participant: Participant, context: DecideContext): Decided {
  const locks = participant.understood.reading.intent === 'lock' && participant.sender;
  const stops = readingOf(participant).intent === 'stop';
  return {
    ...silent(participant, context, 'opted_out'),
    effects: [
      ...(locks ? [{ effect: 'lock_member' } as const] : []),
      ...(stops ? [{ effect: 'opt_out' } as const] : []),
    ],
  };
}

/**
 * Answers anyone who is not enrolled with the same sentence, once a day. STOP, START and HELP are always answered, as carriers
 * require.
 */
function decideStranger(participant: Participant, context: DecideContext): Decided {
  const { institution, now } = context;
  const { intent } = readingOf(participant);
  const answered = (reply: Reply, rest: Partial<Decided>): Decided => ({
    ...silent(participant, context, 'stranger_again'),
    answer: { reply },
    purpose: 'stranger',
    ...rest,
  });
  if (intent === 'stop') {
    return answered(
      { reply: 'stopped' },
      { purpose: 'stop_confirmation', effects: [{ effect: 'opt_out' }] },
    );
  }
  if (intent === 'start') {
    return answered(
      { reply: 'stranger' },
      { effects: [{ effect: 'opt_in' }], strangerAnswered: true },
    );
  }
  if (intent === 'help' && descriptors[participant.message.channel].carrierWords) {
    return answered({ reply: 'help' }, {});
  }
  const last = participant.conversation.strangerAnsweredAt;
  if (last && isWithin(last, institution.settings.strangerEverySeconds, now)) {
    return silent(participant, context, 'stranger_again');
  }
  return answered({ reply: 'stranger' }, { strangerAnswered: true });
}

/**
 * A public post is never executed except for STOP, and never answered in public. An enrolled author of a post that looks like a
 * command gets one private warning.
 */
function decidePublic(
  participant: Participant,
  context: DecideContext & {
    readonly situation: Situation | undefined;
    readonly loaded: LoadedBatch;
  },
): Decided {
  const { conversation, sender, understood } = participant;
  const { x } = context.institution.settings;
  if (stopsInPublic(participant.message.text, understood, x?.handle))
    return isOptedOut(participant)
      ? { ...silent(participant, context, 'public'), effects: [{ effect: 'opt_out' }] }
      : decidePublicStop(participant, context);
  const looksLikeCommand =
    understood.reading.intent !== 'unknown' && understood.reading.intent !== 'help';
  if (
    !sender ||
    sender.address.state !== 'proven' ||
    !looksLikeCommand ||
    isOptedOut(participant)
  ) {
    return silent(participant, context, 'public');
  }
  const every = context.institution.settings.publicWarningEverySeconds;
  if (conversation.publicWarnedAt && isWithin(conversation.publicWarnedAt, every, context.now)) {
    return silent(participant, context, 'warned_again');
  }
  return {
    ...silent(participant, context, 'public'),
    answer: {
      reply: { reply: 'public_warning', ...(understood.reportsError ? { notice: true } : {}) },
    },
    purpose: 'public_warning',
    publicWarned: true,
  };
}

/** An author who tells us in public to stop gets no more messages. A member gets one private confirmation. */
function decidePublicStop(
  participant: Participant,
  context: Parameters<typeof decidePublic>[1],
): Decided {
  const { situation, institution, now } = context;
  if (!situation)
    return { ...silent(participant, context, 'public'), effects: [{ effect: 'opt_out' }] };
  const reading: Reading = { intent: 'stop' };
  const decision = decide(reading, situation, context.loaded.for(situation.address.id));
  return fromDecision(participant, decision, {
    now,
    reading,
    language: languageOf(participant, institution),
    isSuspended: false,
  });
}

function silent(
  participant: Participant,
  { institution }: DecideContext,
  noReply: NonNullable<Decided['noReply']>,
): Decided {
  return {
    participant,
    language: languageOf(participant, institution),
    purpose: 'reply',
    effects: [],
    pending: participant.pending,
    confirmationFailures: participant.conversation.confirmationFailures,
    noReply,
  };
}

/**
 * The language that the text clearly uses, if the institution offers it; otherwise the member's choice, then the language of the
 * command's words, then the institution's first.
 */
function languageOf({ sender, understood }: Participant, { settings }: Institution): Language {
  const { spoken } = understood;
  if (spoken && settings.languages.includes(spoken)) return spoken;
  return sender?.member.language ?? understood.language ?? settings.languages[0] ?? defaultLanguage;
}

function isWithin(since: Temporal.Instant, seconds: number, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(since.add({ seconds }), now) > 0;
}
