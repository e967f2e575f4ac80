import { appendEvents } from '../../audit/events/append-events.ts';
import { z } from 'zod';
import type { EnrollmentState } from '../../enrollment/enrollment.ts';
import { numberToText } from '../../enrollment/number-to-text.ts';
import { finishPhoneEnrollment as finish } from '../../enrollment/finish-phone.ts';
import { isPhoneWord } from '../../enrollment/words.ts';
import { loadShares } from '../../shares/load-shares.ts';
import { operation } from '../operation.ts';
import { refuse, type WebRefusal } from '../refusals.ts';
import { recordInAuditLog } from '../audit-log.ts';

/** Enrolls the phone once the member enters its code in the session that asked for it. */
export const finishPhoneEnrollment = operation({
  id: 'finishPhoneEnrollment',
  method: 'POST',
  path: '/enrollments/{id}/finish',
  tag: 'Messages',
  summary: 'Finishes enrolling a phone with the code that was texted to it',
  access: 'member',
  input: z.strictObject({
    id: z.uuid(),
    word: z.string().trim().min(1).max(40),
    moveHere: z
      .boolean()
      .optional()
      .describe('Moves the number here if it serves another membership.'),
  }),
  output: z.object({
    addressId: z.uuid(),
    verifiedAgain: z
      .boolean()
      .describe('The member had this number before; it keeps its code and rights.'),
  }),
  refusals: [
    'word_malformed',
    'word_wrong',
    'enrollment_expired',
    'enrollment_tries_over',
    'number_serves_another',
    'enrollment_over',
    'address_opted_out',
  ],
  run: async (request, { id, word, moveHere }) => {
    const { institution, member, session } = request;
    if (!isPhoneWord(word)) return refuse('word_malformed', { field: 'word' });
    const result = await request.db.transaction(async (tx) => {
      const shares = (await loadShares(tx, institution.id, [member.id])).get(member.id) ?? [];
      const own = shares.filter(({ maySee }) => maySee);
      const done = await finish(tx, request, {
        place: { institutionId: institution.id, memberId: member.id, sessionId: session.id, id },
        word,
        moveHere,
        language: member.language ?? request.language,
        share: own.find((share) => share.id === member.defaultShareId) ?? own[0],
      });
      if (!('refused' in done))
        await recordInAuditLog(tx, request, {
          what: 'address_enrolled',
          subject: done.addressId,
          ...(moveHere ? { detail: { moveHere } } : {}),
        });
      if (!('refused' in done) && done.isNew) {
        const { addressId } = done;
        await appendEvents(tx, request.world, institution.id, [
          { kind: 'changed', what: 'address_added', memberId: member.id, addressId },
        ]);
      }
      return done;
    });
    if (!('refused' in result)) {
      request.queued();
      return { addressId: result.addressId, verifiedAgain: !result.isNew };
    }
    if (result.refused === 'word_wrong')
      return refuse('word_wrong', { field: 'word', facts: { tries: String(result.triesLeft) } });
    if (result.refused === 'serves_another') return refuse('number_serves_another');
    if (result.refused === 'over')
      return refuse(ends[result.state] ?? 'enrollment_over', {
        facts: { phone: institution.settings.phone },
      });
    return refuse(result.refused, { facts: { to: numberToText(institution) } });
  },
});

const ends: Readonly<Partial<Record<EnrollmentState, WebRefusal>>> = {
  expired: 'enrollment_expired',
  wrong_tries: 'enrollment_tries_over',
};
