import { describe, expect, it } from 'vitest';
import { institutionSettings } from '../members/institution-settings.ts';
import type { Share } from '../shares/share.ts';
import { wantsStepUp, type StepUpFacts } from './step-up.ts';

const share = (id: string): Share => ({
  id,
  institutionId: 1,
  memberId: 'm',
  ordinal: 1,
  accountId: `account ${id}`,
  kind: 'checking',
  currency: 'USD',
  suffix: id,
  role: 'owner',
  maySee: true,
  mayMoveFrom: true,
  mayMoveTo: true,
});
const from = share('7');
const to = share('0');

function wants(amount: bigint, stepUp: object | undefined, more: Partial<StepUpFacts> = {}) {
  return wantsStepUp(
    { amount, from, to },
    {
      settings: institutionSettings.parse({ stepUp }),
      channel: 'x',
      sender: 'authenticated',
      hasTime: true,
      refusal: undefined,
      decided: [],
      repeated: false,
      books: {
        balance: () => ({
          closed: false,
          currency: 'USD',
          ledger: 100_000n,
          available: 100_000n,
          held: 0n,
          overdraftLimit: 50_000n,
          openedOn: Temporal.PlainDate.from('2020-01-01'),
        }),
      },
      ...more,
    },
  );
}

describe('an approval is wanted', () => {
  it.each([
    ['above the channel’s amount', 10_001n, { above: { x: 10_000 } }, {}, true],
    ['not at it', 10_000n, { above: { x: 10_000 } }, {}, false],
    ['not by another channel’s', 10_001n, { above: { sms: 10_000 } }, {}, false],
    ['for every amount', 1n, { above: { x: 0 } }, {}, true],
    ['not without the setting', 1_000_000n, undefined, {}, false],
    ['not by an empty one', 1_000_000n, {}, {}, false],
    [
      'beyond the limit',
      1n,
      { beyondLimits: true },
      { refusal: { reason: 'limit_exceeded' } },
      true,
    ],
    [
      'beyond the day’s limit',
      1n,
      { beyondLimits: true },
      { refusal: { reason: 'daily_limit_exceeded' } },
      true,
    ],
    [
      'not beyond it if the institution does not want that',
      10_001n,
      { above: { x: 10_000 } },
      { refusal: { reason: 'limit_exceeded' } },
      false,
    ],
    [
      'never for what a lock refuses',
      10_001n,
      { above: { x: 10_000 }, beyondLimits: true },
      { refusal: { reason: 'money_locked' } },
      false,
    ],
    ['for an overdraft', 100_001n, { risks: ['overdraft'] }, {}, true],
    ['not within the balance', 100_000n, { risks: ['overdraft'] }, {}, false],
    ['for an unproven sender', 1n, { risks: ['unproven_sender'] }, { sender: 'claimed' }, true],
    ['without a time', 1n, { risks: ['unproven_sender'] }, { hasTime: false }, true],
    ['not for a proven one', 1n, { risks: ['unproven_sender'] }, {}, false],
    [
      'for a repeat',
      500n,
      { risks: ['repeat'] },
      { decided: [{ fromAccountId: 'account 7', toAccountId: 'account 0', amount: 500n }] },
      true,
    ],
    ['for a repeat that the books have', 500n, { risks: ['repeat'] }, { repeated: true }, true],
    [
      'not for another amount',
      501n,
      { risks: ['repeat'] },
      { decided: [{ fromAccountId: 'account 7', toAccountId: 'account 0', amount: 500n }] },
      false,
    ],
  ] as const)('%s', (_what, amount, stepUp, more, expected) => {
    expect(wants(amount, stepUp, more)).toBe(expected);
  });
});
