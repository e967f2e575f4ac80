import { defaultLanguage } from '../kernel/vocabulary/language.ts';
import { descriptors } from '../channels/descriptors.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import { rehearse } from '../conversation/rehearse.ts';
import type { Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import { findSenders } from '../members/senders.ts';
import { hashed } from '../messages/conversation-keys.ts';
import { ledgerCore } from '../core/local/ledger-core.ts';

/**
 * Shows the reply to a text from this address now, without the code. Writes nothing.
 * @returns the reply, or why there would be none; `undefined` if this address is not enrolled
 */
export async function dryRun(
  tx: Queries,
  { keyring, world }: { readonly keyring: Keyring; readonly world: World },
  asked: {
    readonly institution: Institution;
    readonly channel: ChannelName;
    readonly address: string;
    readonly text: string;
  },
): Promise<{ readonly reply: string } | { readonly noReply: string } | undefined> {
  const { institution, channel, text } = asked;
  const [key] = hashed(institution.id, [{ channel, address: asked.address }], keyring);
  const blindIndexes = key?.blindIndexes ?? [];
  const [sender] = await findSenders(tx, institution.id, [{ channel, blindIndexes }]);
  if (!sender) return undefined;
  const [language = defaultLanguage] = institution.settings.languages;
  const { reading, reply } = await rehearse(
    tx,
    { core: ledgerCore, world },
    { institution, ...sender, language, text },
  );
  const [row] = await tx.query<{ stopped: boolean }>(
    `select exists (select from addresses a
          join conversations c on c.institution_id = $1 and c.id = a.conversation_id
          where a.institution_id = $1 and a.id = $2 and c.opted_out_at is not null)
        or exists (select from member_opt_outs where institution_id = $1 and member_id = $3) as stopped`,
    [institution.id, sender.address.id, sender.member.id],
  );
  // After STOP, we answer only a text that means START. Where carriers define the words, a bare YES
  // does.
  const starts =
    reading.intent === 'start' ||
    (descriptors[channel].carrierWords && reading.intent === 'affirm');
  return row?.stopped && !starts ? { noReply: 'opted_out' } : { reply };
}
