import { repeatsSince } from '../transfers/doubt.ts';
import type { Queries } from '../database/database.ts';
import { decide, needsOf } from '../commands/decide.ts';
import type { Loaded, Situation } from '../commands/situation.ts';
import { present } from '../kernel/assert.ts';
import type { World } from '../kernel/world.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import { read } from '../languages/reading.ts';
import { guessedIntentOf } from '../reading/guess/by-guess.ts';
import type { Reading, Understood } from '../reading/reading.ts';
import { dayIn } from '../wording/dates.ts';
import { voiceOf } from '../wording/voice.ts';
import { render } from '../languages/wording.ts';
import { decideOrCreditBy, ordinary } from '../staff/clocks.ts';
import type { Institution } from '../members/institution.ts';
import type { Member, MemberAddress } from '../members/member.ts';
import { storable, wellFormed } from '../messages/redact.ts';
import { currencyOf } from '../money/amount.ts';
import type { Core, CoreSnapshot } from '../core/core.ts';
import { wantsBooks } from '../core/needs.ts';
import { loadShares } from '../shares/load-shares.ts';
import type { Share } from '../shares/share.ts';
import { contextOf } from './gather.ts';
import { loadBatch } from './load.ts';
import { saidIn } from './said-in.ts';
import { asReached, coreNeedsOf } from './situation-of.ts';

/** How a text would be read and answered. */
export interface Rehearsed {
  readonly reading: Reading;
  /** It would ask first, since a word was corrected or used loosely. */
  readonly asksFirst: boolean;
  /** The reply as it would be now, without the code. */
  readonly reply: string;
}

/** The text, and who would send it from where. */
export interface Rehearsal {
  readonly institution: Institution;
  readonly member: Member;
  readonly address: MemberAddress;
  readonly text: string;
  /** The member's shares. Absent: those of the database. Only a demonstration member has others. */
  readonly shares?: readonly Share[] | undefined;
  /** The language of the reply if the member has chosen none. */
  readonly language: Language;
  /** The result of `prefetchRehearsal`. */
  readonly books?: CoreSnapshot | undefined;
}

/** Asks a core elsewhere for what the text would need, outside any transaction. Our own ledger needs no such request. */
export async function prefetchRehearsal(
  db: Queries,
  { core, world }: { readonly core: Core; readonly world: World },
  rehearsal: Rehearsal,
): Promise<CoreSnapshot | undefined> {
  if (!core.remote) return undefined;
  const { understood, situation } = await begin(db, world, rehearsal);
  const needs = coreNeedsOf(needsOf(understood.reading, situation));
  return wantsBooks(needs) ? core.remote.prefetch(rehearsal.institution.id, needs) : undefined;
}

/**
 * Reads and decides a text as if the member had sent it from this address now, with nothing pending. Writes nothing: the decision
 * is made in memory and discarded.
 */
export async function rehearse(
  tx: Queries,
  { core, world }: { readonly core: Core; readonly world: World },
  rehearsal: Rehearsal,
): Promise<Rehearsed> {
  const { institution, member, address } = rehearsal;
  const { understood, situation: begun } = await begin(tx, world, rehearsal);
  const { books } = rehearsal;
  const situation = core.remote
    ? asReached(begun, needsOf(understood.reading, begun), books)
    : begun;
  const loaded = await loadBatch(tx, {
    core,
    institutionId: institution.id,
    world,
    isTrial: true,
    approves: institution.settings.stepUp !== undefined,
    repeatsSince: repeatsSince(institution.settings, situation.now),
    wanted: [
      {
        needs: needsOf(understood.reading, situation),
        shares: situation.shares,
        addressId: address.id,
        memberId: member.id,
        day: situation.today,
        key: situation.key,
        snapshot: books,
      },
    ],
  });
  return {
    reading: understood.reading,
    asksFirst: understood.confirm,
    reply: replyTo(rehearsal, { understood, situation }, loaded.for(address.id)),
  };
}

/** Decides a text in memory and words the reply, without the code. */
export function replyTo(
  rehearsal: Rehearsal,
  { understood, situation }: Begun,
  loaded: Loaded,
): string {
  const { institution, member, address } = rehearsal;
  const decision = decide(understood.reading, situation, loaded);
  const reply = decision.opens
    ? decision.opens === 'dispute'
      ? decision.reply({
          reference: 'D-0000-0000',
          due: decideOrCreditBy(institution.settings, situation.today, ordinary),
          receivedAt: situation.now,
        })
      : decision.reply({ reference: 'T-0000-0000' })
    : decision.reply;
  const language = member.language ?? understood.language ?? rehearsal.language;
  return render(reply, {
    ...voiceOf(institution, { language, zone: member.zone }, address.channel, situation.now),
    readAs: guessedIntentOf(understood),
  });
}

/** Reads the text with everything known about who would send it. */
async function begin(q: Queries, world: World, rehearsal: Rehearsal): Promise<Begun> {
  const { institution, member, shares } = rehearsal;
  const all = shares ?? (await loadShares(q, institution.id, [member.id])).get(member.id) ?? [];
  return situate(world, rehearsal, all, readNow(rehearsal, all, world.clock.now()));
}

/** A text that was read, and all that its decision may know. */
export interface Begun {
  readonly understood: Understood;
  readonly situation: Situation;
}

/** Reads the text as this member would send it now. @param all the member's shares */
export function readNow(
  { institution, member, text, language }: Omit<Rehearsal, 'address'>,
  all: readonly Share[],
  now: Temporal.Instant,
): Understood {
  const shares = all.filter(({ maySee }) => maySee);
  return read(wellFormed(text), {
    ...contextOf(institution, shares, member.language ?? language),
    today: dayIn(institution.zone, now),
  });
}

/**
 * Gives all that the decision on a text may know, as if this member sent it now, with nothing pending.
 * @param all the member's shares
 * @param understood how the text was read
 */
export function situate(
  world: World,
  { institution, member, address, text }: Rehearsal,
  all: readonly Share[],
  understood: Understood,
): Begun {
  const now = world.clock.now();
  const shares = all.filter(({ maySee }) => maySee);
  const today = dayIn(institution.zone, now);
  const situation: Situation = {
    now,
    today,
    zone: institution.zone,
    settings: institution.settings,
    currency: present(currencyOf(institution.currency), 'the currency was checked when it was set'),
    channel: address.channel,
    member,
    address,
    shares,
    pending: {},
    confirmationFailures: 0,
    // A key under which nothing was ever posted.
    key: `rehearsal:${world.ids.next()}`,
    sentAt: now,
    text: storable(wellFormed(text), [], institution.settings.routingNumber),
    ...saidIn(understood),
    confirmation: String(1000 + world.random.below(9000)),
  };
  return { understood, situation };
}
