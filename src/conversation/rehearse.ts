import type { Queries } from '../database/database.ts';
import { decide, needsOf } from '../commands/decide.ts';
import type { Situation } from '../commands/situation.ts';
import { present } from '../kernel/assert.ts';
import type { World } from '../kernel/world.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import { read } from '../languages/reading.ts';
import type { Reading } from '../reading/reading.ts';
import { voiceOf } from '../wording/voice.ts';
import { render } from '../languages/wording.ts';
import { decideOrCreditBy, ordinary } from '../staff/clocks.ts';
import type { Institution } from '../members/institution.ts';
import type { Member, MemberAddress } from '../members/member.ts';
import { storable, wellFormed } from '../messages/redact.ts';
import { currencyOf } from '../money/amount.ts';
import type { Core } from '../shares/core.ts';
import { loadShares } from '../shares/load-shares.ts';
import { contextOf } from './gather.ts';
import { loadBatch } from './load.ts';
import { saidIn } from './said-in.ts';

/** How a text would be read, and what would be answered. */
export interface Rehearsed {
  readonly reading: Reading;
  /** It would be asked first, since a word was mended or used loosely. */
  readonly asksFirst: boolean;
  /** The reply as it would stand now, without the code. */
  readonly reply: string;
}

/**
 * Reads and decides a text as if the member had sent it from this address now, with nothing pending, and writes nothing: the
 * decision is made on what was loaded, in memory, and forgotten.
 */
export async function rehearse(
  tx: Queries,
  { core, world }: { readonly core: Core; readonly world: World },
  asked: {
    readonly institution: Institution;
    readonly member: Member;
    readonly address: MemberAddress;
    readonly text: string;
    /** In which the reply is where the member has chosen none. */
    readonly language: Language;
  },
): Promise<Rehearsed> {
  const { institution, member, address } = asked;
  const now = world.clock.now();
  const all = (await loadShares(tx, institution.id, [member.id])).get(member.id) ?? [];
  const shares = all.filter(({ maySee }) => maySee);
  const understood = read(
    wellFormed(asked.text),
    contextOf(institution, shares, member.language ?? asked.language),
  );
  const situation: Situation = {
    now,
    today: now.toZonedDateTimeISO(institution.zone).toPlainDate(),
    zone: institution.zone,
    settings: institution.settings,
    currency: present(currencyOf(institution.currency), 'the currency was checked when it was set'),
    channel: address.channel,
    member,
    address,
    shares,
    pending: {},
    confirmationFailures: 0,
    // Nothing was ever posted under it.
    key: `rehearsal:${world.ids.next()}`,
    sentAt: now,
    text: storable(wellFormed(asked.text)),
    ...saidIn(understood),
    confirmation: String(1000 + world.random.below(9000)),
  };
  const loaded = await loadBatch(tx, {
    core,
    institutionId: institution.id,
    world,
    wanted: [
      {
        needs: needsOf(understood.reading, situation),
        shares,
        addressId: address.id,
        day: situation.today,
        key: situation.key,
      },
    ],
  });
  const decision = decide(understood.reading, situation, loaded.for(address.id));
  const reply = decision.opens
    ? decision.opens === 'dispute'
      ? decision.reply({
          reference: 'D-0000-0000',
          due: decideOrCreditBy(institution.settings, situation.today, ordinary),
          receivedAt: now,
        })
      : decision.reply({ reference: 'T-0000-0000' })
    : decision.reply;
  const language = member.language ?? understood.language ?? asked.language;
  return {
    reading: understood.reading,
    asksFirst: understood.confirm,
    reply: render(reply, voiceOf(institution, language, address.channel, now)),
  };
}
