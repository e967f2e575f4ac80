import { expect, it } from 'vitest';
import type { CoreBalance, LoanTerms } from '../../core/core.ts';
import { present } from '../../kernel/assert.ts';
import { institutionSettings } from '../../members/institution-settings.ts';
import { currencyOf } from '../../money/amount.ts';
import type { Share } from '../../shares/share.ts';
import type { Loaded, Situation } from '../situation.ts';
import { loan } from './loan.ts';

const now = Temporal.Instant.from('2026-11-23T16:42:00Z');

function share(suffix: string, kind: Share['kind']): Share {
  return {
    id: `share ${suffix}`,
    institutionId: 1,
    memberId: 'm',
    ordinal: Number(suffix) + 1,
    accountId: `account ${suffix}`,
    kind,
    currency: 'USD',
    suffix,
    role: 'owner',
    maySee: true,
    mayMoveFrom: false,
    mayMoveTo: true,
  };
}

const situation: Situation = {
  now,
  today: Temporal.PlainDate.from('2026-11-23'),
  zone: 'America/Chicago',
  settings: institutionSettings.parse({}),
  currency: present(currencyOf('USD'), 'the dollar is offered'),
  channel: 'x',
  member: { id: 'm', institutionId: 1, number: '104211', name: 'Maya' },
  address: { id: 'a', memberId: 'm', channel: 'x', state: 'proven', mayMoveMoney: true },
  shares: [share('7', 'checking'), share('3', 'loan'), share('5', 'loan')],
  pending: {},
  confirmationFailures: 0,
  key: 'k',
  text: '',
  unsure: false,
  confirmation: '1234',
};

const owing: CoreBalance = {
  ledger: 8_684_94n,
  held: 0n,
  available: 8_684_94n,
  overdraftLimit: 0n,
  currency: 'USD',
  openedOn: Temporal.PlainDate.from('2024-01-01'),
  closed: false,
};

function loaded(
  balances: Readonly<Record<string, CoreBalance>>,
  terms: Readonly<Record<string, LoanTerms>> = {},
): Loaded {
  const unasked = (): never => {
    throw new Error('not asked for');
  };
  return {
    books: { balance: (id) => balances[id], transfer: unasked },
    repeated: () => false,
    history: unasked,
    checks: unasked,
    holds: unasked,
    search: unasked,
    pastBalance: unasked,
    loanTerms: (id) => terms[id],
    kindOf: () => undefined,
    usedToday: unasked,
    alerts: unasked,
    decided: [],
  };
}

const loansIn = (reading: Parameters<typeof loan.decide>[0], given: Loaded) => {
  const { reply } = loan.decide(reading, situation, given);
  return typeof reply === 'object' && reply.reply === 'loan' ? reply.loans : undefined;
};

it('needs the balances and terms of the loans alone', () => {
  expect(loan.needs?.({ intent: 'loan', ask: 'payment' }, situation)).toEqual({
    balances: ['account 3', 'account 5'],
    loans: ['share 3', 'share 5'],
  });
  expect(loan.needs?.({ intent: 'loan', ask: 'payment', account: '5' }, situation)).toEqual({
    balances: ['account 5'],
    loans: ['share 5'],
  });
});

it('prefers the terms that a core elsewhere gives over those of the share', () => {
  const given = loaded(
    { 'account 3': { ...owing, loan: { rate: 4990 } }, 'account 5': owing },
    { 'account 3': { rate: 1 }, 'account 5': { rate: 6125 } },
  );
  expect(loansIn({ intent: 'loan', ask: 'rate' }, given)).toMatchObject([
    { share: { suffix: '3' }, rate: 4990, owed: 8_684_94n },
    { share: { suffix: '5' }, rate: 6125 },
  ]);
});

it('leaves out closed loans and those without a balance', () => {
  const given = loaded({ 'account 5': { ...owing, closed: true } });
  expect(loansIn({ intent: 'loan', ask: 'rate' }, given)).toEqual([]);
});
