import { describe, expect, it } from 'vitest';
import { present } from '../kernel/assert.ts';
import {
  intents,
  isPlainCommand,
  type Intent,
  type PlainCommand,
} from '../kernel/vocabulary/intent.ts';
import { institutionSettings } from '../members/institution-settings.ts';
import { currencyOf } from '../money/amount.ts';
import type { Reading } from '../reading/reading.ts';
import type { ReadingOf } from './command.ts';
import { decide, needsOf } from './decide.ts';
import { commands, listedCommands } from './index.ts';
import type { Loaded, Situation } from './situation.ts';

/** One reading of each intent, except commands without arguments. */
const readings: { readonly [I in Exclude<Intent, PlainCommand>]: ReadingOf<I> } = {
  balance: { intent: 'balance' },
  history: { intent: 'history' },
  deposits: { intent: 'deposits' },
  withdrawals: { intent: 'withdrawals' },
  checks: { intent: 'checks' },
  holds: { intent: 'holds' },
  details: { intent: 'details' },
  transfer: { intent: 'transfer', amount: '50.00' },
  pay: { intent: 'pay', to: 'mom', amount: '50.00' },
  afford: { intent: 'afford', amount: '60.00' },
  alert: { intent: 'alert', kind: 'hold' },
  alert_off: { intent: 'alert_off', number: 2 },
  quiet: { intent: 'quiet' },
  confirm: { intent: 'confirm', code: '4821' },
  help: { intent: 'help' },
  choose: { intent: 'choose', choice: 1 },
  answer: { intent: 'answer', topic: 'fees' },
  loan: { intent: 'loan', ask: 'payment' },
  language: { intent: 'language', language: 'es' },
  refused: { intent: 'refused', reason: 'same_account' },
  ambiguous: { intent: 'ambiguous', readings: [] },
  unknown: { intent: 'unknown' },
};

const readingOf = (intent: Intent): Reading =>
  isPlainCommand(intent) ? { intent } : readings[intent];

const now = Temporal.Instant.from('2026-11-23T16:42:00Z');
const until = now.add({ minutes: 5 }).toString();

function situation(more: Partial<Situation> = {}): Situation {
  return {
    now,
    today: Temporal.PlainDate.from('2026-11-23'),
    zone: 'America/Chicago',
    settings: institutionSettings.parse({}),
    currency: present(currencyOf('USD'), 'the dollar is offered'),
    channel: 'x',
    member: { id: 'm', institutionId: 1, number: '104211', name: 'Maya' },
    address: { id: 'a', memberId: 'm', channel: 'x', state: 'proven', mayMoveMoney: true },
    shares: [],
    pending: {},
    confirmationFailures: 0,
    key: 'k',
    text: '',
    unsure: false,
    confirmation: '1234',
    ...more,
  };
}

const locked = situation({ member: { ...situation().member, lockedAt: now } });

function unloaded(): never {
  throw new Error('nothing was loaded');
}

const loaded: Loaded = {
  get books(): never {
    return unloaded();
  },
  history: unloaded,
  repeated: unloaded,
  checks: unloaded,
  holds: unloaded,
  loanTerms: unloaded,
  kindOf: unloaded,
  search: unloaded,
  pastBalance: unloaded,
  usedToday: unloaded,
  alerts: unloaded,
  decided: [],
};

function replyOf(reading: Reading, given: Situation): unknown {
  const decision = decide(reading, given, loaded);
  return decision.opens ? decision.opens : decision.reply;
}

describe('the registry', () => {
  it('lets a locked member only stop, lock, reach people and learn how to continue', () => {
    const refusal = { reply: 'refused', reason: 'member_locked' };
    const allowed = intents.filter((intent) => {
      const reply = replyOf(readingOf(intent), locked);
      return JSON.stringify(reply) !== JSON.stringify(refusal);
    });
    expect(allowed.toSorted()).toEqual(
      'agent answer code contact decline dispute help lock start stop unlock'.split(' '),
    );
    for (const intent of intents.filter((one) => !allowed.includes(one)))
      expect([intent, needsOf(readingOf(intent), locked)]).toEqual([intent, {}]);
  });

  it('answers urgent texts despite any lock', () => {
    for (const care of ['secrets', 'emergency', 'crisis'] as const)
      expect(replyOf({ intent: 'unknown', care }, locked)).toMatchObject({
        reply: 'unknown',
        care,
      });
    expect(replyOf({ intent: 'unknown', care: 'hello' }, locked)).toMatchObject({
      reason: 'member_locked',
    });
  });

  it('carries out the second step of commands that a lock allows', () => {
    const asked = (what: { kind: 'dispute' } | { kind: 'lock' }) => ({
      ...locked,
      pending: { confirmation: { code: '4821', until, what } },
    });
    expect(replyOf(readings.confirm, asked({ kind: 'dispute' }))).toBe('dispute');
    expect(replyOf({ intent: 'affirm' }, asked({ kind: 'lock' }))).toMatchObject({
      reply: 'affirm_hint',
    });
  });

  it('takes a word for NO if it drops a pending question, except by SMS', () => {
    const pending = { choice: { until, options: [] } };
    expect(replyOf({ intent: 'stop' }, situation({ drops: true, pending }))).toMatchObject({
      reply: 'declined',
    });
    for (const given of [
      { drops: true },
      { pending },
      { drops: true, pending, channel: 'sms' },
    ] as const)
      expect(replyOf({ intent: 'stop' }, situation(given))).toMatchObject({ reply: 'stopped' });
  });

  it('lists every command with examples', () => {
    for (const name of listedCommands)
      expect(commands[name].examples('word', { from: '7', to: '0' })).not.toEqual([]);
    expect(listedCommands).not.toContain('pay');
  });
});
