import type { Queries } from '../../database/database.ts';
import { descriptors, phoneChannels, type PhoneChannel } from '../../channels/descriptors.ts';
import { byName } from '../../kernel/by-name.ts';
import { capitalized } from './capitalized.ts';
import { z } from 'zod';
import { beginEnrollment } from '../../enrollment/begin.ts';
import {
  namesCountry,
  phoneExample,
  readPhoneNumber,
  type PhoneNumber,
} from '../../enrollment/phone-number.ts';
import { sendWord } from '../../enrollment/send-word.ts';
import { holdToCeiling } from '../../enrollment/text-ceiling.ts';
import { countryOf, textCountries } from '../../enrollment/text-countries.ts';
import type { MemberContext } from '../request-context.ts';
import { operation } from '../operation.ts';
import type { PhoneDirectory } from '../../messages/directory.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import { agreedField, disclose } from '../disclose.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { readRights, rightsFields, rightsRefusals } from './rights.ts';

/**
 * A SIM changed this recently may belong to a thief: we enroll the number, but it can't move money
 * yet.
 */
const simTrustedAfterHours = 7 * 24;

/**
 * Makes the operation that sends a one-time code to a phone. The member enters it in this session.
 */
function beginPhoneEnrollment(channel: PhoneChannel) {
  const { slug } = descriptors[channel];
  return operation({
    id: `begin${capitalized(slug)}Enrollment`,
    method: 'POST',
    path: `/enrollments/${slug}`,
    tag: 'Messages',
    summary: 'Starts enrolling a phone number, or verifying one again: texts it a one-time code',
    access: 'fresh',
    input: z.strictObject({
      number: z.string().trim().min(1).max(40).describe('In any usual format.'),
      agreedTo: agreedField,
      ...rightsFields,
    }),
    output: z.object({
      id: z.uuid(),
      expiresAt: z.string(),
      readOnly: z
        .boolean()
        .describe(
          'Transfers were requested but not allowed, because the SIM was changed recently.',
        ),
    }),
    refusals: [
      'phone_not_offered',
      'phone_invalid',
      'phone_country_needed',
      'phone_landline',
      'phone_abroad',
      'texts_spent',
      'disclosures_first',
      'address_already_yours',
      'service_locked',
      ...rightsRefusals,
    ],
    run: async (request, input) => {
      const { member, ports } = request;
      if (!ports.channels.includes(channel)) return refuse('phone_not_offered');
      if (member.lockedAt) return refuse('service_locked');
      const rights = readRights(request, input);
      if (isRefused(rights)) return rights;
      const number = textedNumber(request, input.number);
      if (isRefused(number)) return number;
      const refused = await request.db.transaction(async (tx) =>
        disclose(tx, request, { channel, agreedTo: input.agreedTo }),
      );
      if (refused) return refused;
      const facts = await factsOf(request, number.e164);
      if (facts?.lineType === 'landline') return refuse('phone_landline', { field: 'number' });
      const readOnly = rights.mayMoveMoney && isSimNew(request, facts);
      const begun = await request.db.transaction(async (tx) =>
        textWord(tx, request, {
          channel,
          number,
          rights: { ...rights, mayMoveMoney: rights.mayMoveMoney && !readOnly },
        }),
      );
      if (!('refused' in begun)) {
        request.queued();
        return { id: begun.id, expiresAt: begun.expiresAt.toString(), readOnly };
      }
      if (begun.refused === 'texts_spent')
        request.metrics.count('alarms', { channel, event: 'text_ceiling' });
      if ('retryAt' in begun) return refuse(begun.refused, { retryAt: begun.retryAt });
      return refuse(begun.refused, { field: 'number' });
    },
  });
}

/**
 * Starts the enrollment and queues the text with its code, within the day's limit of such texts.
 */
async function textWord(
  tx: Queries,
  request: MemberContext,
  begins: {
    readonly channel: PhoneChannel;
    readonly number: { readonly e164: string; readonly masked: string };
    readonly rights: Parameters<typeof beginEnrollment>[2]['rights'];
  },
) {
  const { institution, member, session } = request;
  const { channel, number, rights } = begins;
  const freeAt = await holdToCeiling(tx, request);
  if (freeAt) return { refused: 'texts_spent', retryAt: freeAt } as const;
  const result = await beginEnrollment(tx, request, {
    institutionId: institution.id,
    memberId: member.id,
    sessionId: session.id,
    channel,
    address: number.e164,
    handle: number.masked,
    rights,
  });
  if ('refused' in result) return result;
  await sendWord(tx, request, {
    begun: result,
    channel,
    language: member.language ?? request.language,
  });
  await recordInAuditLog(tx, request, {
    what: 'enrolment_begun',
    subject: result.id,
    detail: { channel },
  });
  return result;
}

/** By channel, the operation that starts to enroll a phone there. */
export const phoneEnrollments = byName(phoneChannels, beginPhoneEnrollment);

/** Gives the number as we can text it, or a hint what to type instead. */
function textedNumber(
  { institution, language }: MemberContext,
  typed: string,
): PhoneNumber | Refused {
  const country = countryOf(institution);
  const number = readPhoneNumber(typed, country);
  if (!number && !country && !namesCountry(typed))
    return refuse('phone_country_needed', { field: 'number' });
  if (!number)
    return refuse('phone_invalid', { field: 'number', facts: { example: phoneExample(country) } });
  if (!number.getsTexts) return refuse('phone_landline', { field: 'number' });
  const allowed = textCountries(institution);
  if (number.country && allowed.includes(number.country)) return number;
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const countries = allowed.map((one) => names.of(one) ?? one).join(', ');
  return refuse('phone_abroad', { field: 'number', facts: { countries: countries || '—' } });
}

type Facts = Awaited<ReturnType<PhoneDirectory['lookup']>>;

/** Asks the carrier about the number. Without an answer we know nothing, as with most numbers. */
async function factsOf(
  { ports, logger }: MemberContext,
  number: string,
): Promise<Facts | undefined> {
  try {
    return await ports.phones?.lookup(number);
  } catch (error) {
    logger.warn({ error }, 'The carrier did not answer about a phone number');
    return undefined;
  }
}

function isSimNew({ world }: MemberContext, facts: Facts | undefined): boolean {
  if (!facts?.simChangedAt) return false;
  const since = world.clock.now().subtract({ hours: simTrustedAfterHours });
  return Temporal.Instant.compare(facts.simChangedAt, since) > 0;
}
