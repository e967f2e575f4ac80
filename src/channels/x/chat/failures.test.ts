import { expect, it } from 'vitest';
import { manualClock } from '../../../kernel/clock.ts';
import { outcomeOfFailure } from './failures.ts';

const clock = manualClock('2026-11-30T15:00:00Z');

/** All failures that X numbers, in the engine's words: what becomes of the message, and what is done before the next attempt. */
it.each([
  ['emptyDetail', 'prepared again', 'other_kind'],
  ['internalError', 'same bytes again', undefined],
  ['contentsTooLarge', 'prepared again', 'other_kind'],
  ['tooManyMessages', 'throttled', undefined],
  ['invalidSenderSignature', 'staff', undefined],
  ['nonLatestKeyVersion', 'prepared again', 'read_keys'],
  ['recipientNotTrusted', 'prepared again', 'other_kind'],
  ['recipientKeyChanged', 'prepared again', 'change_key'],
  ['onlyEncryptedMessagesAllowed', 'prepared again', 'other_kind'],
  ['requesterNotAdmin', 'prepared again', 'other_kind'],
  ['flaggedAsSpam', 'staff', undefined],
  ['rateLimitUpsell', 'throttled', undefined],
  ['signatureFailedToVerifyAgainstPublicKey', 'staff', undefined],
  ['genericError', 'same bytes again', undefined],
  ['senderNotGroupMember', 'prepared again', 'other_kind'],
  ['invalidSignatureVersion', 'staff', undefined],
  ['invalidPinRequest', 'prepared again', 'other_kind'],
  ['tooManyPins', 'prepared again', 'other_kind'],
  ['unknown', 'staff', undefined],
  ['somethingNew', 'staff', undefined],
])('after %s a message is: %s', (failure, becomes, repair) => {
  const { outcome, ...rest } = outcomeOfFailure(failure, { clock, isUnderOlderKeys: false });
  expect(rest.repair).toBe(repair);
  if (outcome.outcome === 'throttled') {
    expect(outcome.staffMust ? 'staff' : 'throttled').toBe(becomes);
    return;
  }
  expect(outcome).toMatchObject({ outcome: 'refused' });
  if (outcome.outcome !== 'refused') return;
  expect(outcome.code).toMatch(/^x_chat_[a-z_]+$/);
  const repeats = outcome.prepareAgain ? 'prepared again' : 'same bytes again';
  const seen = outcome.retryable ? repeats : 'given up';
  expect(seen).toBe(becomes);
});

it('calls nobody where X refuses a signature from before our keys were rotated', () => {
  const of = { clock, isUnderOlderKeys: true };
  for (const failure of [
    'invalidSenderSignature',
    'signatureFailedToVerifyAgainstPublicKey',
    'invalidSignatureVersion',
  ])
    expect(outcomeOfFailure(failure, of)).toMatchObject({
      outcome: { outcome: 'refused', retryable: true, prepareAgain: true },
    });
});
