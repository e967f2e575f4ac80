import { z } from 'zod';
import { beginEnrolment } from '../../../enrolment/begin.ts';
import { countryOf, readPhoneNumber } from '../../../enrolment/phone-number.ts';
import { sendWord } from '../../../enrolment/send-word.ts';
import type { MemberAct } from '../../act.ts';
import { operation } from '../../operation.ts';
import type { PhoneDirectory } from '../../ports.ts';
import { isRefused, refuse } from '../../refusals.ts';
import { disclose } from './disclose.ts';
import { recordAct } from './record-act.ts';
import { agreedField, readRights, rightsFields, rightsRefusals } from './rights.ts';

/** A SIM that was changed so lately may be a thief's: the number is enrolled, and moves nothing yet. */
const simTrustedAfterHours = 7 * 24;

/** A one-time word goes to the phone; the member enters it in this session. */
export const beginPhoneEnrolment = operation({
  id: 'beginPhoneEnrolment',
  method: 'POST',
  path: '/enrolments/phone',
  tag: 'Messages',
  summary: 'Begins to enrol a phone number, or to verify one again: a word is sent to it',
  access: 'fresh',
  input: z.strictObject({
    number: z.string().trim().min(1).max(40).describe('In any usual way of writing it.'),
    agreedTo: agreedField,
    ...rightsFields,
  }),
  output: z.object({
    id: z.uuid(),
    expiresAt: z.string(),
    readOnly: z
      .boolean()
      .describe('Money movement was asked for and is not given: the SIM was changed lately.'),
  }),
  refusals: [
    'phone_not_offered',
    'phone_invalid',
    'phone_landline',
    'disclosures_first',
    'address_already_yours',
    'address_opted_out',
    'service_locked',
    ...rightsRefusals,
  ],
  run: async (act, input) => {
    const { institution, member, ports, session } = act;
    if (!ports.channels.includes('sms')) return refuse('phone_not_offered');
    if (member.lockedAt) return refuse('service_locked');
    const rights = readRights(act, input);
    if (isRefused(rights)) return rights;
    const number = readPhoneNumber(input.number, countryOf(institution.zone));
    if (!number) return refuse('phone_invalid', { field: 'number' });
    if (number.isLandline) return refuse('phone_landline', { field: 'number' });
    const refused = await act.db.transaction(async (tx) =>
      disclose(tx, act, { channel: 'sms', agreedTo: input.agreedTo }),
    );
    if (refused) return refused;
    const facts = await factsOf(act, number.e164);
    if (facts?.lineType === 'landline') return refuse('phone_landline', { field: 'number' });
    const readOnly = rights.mayMoveMoney && isSimNew(act, facts);
    const begun = await act.db.transaction(async (tx) => {
      const result = await beginEnrolment(tx, act, {
        institutionId: institution.id,
        memberId: member.id,
        sessionId: session.id,
        channel: 'sms',
        address: number.e164,
        handle: number.masked,
        rights: { ...rights, mayMoveMoney: rights.mayMoveMoney && !readOnly },
      });
      if ('refused' in result) return result;
      await sendWord(tx, act, { begun: result, language: member.language ?? act.language });
      await recordAct(tx, act, {
        what: 'enrolment_begun',
        subject: result.id,
        detail: { channel: 'sms' },
      });
      return result;
    });
    if (!('refused' in begun)) {
      act.queued();
      return { id: begun.id, expiresAt: begun.expiresAt.toString(), readOnly };
    }
    if (begun.refused === 'too_many') return refuse('too_many', { retryAt: begun.retryAt });
    return refuse(begun.refused, { field: 'number', facts: { to: institution.settings.service } });
  },
});

type Facts = Awaited<ReturnType<PhoneDirectory['lookup']>>;

/** What the carrier tells; where it can't be asked, nothing is known, as with most numbers. */
async function factsOf({ ports, logger }: MemberAct, number: string): Promise<Facts | undefined> {
  try {
    return await ports.phones?.lookup(number);
  } catch (error) {
    logger.warn({ error }, 'A phone number could not be looked up');
    return undefined;
  }
}

function isSimNew({ world }: MemberAct, facts: Facts | undefined): boolean {
  if (!facts?.simChangedAt) return false;
  const since = world.clock.now().subtract({ hours: simTrustedAfterHours });
  return Temporal.Instant.compare(facts.simChangedAt, since) > 0;
}
