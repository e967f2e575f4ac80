import type { Reply } from '../../../src/wording/reply.ts';
import { announcements } from '../../../src/kernel/vocabulary/change.ts';
import { answeredByText, helpTopics } from '../../../src/kernel/vocabulary/intent.ts';
import { moneyDoubts } from '../../../src/kernel/vocabulary/lock-reason.ts';
import { cares } from '../../../src/kernel/vocabulary/care.ts';
import { refusalReasons } from '../../../src/kernel/vocabulary/refusal-reason.ts';
import { alertExamples } from './alert-examples.ts';
import { answerExamples } from './answer-examples.ts';
import { approvalExamples } from './approval-examples.ts';
import { enrollmentExamples } from './enrollment-examples.ts';
import { exampleNow as now } from './example-voice.ts';
import { foundExamples } from './found-examples.ts';
import {
  affording,
  checking,
  savings,
  house,
  certificate,
  loan,
  shares,
  transfer,
  confirming,
  on,
  holds,
  listing,
} from './example-facts.ts';
import { guessedExamples } from './guessed-examples.ts';
import { peopleExamples } from './people-examples.ts';
import type { HelpKey, TextKey } from '../../../src/wording/text-key.ts';

/**
 * Believable facts for every text. The reference shows them, and tests hold every language to one
 * segment with them.
 */

