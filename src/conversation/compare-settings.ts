import { needsOf } from '../commands/decide.ts';
import type { Core } from '../core/core.ts';
import type { Database } from '../database/database.ts';
import { rolledBack } from '../database/rolled-back.ts';
import { present } from '../kernel/assert.ts';
import { seededRandom } from '../kernel/random.ts';
import { createWorld, type World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import type { Sender } from '../members/member.ts';
import { sendersOfConversations } from '../members/senders-of-conversations.ts';
import type { RecentText } from '../messages/search/recent-texts.ts';
import type { Reading, Understood } from '../reading/reading.ts';
import { loadShares } from '../shares/load-shares.ts';
import type { Share } from '../shares/share.ts';
import { repeatsSince } from '../transfers/doubt.ts';
import { loadBatch, type LoadedBatch } from './load.ts';
import {
  createReaderOfBoth,
  differInWordsOnly,
  languageOf,
  type ReadBoth,
  type Sides,
} from './read-both.ts';
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

function isSame(one: Answered, other: Answered): boolean {
  return one.reply === other.reply && JSON.stringify(one.reading) === JSON.stringify(other.reading);
}

interface FromMember {
  readonly text: RecentText;
  readonly sender: Sender;
  readonly shares: readonly Share[];
}

interface Sent extends FromMember {
  readonly both: ReadBoth;
}

/** Compares texts. It gives those that are read or answered otherwise, in the order of the given ones. */
export type Compare = (texts: readonly RecentText[]) => Promise<Compared[]>;

/**
 * Makes a comparison of how texts are read and answered with the settings of `before` and of `after`, each as if its member sent it now
 * with nothing pending. A text whose address has another member by now, or none, is left out. Writes nothing. Where another core keeps
 * the books, nothing is asked there: the answers that need figures say so on both sides.
 */
export function createComparison(
  db: Pick<Database, 'transaction' | 'query'>,
  { core, world }: { readonly core: Core; readonly world: World },
  sides: Sides,
): Compare {
  const readBoth = createReaderOfBoth(sides);
  const isAboutWords = differInWordsOnly(sides);
  return async (texts) => {
    const now = world.clock.now();
    const rest = breather();
    const read: Sent[] = [];
    for (const one of await withSenders(db, sides.before.id, texts)) {
      const { text, sender, shares } = one;
      const both = readBoth({ text: text.text, member: sender.member, shares }, now);
      if (!isAboutWords || !both.isAlike) read.push({ ...one, both });
      await rest();
    }
    const answers = async (side: keyof Sides) =>
      answersOf(db, { core, institution: sides[side], now, rest }, read, side);
    const [was, is] = [await answers('before'), await answers('after')];
    return read.flatMap(({ text }, index) => {
      const [before, after] = [was[index], is[index]];
      if (!before || !after || isSame(before, after)) return [];
      return [{ text: text.text, before, after }];
    });
  };
}

async function withSenders(
  q: Pick<Database, 'query'> & Parameters<typeof loadShares>[0],
  institutionId: number,
  texts: readonly RecentText[],
): Promise<FromMember[]> {
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

interface Answering {
  readonly core: Core;
  readonly institution: Institution;
  readonly now: Temporal.Instant;
  readonly rest: () => Promise<void>;
}

async function answersOf(
  db: Pick<Database, 'transaction'>,
  given: Answering,
  sent: readonly Sent[],
  side: keyof Sides,
): Promise<Answered[]> {
  const asked: Asked[] = [];
  for (const one of sent) {
    asked.push(beginOne(one, given, one.both[side]));
    await given.rest();
  }
  const answers = new Map<Asked, Answered>();
  for (const together of undisturbed(asked)) {
    const loaded = await loadFor(db, given, together);
    for (const one of together) {
      const { rehearsal, understood } = one;
      const reply = replyTo(rehearsal, one, loaded.for(rehearsal.address.id));
      answers.set(one, { reading: understood.reading, reply });
      await given.rest();
    }
  }
  return asked.map((one) => present(answers.get(one), 'each text was answered'));
}

/**
 * Groups texts that can be decided on the same loaded books. A decision about money changes the balances in memory, so no other text of its
 * group looks at those accounts. Most texts of a batch are of different members: there are few groups.
 */
function undisturbed(asked: readonly Asked[]): Asked[][] {
  const still: Asked[] = [];
  const groups: { readonly texts: Asked[]; readonly accounts: Set<string> }[] = [];
  for (const one of asked) {
    const { moving, balances = [] } = needsOf(one.understood.reading, one.situation);
    if (!moving) {
      still.push(one);
      continue;
    }
    const accounts = [...moving, ...balances];
    const free = groups.find((group) => accounts.every((id) => !group.accounts.has(id)));
    if (free) {
      free.texts.push(one);
      for (const id of accounts) free.accounts.add(id);
    } else groups.push({ texts: [one], accounts: new Set(accounts) });
  }
  return [still, ...groups.map(({ texts }) => texts)].filter(({ length }) => length > 0);
}

/** Ids and random numbers are the same for both sides, so that only the settings differ. */
function beginOne(
  { text, sender, shares }: Sent,
  { core, institution, now }: Answering,
  understood: Understood,
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
    language: languageOf(institution),
  };
  const begun = situate(world, rehearsal, shares, understood);
  const { reading } = begun.understood;
  const situation = core.remote
    ? asReached(begun.situation, needsOf(reading, begun.situation), undefined)
    : begun.situation;
  return { ...begun, situation, rehearsal, world };
}

async function loadFor(
  db: Pick<Database, 'transaction'>,
  { core, institution, now }: Answering,
  asked: readonly Asked[],
): Promise<LoadedBatch> {
  return rolledBack(db, async (tx) =>
    loadBatch(tx, {
      core,
      institutionId: institution.id,
      world: asked[0]?.world ?? createWorld({ clock: { now: () => now } }),
      isTrial: true,
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
