import type { Clock } from '../../../kernel/clock.ts';
import type { SendOutcome } from '../../../messages/channel.ts';

/** What must be done before the next attempt, if anything. */
export type Repair = 'read_keys' | 'change_key' | 'other_kind';

export interface FailureOutcome {
  readonly outcome: SendOutcome;
  readonly repair?: Repair;
}

/** X names no time for a daily cap. What waits for staff is tried as seldom. */
const throttledMinutes = 15;

const ourKeys =
  'X refuses our signature in X Chat: our keys are not the registered ones. See `tmm x chat keys status`';

/**
 * What a failure inside a 201 means. The names are the engine's for X's numbers. None of them has sent the message: what is refused for
 * now may be sent again as it is, and what needs another key is prepared again.
 * @param of `isUnderOlderKeys`: the message was signed before our keys were rotated
 */
export function outcomeOfFailure(
  failure: string,
  { clock, isUnderOlderKeys }: { readonly clock: Clock; readonly isUnderOlderKeys: boolean },
): FailureOutcome {
  const code = `x_chat_${failure.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
  const again = { outcome: { outcome: 'refused', code, retryable: true } } as const;
  const preparedAgain = { ...again.outcome, prepareAgain: true } as const;
  const later = {
    outcome: 'throttled',
    until: clock.now().add({ minutes: throttledMinutes }),
  } as const;
  switch (failure) {
    case 'internalError':
    case 'genericError':
      return again;
    case 'tooManyMessages':
    case 'rateLimitUpsell':
      return { outcome: later };
    case 'invalidSenderSignature':
    case 'signatureFailedToVerifyAgainstPublicKey':
    case 'invalidSignatureVersion':
      // Nothing is wrong with our keys: it is signed with the newer ones.
      if (isUnderOlderKeys) return { outcome: preparedAgain };
      return { outcome: { ...later, prepareAgain: true, staffMust: ourKeys } };
    case 'nonLatestKeyVersion':
      return { outcome: preparedAgain, repair: 'read_keys' };
    case 'recipientNotTrusted':
      return { outcome: preparedAgain, repair: 'other_kind' };
    case 'recipientKeyChanged':
      return { outcome: preparedAgain, repair: 'change_key' };
    case 'flaggedAsSpam':
      return {
        outcome: {
          ...later,
          staffMust:
            'X takes our X Chat messages for spam: appeal at X. They wait, or go by another way',
        },
      };
    case 'emptyDetail':
    case 'contentsTooLarge':
    case 'onlyEncryptedMessagesAllowed':
    case 'requesterNotAdmin':
    case 'senderNotGroupMember':
    case 'invalidPinRequest':
    case 'tooManyPins':
      // Refused for good in this kind, but not in the other.
      return { outcome: preparedAgain, repair: 'other_kind' };
    default:
      return {
        outcome: {
          ...later,
          staffMust: `X refuses an X Chat message for a reason that this version does not know (${code}): update the program, or ask X`,
        },
      };
  }
}
