import type { Clock } from '../../kernel/clock.ts';
import type { SendOutcome } from '../../messages/channel.ts';
import { reasonOf, type TwilioAnswer } from './client.ts';
import { errorCodes, messageResource } from './wire.ts';

/** This number can't be reached, or this text can't be sent: another try would fail the same way. */
const permanent = new Set<number>([
  errorCodes.invalidTo,
  errorCodes.bodyTooLong,
  errorCodes.notMobile,
  errorCodes.landline,
  errorCodes.landlineAtOnce,
]);

/** Maps Twilio's answer to a message's outcome. */
export function outcomeOf(answer: TwilioAnswer, clock: Clock): SendOutcome {
  const { status } = answer;
  if (status === 201 || status === 200) {
    const parsed = messageResource.safeParse(answer.body);
    return parsed.success
      ? { outcome: 'accepted', carrierId: parsed.data.sid }
      : { outcome: 'unknown', code: 'twilio_answer_unreadable' };
  }
  const { code, number } = reasonOf(answer);
  if (status === 429 || number === errorCodes.tooManyRequests)
    return { outcome: 'throttled', until: throttledUntil(answer, clock) };
  // A server error after the request arrived: it may or may not have been carried out.
  if (status >= 500) return { outcome: 'unknown', code };
  if (number === errorCodes.optedOut)
    return { outcome: 'refused', code: 'opted_out', retryable: false };
  if (status === 401 || number === errorCodes.authentication) {
    return {
      outcome: 'refused',
      code,
      retryable: true,
      forAll: true,
      staffMust: 'Twilio refuses our access: set the account’s SID, token or API key again',
    };
  }
  if (number === undefined) return { outcome: 'refused', code, retryable: true };
  if (permanent.has(number)) return { outcome: 'refused', code, retryable: false };
  // A used-up balance, a sender that is not ours, a country that is not allowed: after staff fix it, the message can be sent.
  return {
    outcome: 'refused',
    code,
    retryable: true,
    staffMust: `Twilio refuses to send (its error ${number}): its console tells why`,
  };
}

const pauseMax = 3_600;

/** When Twilio accepts messages again: from `Retry-After`, at most an hour, or else ten seconds from now. */
function throttledUntil({ headers }: TwilioAnswer, clock: Clock): Temporal.Instant {
  const now = clock.now();
  const given = headers.get('retry-after');
  const seconds = Number(given);
  if (given !== null && Number.isFinite(seconds) && seconds > 0)
    return now.add({ seconds: Math.ceil(Math.min(seconds, pauseMax)) });
  const at = Date.parse(given ?? '');
  const wait = (at - now.epochMilliseconds) / 1000;
  return now.add({ seconds: wait > 0 ? Math.ceil(Math.min(wait, pauseMax)) : 10 });
}
