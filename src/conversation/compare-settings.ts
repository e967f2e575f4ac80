import { needsOf } from '../commands/decide.ts';
import type { Core } from '../core/core.ts';
import type { Database } from '../database/database.ts';
import { rolledBack } from '../database/rolled-back.ts';
import { seededRandom } from '../kernel/random.ts';
import { defaultLanguage } from '../kernel/vocabulary/language.ts';
import { createWorld, type World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import type { Sender } from '../members/member.ts';
import { sendersOfConversations } from '../members/senders-of-conversations.ts';
import type { RecentText } from '../messages/search/recent-texts.ts';
import type { Reading } from '../reading/reading.ts';
import { loadShares } from '../shares/load-shares.ts';
import type { Share } from '../shares/share.ts';
import { repeatsSince } from '../transfers/doubt.ts';
import { loadBatch, type LoadedBatch } from './load.ts';
import { replyTo, situate, type Begun, type Rehearsal } from './rehearse.ts';
import { asReached } from './situation-of.ts';

/** What a text is read and answered as, with the settings as they are and as they would be. */
export interface Compared {
  readonly text: string;
  readonly before: Answered;
  readonly after: Answered;
}

interface Answered {
  readonly reading: Reading;
  readonly reply: string;
}

interface Sent {
  readonly text: RecentText;
  readonly sender: Sender;
  readonly shares: readonly Share[];
}

/**
 * Compares how texts are read and answered with the settings of `before` and of `after`, each as if
 * its member sent it now with nothing pending. A text whose address has another member by now, or
 * none, is left out. Writes nothing. Where another core keeps the books, nothing is asked there: the
 * answers that need figures say so on both sides.
 */
export async function compareSettings(
  db: Pick<Database, 'transaction' | 'query'>,
  { core, world }: { readonly core: Core; readonly world: World },
  institutions: { readonly before: Institution; readonly after: Institution },
  texts: readonly RecentText[],
): Promise<Compared[]> {
  const { before, after } = institutions;
  const sent = await withSenders(db, before.id, texts);
  const now = world.clock.now();
  const answers = async (institution: Institution) =>
    answersOf(db, { core, institution, sent, now });
  const [was, is] = [await answers(before), await answers(after)];
  return sent.flatMap(({ text }, index) => {
    const [one, other] = [was[index], is[index]];
    return one && other ? [{ text: text.text, before: one, after: other }] : [];
  });
}

async function withSenders(
  q: Pick<Database, 'query'> & Parameters<typeof loadShares>[0],
  institutionId: number,
  texts: readonly RecentText[],
): Promise<Sent[]> {
  const senders = await sendersOfConversations(
    q,
    institutionId,
    texts.map(({ conversationId }) => conversationId),
  );
  const known = texts.flatMap((text) => {
    const sender = senders.get(text.conversationId);
    return sender?.member.id === text.memberId ? [{ text, sender }] : [];
  });
  const ids = [...new Set(known.map(({ sender }) => sender.member.id))];
  const shares = await loadShares(q, institutionId, ids);
  return known.map((one) => ({ ...one, shares: shares.get(one.sender.member.id) ?? [] }));
}

interface Asked extends Begun {
  readonly rehearsal: Rehearsal;
  readonly world: World;
}

/** How long texts are read and decided before others get their turn, in milliseconds. */
const turn = 20;

async function answersOf(
  db: Pick<Database, 'transaction'>,
  given: {
    readonly core: Core;
    readonly institution: Institution;
    readonly sent: readonly Sent[];
    readonly now: Temporal.Instant;
  },
): Promise<Answered[]> {
  const { core, institution, sent, now } = given;
  const rest = breather();
  const asked: Asked[] = [];
  for (const one of sent) {
    asked.push(beginOne(one, { core, institution, now }));
    await rest();
  }
  const shared = asked.filter(({ situation, understood }) => !moves(understood.reading, situation));
  const loaded = await loadFor(db, { core, institution, now }, shared);
  const answers: Answered[] = [];
  for (const one of asked) {
    // A decision about money changes the balances in memory that others after it would see.
    const own = shared.includes(one)
      ? loaded
      : await loadFor(db, { core, institution, now }, [one]);
    const { rehearsal, understood } = one;
    const reply = replyTo(rehearsal, one, own.for(rehearsal.address.id));
    answers.push({ reading: understood.reading, reply });
    await rest();
  }
  return answers;
}

/** Reads one text. Ids and random numbers are the same for both sides, so that only the settings differ. */
function beginOne(
  { text, sender, shares }: Sent,
  {
    core,
    institution,
    now,
  }: { readonly core: Core; readonly institution: Institution; readonly now: Temporal.Instant },
): Asked {
  const world = createWorld({
    clock: { now: () => now },
    random: seededRandom(`${text.channel} ${text.ref}`),
  });
  const rehearsal: Rehearsal = {
    institution,
    member: sender.member,
    address: sender.address,
    text: text.text,
    language: institution.settings.languages[0] ?? defaultLanguage,
  };
  const begun = situate(world, rehearsal, shares);
  const { reading } = begun.understood;
  const situation = core.remote
    ? asReached(begun.situation, needsOf(reading, begun.situation), undefined)
    : begun.situation;
  return { ...begun, situation, rehearsal, world };
}

function moves(reading: Reading, situation: Begun['situation']): boolean {
  return needsOf(reading, situation).moving !== undefined;
}

async function loadFor(
  db: Pick<Database, 'transaction'>,
  {
    core,
    institution,
    now,
  }: { readonly core: Core; readonly institution: Institution; readonly now: Temporal.Instant },
  asked: readonly Asked[],
): Promise<LoadedBatch> {
  return rolledBack(db, async (tx) =>
    loadBatch(tx, {
      core,
      institutionId: institution.id,
      world: asked[0]?.world ?? createWorld({ clock: { now: () => now } }),
      approves: institution.settings.stepUp !== undefined,
      repeatsSince: repeatsSince(institution.settings, now),
      wanted: asked.map(({ understood, situation, rehearsal }) => ({
        needs: needsOf(understood.reading, situation),
        shares: situation.shares,
        addressId: rehearsal.address.id,
        memberId: rehearsal.member.id,
        day: situation.today,
        key: situation.key,
      })),
    }),
  );
}

/** Lets other work run once some milliseconds were used. */
function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turn) return;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    since = performance.now();
  };
}
