import { z } from 'zod';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { addressDetailsOf } from '../../members/address-details.ts';
import { consentsOf, type Consent } from '../../members/consents-of.ts';
import { findMembers } from '../../members/find-members.ts';
import { findMemberByNumber } from '../../members/members.ts';
import { phoneChannels } from '../../channels/descriptors.ts';
import { countryOfZone } from '../../enrollment/phone-country.ts';
import { readPhoneNumber } from '../../enrollment/phone-number.ts';
import { addressKey } from '../../members/bind-address.ts';
import type { Member } from '../../members/member.ts';
import {
  conversationsAt,
  conversationsOfMember,
  conversationsWithIds,
  type ConversationConsent,
} from '../../messages/conversations-of-addresses.ts';
import { provenMessages, type ProvenMessage } from '../../messages/inbound-proof.ts';
import { rightOf } from '../permissions.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { memberQuery } from '../people/member-query.ts';
import { noteLook } from '../note-look.ts';
import { shownHandle } from '../shown-handle.ts';

export const addressField = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .describe('A member number, a phone number, or a handle.');

const consentSchema = z.object({
  at: z.string(),
  kind: z.string(),
  version: z.string(),
  channel: z.enum(channelNames).nullable(),
  address: z.string().nullable().describe('A phone number shows its last digits.'),
  how: z.string(),
  message: z
    .object({
      key: z.string(),
      text: z.string().nullable().describe('Null for a role that sees no texts of messages.'),
      receivedAt: z.string(),
      batch: z.string().nullable().describe('Its batch in the chain.'),
      record: z.enum(['valid', 'unknown_key', 'altered', 'missing']),
    })
    .nullable()
    .describe('The message by which it was given, with what the record says of it.'),
});

/** Shows each agreement and withdrawal of one address or member, with its proof. The look is recorded. */
export const readConsents = operation({
  id: 'readConsents',
  summary: 'Shows the consents of one address, with their proofs',
  access: 'staff',
  permission: 'read_members',
  input: z.strictObject({ text: addressField }),
  output: z.object({
    member: z.object({ number: z.string(), name: z.string() }).nullable(),
    addresses: z.array(
      z.object({
        channel: z.enum(channelNames),
        name: z.string().nullable(),
        state: z.string(),
        stoppedAt: z.string().nullable().describe('When STOP came, if it is in force.'),
      }),
    ),
    consents: z.array(consentSchema),
  }),
  refusals: ['consent_address_unknown'],
  run: async (request, { text }) => {
    const found = await consentFacts(request, text);
    if (isRefused(found)) return found;
    await noteLook(request, { memberId: found.member?.id ?? null, what: 'consent' });
    const seesTexts = rightOf(request.principal.roles, 'read_messages') !== undefined;
    return {
      member: found.member ? { number: found.member.number, name: found.member.name } : null,
      addresses: found.addresses,
      consents: found.consents.map(({ consent, address, message }) => ({
        at: consent.at.toString(),
        kind: consent.kind,
        version: consent.version,
        channel: consent.channel,
        address,
        how: consent.how,
        message: message
          ? {
              key: message.key,
              text: seesTexts ? message.text : null,
              receivedAt: message.receivedAt.toString(),
              batch: message.batch?.toString() ?? null,
              record: message.record,
            }
          : null,
      })),
    };
  },
});

/** The consents of one address or member, with the messages that gave them. */
export interface ConsentFacts {
  readonly member: Member | undefined;
  readonly conversationIds: readonly string[];
  readonly addresses: {
    readonly channel: (typeof channelNames)[number];
    readonly name: string | null;
    readonly state: string;
    readonly stoppedAt: string | null;
  }[];
  readonly consents: readonly {
    readonly consent: Consent;
    readonly address: string | null;
    readonly message: ProvenMessage | undefined;
  }[];
}

const byMessage = 'message ';