const examples: readonly (readonly [TextKey, Reply])[] = [
  [
    'balance',
    {
      reply: 'balance',
      share: checking,
      available: 1_204_33n,
      ledger: 1_204_33n,
      holds: [],
      at: now,
    },
  ],
  [
    'balance.holds',
    {
      reply: 'balance',
      share: checking,
      available: 1_184_33n,
      ledger: 1_254_33n,
      holds,
      at: now,
    },
  ],
  [
    'balance.differs',
    { reply: 'balance', share: certificate, available: 0n, ledger: 5_000_00n, holds: [], at: now },
  ],
  [
    'balance.overdrawn',
    { reply: 'balance', share: checking, available: -23_50n, ledger: -23_50n, holds: [], at: now },
  ],
  [
    'balance.loan',
    { reply: 'balance', share: loan, available: 8_200_00n, ledger: 8_200_00n, holds: [], at: now },
  ],
  [
    'balances',
    {
      reply: 'balances',
      shares: [
        { ...checking, available: 1_204_33n },
        { ...savings, available: 550_00n },
        { ...house, available: 12_310_07n },
        { ...loan, available: 8_200_00n },
      ],
      at: now,
    },
  ],
  ...alertExamples,
  ...foundExamples,
  [
    'check',
    {
      reply: 'check',
      number: '1042',
      cleared: { share: checking, amount: 45_00n, on: on('2026-11-18'), others: 0 },
    },
  ],
  [
    'check.others',
    {
      reply: 'check',
      number: '1042',
      cleared: { share: checking, amount: 45_00n, on: on('2026-11-18'), others: 1 },
    },
  ],
  ['check.none', { reply: 'check', number: '1042' }],
  [
    'holds',
    {
      reply: 'holds',
      share: checking,
      holds: holds.map((hold) => ({ ...hold, share: checking })),
      at: now,
    },
  ],
  [
    'holds.all',
    {
      reply: 'holds',
      holds: [
        ...holds.map((hold) => ({ ...hold, share: checking })),
        { amount: 15_00n, description: 'HOTEL DEPOSIT', share: savings },
      ],
      at: now,
    },
  ],
  ['holds.none', { reply: 'holds', share: checking, holds: [], at: now }],
  ['holds.none_all', { reply: 'holds', holds: [], at: now }],
  ['afford', { ...affording, amount: undefined, verdict: 'room', isPayday: true }],
  ['afford.free', { ...affording, amount: undefined, verdict: 'room', dues: [], room: 1_204_33n }],
  [
    'afford.nothing',
    { ...affording, amount: undefined, verdict: 'room', available: 100_00n, room: -77_50n },
  ],
  ['afford.yes', { ...affording, verdict: 'yes' }],
  ['afford.yes.free', { ...affording, verdict: 'yes', dues: [], room: 1_204_33n }],
  ['afford.no', { ...affording, verdict: 'no', available: 200_00n, room: 22_50n, income: 90_00n }],
  ['afford.no.now', { ...affording, verdict: 'no', available: 41_20n, room: 41_20n, dues: [] }],
  [
    'afford.unknown',
    {
      reply: 'afford',
      share: checking,
      available: 1_204_33n,
      amount: 60_00n,
      verdict: 'unknown',
    },
  ],
  [
    'accounts',
    {
      reply: 'accounts',
      shares: shares.map((share) => ({ ...share, isDefault: share === checking })),
    },
  ],
  [
    'details',
    {
      reply: 'details',
      share: checking,
      kind: 'checking',
      available: 1_204_33n,
      ledger: 1_254_33n,
      held: 50_00n,
      overdraftLimit: 500_00n,
      openedOn: on('2019-03-14'),
      lastActivityOn: on('2026-11-20'),
      at: now,
    },
  ],
  [
    'details.loan',
    {
      reply: 'details',
      share: loan,
      kind: 'loan',
      available: 8_200_00n,
      ledger: 8_200_00n,
      held: 0n,
      overdraftLimit: 0n,
      openedOn: on('2024-06-01'),
      lastActivityOn: on('2026-11-01'),
      at: now,
    },
  ],
  ...answerExamples,
  [
    'limits',
    {
      reply: 'limits',
      perTransfer: 500_00n,
      perDay: 1_000_00n,
      leftToday: 950_00n,
      readOnly: false,
    },
  ],
  [
    'limits.confirm',
    {
      reply: 'limits',
      perTransfer: 500_00n,
      perDay: 1_000_00n,
      leftToday: 950_00n,
      confirmAbove: 200_00n,
      readOnly: false,
    },
  ],
  [
    'limits.always',
    {
      reply: 'limits',
      perTransfer: 500_00n,
      perDay: 1_000_00n,
      leftToday: 950_00n,
      asksAlways: true,
      readOnly: false,
    },
  ],
  [
    'limits.read_only',
    { reply: 'limits', perTransfer: 500_00n, perDay: 1_000_00n, leftToday: 0n, readOnly: true },
  ],
  [
    'limits.locked',
    {
      reply: 'limits',
      perTransfer: 500_00n,
      perDay: 1_000_00n,
      leftToday: 0n,
      readOnly: false,
      locked: true,
    },
  ],
  ['confirm_transfer', { reply: 'confirm_transfer', transfer, ...confirming, why: 'policy' }],
  [
    'confirm_transfer.repeat',
    { reply: 'confirm_transfer', transfer, ...confirming, why: 'repeat' },
  ],
  [
    'confirm_transfer.unclear',
    { reply: 'confirm_transfer', transfer, ...confirming, why: 'unclear' },
  ],
  [
    'confirm_transfer.overdraft',
    { reply: 'confirm_transfer', transfer, ...confirming, why: 'overdraft' },
  ],
  [
    'transferred',
    {
      reply: 'transferred',
      transfer,
      fromAvailable: 1_154_33n,
      toAvailable: 550_00n,
      at: now,
      receipt: '1-213',
    },
  ],
  [
    'transferred.found',
    { reply: 'transferred', transfer, at: now, receipt: 'JRN-2026-11-23-4711' },
  ],
  ['transfer_pending', { reply: 'transfer_pending', transfer }],
  ['transfer_unconfirmed', { reply: 'transfer_unconfirmed', transfer, reference: 'T-1123-0042' }],
  ['transfer_not_made', { reply: 'transfer_not_made', transfer, why: 'refused' }],
  ['transfer_not_made.funds', { reply: 'transfer_not_made', transfer, why: 'funds' }],
  ['transfer_not_made.away', { reply: 'transfer_not_made', transfer, why: 'away' }],
  ...approvalExamples,
  ['affirm_hint', { reply: 'affirm_hint', ...confirming }],
  ['affirm_hint.ok', { reply: 'affirm_hint', said: 'ok', ...confirming }],
  ['declined', { reply: 'declined' }],
  ['declined.still', { reply: 'declined', still: confirming }],
  ['declined.waits', { reply: 'declined', waits: { transfer, until: confirming.until } }],
  ['nothing_pending', { reply: 'nothing_pending' }],
  ['confirmation_wrong', { reply: 'confirmation_wrong', triesLeft: 3 }],
  ['confirmation_replaced', { reply: 'confirmation_replaced', ...confirming }],
  ['confirmation_expired', { reply: 'confirmation_expired' }],
  ['money_locked_now', { reply: 'money_locked_now' }],
  [
    'choose',
    { reply: 'choose', question: 'which_share', options: shares.map((share) => ({ share })) },
  ],
  [
    'choose.transfer_from',
    { reply: 'choose', question: 'transfer_from', options: [{ share: savings }, { share: house }] },
  ],
  [
    'choose.transfer_to',
    { reply: 'choose', question: 'transfer_to', options: [{ share: savings }, { share: house }] },
  ],
  ...guessedExamples,
  [
    'choose.which_transfer',
    {
      reply: 'choose',
      question: 'which_transfer',
      options: [{ transfer }, { transfer: { amount: 7_00n, from: checking, to: house } }],
    },
  ],
  ['choice_range', { reply: 'choice_range', count: 2 }],
  ['edit_ignored', { reply: 'edit_ignored' }],
  ['group_ignored', { reply: 'group_ignored' }],
  ['choice_gone', { reply: 'choice_gone' }],
  ['no_more', { reply: 'no_more' }],
  ['confirm_lock', { reply: 'confirm_lock', ...confirming }],
  ['locked', { reply: 'locked', at: now }],
  ['already_locked', { reply: 'already_locked' }],
  ['unlock_where', { reply: 'unlock_where' }],
  ['code_where', { reply: 'code_where' }],
  ['confirm_dispute', { reply: 'confirm_dispute', ...confirming }],
  ['confirm_dispute.loss', { reply: 'confirm_dispute', ...confirming, lossCall: '800-522-6009' }],
  [
    'dispute_opened',
    { reply: 'dispute_opened', reference: 'D-1042', at: now, due: on('2026-12-08') },
  ],
  ['agent', { reply: 'agent', reference: 'A-1043' }],
  [
    'not_stopped',
    { reply: 'not_stopped', what: 'payment', reference: 'A-1043', call: '800-522-6009' },
  ],
  ['not_stopped.closed', { reply: 'not_stopped', what: 'payment', reference: 'A-1043' }],
  [
    'not_stopped.card',
    { reply: 'not_stopped', what: 'card', reference: 'A-1043', call: '800-522-6009' },
  ],
  ['not_stopped.card.closed', { reply: 'not_stopped', what: 'card', reference: 'A-1043' }],
  ['language_changed', { reply: 'language_changed' }],
  ...answeredByText.map((reply): readonly [TextKey, Reply] => [reply, { reply }]),
  ['help', { reply: 'help' }],
  ['help.sms', { reply: 'help' }],
  ...helpTopics.map((topic): readonly [HelpKey, Reply] => [
    `help.${topic}` satisfies HelpKey,
    { reply: 'help', topic },
  ]),
  ['stopped', { reply: 'stopped' }],
  ['started', { reply: 'started' }],
  ['started.sms', { reply: 'started' }],
  ['started.locked', { reply: 'started', locked: true }],
  ['started.sms.locked', { reply: 'started', locked: true }],
  ['unknown', { reply: 'unknown' }],
  ...cares.map((care): readonly [TextKey, Reply] => [`care.${care}`, { reply: 'unknown', care }]),
  ['amount_missing', { reply: 'amount_missing' }],
  ['unknown.suggestion', { reply: 'unknown', suggestion: '#hist 7' }],
  ...refusalReasons.map((reason): readonly [TextKey, Reply] => [
    `refused.${reason}`,
    { reply: 'refused', reason },
  ]),
  ['refused.too_late.again', { reply: 'refused', reason: 'too_late', again: '#trans 50.00 7 0' }],
  ...listing.map((reason): readonly [TextKey, Reply] => [
    `refused.${reason}.shares`,
    { reply: 'refused', reason, shares },
  ]),
  [
    'refused.share_not_found.named',
    { reply: 'refused', reason: 'share_not_found', named: 'vacation', shares },
  ],
  ['refused.share_not_found.none', { reply: 'refused', reason: 'share_not_found', shares: [] }],
  [
    'refused.share_not_movable.share',
    { reply: 'refused', reason: 'share_not_movable', share: certificate },
  ],
  ['refused.account_closed.share', { reply: 'refused', reason: 'account_closed', share: house }],
  ['refused.limit_exceeded.limit', { reply: 'refused', reason: 'limit_exceeded', limit: 500_00n }],
  [
    'refused.daily_limit_exceeded.limit',
    { reply: 'refused', reason: 'daily_limit_exceeded', limit: 120_00n },
  ],
  [
    'refused.daily_limit_exceeded.used',
    { reply: 'refused', reason: 'daily_limit_exceeded', limit: 0n },
  ],
  [
    'refused.insufficient_funds.share',
    { reply: 'refused', reason: 'insufficient_funds', share: checking, available: 31_20n },
  ],
  ['refused.exceeds_owed', { reply: 'refused', reason: 'exceeds_owed' }],
  [
    'refused.exceeds_owed.share',
    {
      reply: 'refused',
      reason: 'exceeds_owed',
      share: { suffix: '3', kind: 'loan', nickname: 'Car' },
      available: 8_684_94n,
    },
  ],
  ['stranger', { reply: 'stranger' }],
  ['public_warning', { reply: 'public_warning' }],
  ['public_warning.notice', { reply: 'public_warning', notice: true }],
  ...enrollmentExamples,
  ['enrolment_word', { reply: 'enrolment_word' }],
  ['inactivity_warning', { reply: 'inactivity_warning', day: on('2026-12-07') }],
  ...moneyDoubts.map((why): readonly [TextKey, Reply] => [
    `money_doubt.${why}`,
    { reply: 'money_doubt', why },
  ]),
  ...announcements.map((what): readonly [TextKey, Reply] => [
    `announced.${what}`,
    { reply: 'announced', what },
  ]),
  ...peopleExamples,
  ['failed', { reply: 'failed', reference: 'F-1044' }],
];

/** Gives one believable reply for each text. */
export const replyExamples: ReadonlyMap<TextKey, Reply> = new Map(examples);
