import type { Clock } from '../../kernel/clock.ts';
import type { SendOutcome } from '../../messages/channel.ts';
import { throttledUntil } from './client.ts';
import type { XAnswer } from './answer.ts';
import { reasonOf, type XReason } from './reason.ts';
import { sentAnswer } from './wire.ts';

/** X's error numbers for a problem with this member only: they can't be reached. */
const memberNumbers = new Set([34, 50, 63, 108, 150, 160, 179, 349, 476]);

/** X's error number for too many calls, whatever the status. */
const throttledNumber = 88;

/** What staff must do about a refusal of all messages, by X's error numbers. */
const numbersForAll: ReadonlyMap<number, string> = new Map([
  ...[32, 89, 99, 135, 215].map(
    (number) => [number, 'X refuses our access: `tmm x connect` joins the account again'] as const,
  ),
  [64, 'X has suspended our account: appeal at X; nothing is sent until it is lifted'],
  [326, 'X has locked our account: sign in to it at X and unlock it; nothing is sent until then'],
  ...[87, 220, 261, 416, 453].map(
    (number) =>
      [
        number,
        'X no longer lets our app send messages: see the app in X’s developer portal',
      ] as const,
  ),
]);

/** The same, by X's problem types and reasons. */
const namesForAll: ReadonlyMap<string, string> = new Map([
  [
    'usage-capped',
    'The usage cap of our X app is reached: raise it in X’s developer portal, or wait for its next period',
  ],
  ...['client-forbidden', 'client-not-enrolled', 'official-client-forbidden'].map(
    (name) =>
      [
        name,
        'X has dropped our app from its project or its access level: see the app in X’s developer portal',
      ] as const,
  ),
  ...['oauth1-permissions', 'unsupported-authentication', 'not-authorized'].map(
    (name) => [name, 'X refuses our access: `tmm x connect` joins the account again'] as const,
  ),
  [
    'credits-depleted',
    'The credit of our X account is exhausted: nothing is sent until it is topped up',
  ],
]);

/** Maps X's answer to a message's outcome. */
export function outcomeOf(answer: XAnswer, clock: Clock): SendOutcome {
  const { status } = answer;
  if (status === 201 || status === 200) {
    const parsed = sentAnswer.safeParse(answer.body);
    return parsed.success
      ? { outcome: 'accepted', carrierId: parsed.data.data.dm_event_id }
      : { outcome: 'unknown', code: 'x_answer_unreadable' };
  }
  const reason = reasonOf(answer);
  const { code, numbers } = reason;
  // A server error after the request arrived: it may or may not have been carried out.
  if (status >= 500) return { outcome: 'unknown', code };
  const staffMust = whatStaffMust(status, reason);
  if (staffMust !== undefined)
    return { outcome: 'refused', code, retryable: true, forAll: true, staffMust };
  if (status === 429 || numbers.includes(throttledNumber))
    return { outcome: 'throttled', until: throttledUntil(answer, clock) };
  const isPermanent =
    status === 400 || status === 404 || numbers.some((number) => memberNumbers.has(number));
  return { outcome: 'refused', code, retryable: !isPermanent && status === 403 };
}

/** Whether a refusal applies to every call and says nothing about this member. */
export function meetsAll(answer: XAnswer): boolean {
  return whatStaffMust(answer.status, reasonOf(answer)) !== undefined;
}

/** What staff must do if a refusal applies to all. An error number about this member alone takes precedence over names. */
function whatStaffMust(status: number, { numbers, names }: XReason): string | undefined {
  if (numbers.some((number) => memberNumbers.has(number))) return undefined;
  const said = [
    ...numbers.map((number) => numbersForAll.get(number)),
    ...names.map((name) => namesForAll.get(name)),
  ].find((one) => one !== undefined);
  if (said !== undefined) return said;
  if (status === 402) return namesForAll.get('credits-depleted');
  return status === 401 ? numbersForAll.get(89) : undefined;
}