/** Finds whose consents are meant, and reads them. A stranger has consents too: a STOP. */
export async function consentFacts(
  request: StaffContext,
  text: string,
): Promise<ConsentFacts | Refused> {
  const { db, institution, keyring } = request;
  const found = await whose(request, text);
  if (isRefused(found)) return found;
  const { member, conversations } = found;
  const addresses = member ? await addressDetailsOf(db, institution.id, member.id) : [];
  const consents = await consentsOf(db, institution.id, {
    memberId: member?.id ?? null,
    conversationIds: conversations.map(({ id }) => id),
  });
  const keys = consents.flatMap(({ how }) =>
    how.startsWith(byMessage) ? [how.slice(byMessage.length)] : [],
  );
  const messages = await provenMessages(db, { institutionId: institution.id, keyring }, keys);
  const nameOf = new Map(
    addresses.map(({ id, channel, handle }) => [id, shownHandle(channel, handle)]),
  );
  const stopped = new Map(conversations.map(({ id, stoppedAt }) => [id, stoppedAt]));
  return {
    member,
    conversationIds: conversations.map(({ id }) => id),
    addresses: member
      ? addresses.map(({ channel, handle, state, conversationId }) => ({
          channel,
          name: shownHandle(channel, handle),
          state,
          stoppedAt: stopped.get(conversationId ?? '')?.toString() ?? null,
        }))
      : conversations.map(({ channel, stoppedAt }) => ({
          channel,
          name: null,
          state: 'unproven',
          stoppedAt: stoppedAt?.toString() ?? null,
        })),
    consents: consents.map((consent) => ({
      consent,
      address: nameOf.get(consent.addressId ?? '') ?? null,
      message: messages.get(consent.how.slice(byMessage.length)),
    })),
  };
}

async function whose(
  request: StaffContext,
  text: string,
): Promise<
  | { readonly member: Member | undefined; readonly conversations: readonly ConversationConsent[] }
  | Refused
> {
  const { db, institution } = request;
  if (isId(text)) return withId(request, text);
  const conversations = await conversationsAt(db, institution.id, blindIndexesOf(request, text));
  const memberId = conversations.find((one) => one.memberId !== null)?.memberId;
  const search = memberQuery(text, request);
  const candidates = await findMembers(db, institution.id, { ...search, words: [] }, 2);
  const exact = candidates.find(
    ({ id, number, by }) => id === memberId || (by === 'number' ? number === text : by !== 'name'),
  );
  const member = exact && (await findMemberByNumber(db, institution.id, exact.number));
  if (member)
    return {
      member,
      conversations: await conversationsOfMember(db, institution.id, member.id),
    };
  return conversations.length > 0
    ? { member: undefined, conversations }
    : refuse('consent_address_unknown', { field: 'text' });
}

const isId = (text: string) => z.uuid().safeParse(text).success;

/** Finds the member or the stranger's conversation of an export that waited: it is stored by id. */
async function withId({ db, institution }: StaffContext, id: string) {
  const [row] = await db.query<{ number: string }>(
    'select number from members where institution_id = $1 and id = $2',
    [institution.id, id],
  );
  const member = row && (await findMemberByNumber(db, institution.id, row.number));
  if (member)
    return { member, conversations: await conversationsOfMember(db, institution.id, member.id) };
  const conversations = await conversationsWithIds(db, institution.id, [id]);
  return conversations.length > 0
    ? { member: undefined, conversations }
    : refuse('consent_address_unknown', { field: 'text' });
}

/** Under which a conversation with this phone number, or with this id of an account, is found. */
function blindIndexesOf({ institution, keyring }: StaffContext, text: string): Uint8Array[] {
  if (!keyring) return [];
  const phone = readPhoneNumber(text, countryOfZone(institution.zone))?.e164;
  const at = (channel: (typeof channelNames)[number], address: string) =>
    keyring.blindIndexes('address', addressKey(institution.id, channel, address));
  return [
    ...(phone === undefined ? [] : phoneChannels.flatMap((channel) => at(channel, phone))),
    ...(/^\d{1,19}$/.test(text) ? channelNames.flatMap((channel) => at(channel, text)) : []),
  ];
}
