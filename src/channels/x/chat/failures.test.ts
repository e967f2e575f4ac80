import { expect, it } from 'vitest';
import { manualClock } from '../../../kernel/clock.ts';
import { outcomeOfFailure } from './failures.ts';

const clock = manualClock('2026-11-30T15:00:00Z');

/** All failures that X numbers, in the engine's words: what becomes of the message, and what is done before the next attempt. */
it.each([
  ['emptyDetail', 'given up', undefined],
  ['internalError', 'same bytes again', undefined],
  ['contentsTooLarge', 'given up', undefined],
  ['tooManyMessages', 'throttled', undefined],
  ['invalidSenderSignature', 'staff', undefined],
  ['nonLatestKeyVersion', 'prepared anew', 'read_keys'],
  ['recipientNotTrusted', 'prepared anew', 'other_kind'],
  ['recipientKeyChanged', 'prepared anew', 'change_key'],
  ['onlyEncryptedMessagesAllowed', 'given up', undefined],
  ['requesterNotAdmin', 'given up', undefined],
  ['flaggedAsSpam', 'staff', undefined],
  ['rateLimitUpsell', 'throttled', undefined],
  ['signatureFailedToVerifyAgainstPublicKey', 'staff', undefined],
  ['genericError', 'same bytes again', undefined],
  ['senderNotGroupMember', 'given up', undefined],
  ['invalidSignatureVersion', 'staff', undefined],
  ['invalidPinRequest', 'given up', undefined],
  ['tooManyPins', 'given up', undefined],
  ['unknown', 'given up', undefined],
])('after %s a message is: %s', (failure, becomes, repair) => {
  const { outcome, ...rest } = outcomeOfFailure(failure, clock);
  expect(rest.repair).toBe(repair);
  if (outcome.outcome === 'throttled') {
    expect(outcome.staffMust ? 'staff' : 'throttled').toBe(becomes);
    return;
  }
  expect(outcome).toMatchObject({ outcome: 'refused' });
  if (outcome.outcome !== 'refused') return;
  expect(outcome.code).toMatch(/^x_chat_[a-z_]+$/);
  const repeats = outcome.prepareAgain ? 'prepared anew' : 'same bytes again';
  const seen = outcome.retryable ? repeats : 'given up';
  expect(seen).toBe(becomes);
});
