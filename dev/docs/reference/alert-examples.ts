import { alertKinds } from '../../../src/kernel/vocabulary/alert-kind.ts';
import type { AlertLine } from '../../../src/wording/alert-reply.ts';
import type { Reply } from '../../../src/wording/reply.ts';
import type { AlertKey } from '../../../src/wording/text-key.ts';
import { checking, loan, on } from './example-facts.ts';

const low: AlertLine = { number: 2, kind: 'low', share: checking, amount: 100_00n };
const deposit: AlertLine = { number: 1, kind: 'deposit', amount: 500_00n };
const quiet = { from: 21 * 60, to: 7 * 60 };

/** Every text about alerts, with believable facts. */
export const alertExamples: readonly (readonly [AlertKey, Reply])[] = [
  [
    'alert',
    {
      reply: 'alert',
      news: [
        { kind: 'low', share: checking, available: 88_10n },
        { kind: 'due', share: loan, amount: 312_00n, on: on('2026-12-20') },
      ],
    },
  ],
  ['alert_set', { reply: 'alert_set', rule: low }],
  ['alert_set.sms', { reply: 'alert_set', rule: low }],
  ['alert_set.changed', { reply: 'alert_set', rule: low, was: 'changed' }],
  ['alert_set.same', { reply: 'alert_set', rule: low, was: 'same' }],
  ['alerts', { reply: 'alerts', rules: [deposit, low] }],
  ['alerts.quiet', { reply: 'alerts', rules: [low], quiet }],
  ['alerts.none', { reply: 'alerts', rules: [] }],
  ['alert_off', { reply: 'alert_off', rules: [low] }],
  ['alert_off.several', { reply: 'alert_off', rules: [deposit, low] }],
  ['alert_off.all', { reply: 'alert_off', rules: [deposit, low], all: true }],
  ['alert_off.none', { reply: 'alert_off', rules: [] }],
  ...alertKinds.map((kind): [AlertKey, Reply] => [
    `alert_how.${kind}`,
    { reply: 'alert_how', kind, example: '7' },
  ]),
  ['alert_how.none', { reply: 'alert_how', kind: 'due', example: '7', none: true }],
  ['quiet', { reply: 'quiet', quiet }],
  ['quiet.set', { reply: 'quiet', quiet, isSet: true }],
  ['quiet.off', { reply: 'quiet', isSet: true }],
  ['quiet.how', { reply: 'quiet' }],
];
