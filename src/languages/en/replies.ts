import { posted } from './posted.ts';
import { textsOfCommands } from '../../wording/command-texts.ts';
import { affordTexts } from './afford.ts';
import { approvalTexts } from './approvals.ts';
import { alertSayings, alertTexts } from './alerts.ts';
import { enAnswers } from './answers.ts';
import { channels } from './channels.ts';
import { enGuessed } from './guessed.ts';
import { enCommands } from './commands.ts';
import { found, foundTexts } from './found.ts';
import { enHelp } from './help.ts';
import { loanTexts, loanWords } from './loans.ts';
import { enNotices } from './notices.ts';
import { enRefusals } from './refusals.ts';
import type { PlainTexts, Locale } from '../../wording/locale.ts';

const plain: PlainTexts = {
  balance: ['{share}: {available} available {when}.', '{suffix}: {available} available {when}.'],
  'balance.holds': [
    '{share}: {available} available {when}. Balance {ledger}, less {holds}.',
    '{suffix}: {available} available {when}. Balance {ledger}, less {holds}.',
  ],
  'balance.differs': [
    '{share}: {available} available {when}. Balance {ledger}.',
    '{suffix}: {available} available {when}. Balance {ledger}.',
  ],
  'balance.overdrawn': [
    '{share}: overdrawn by {short} {when}. Nothing is available.',
    '{suffix}: overdrawn by {short} {when}.',
  ],
  'balance.loan': ['{share}: {owed} owed {when}.', '{suffix}: {owed} owed {when}.'],
  balances: ['Available: {shares}. {when}.'],
  history: [
    '{share}, {latest}: {rows}.',
    '{share}: {rows}.',
    '{share}: {rows_short}.',
    '{suffix}: {rows_short}.',
    '{suffix}: {rows_bare}.',
  ],
  'history.more': [
    '{share}, {latest}: {rows}. Older: MORE.',
    '{share}: {rows}. Older: MORE.',
    '{share}: {rows_short}. Older: MORE.',
    '{suffix}: {rows_short}. Older: MORE.',
    '{suffix}: {rows_bare}. Older: MORE.',
  ],
  'history.none': ['{share}: {none} yet.'],
  check: ['Check {number} for {amount} cleared {day} from {share}.'],
  'check.others': [
    'Check {number} for {amount} cleared {day} from {share}. More with this number: {others}. See #checks {suffix}.',
    'Check {number} for {amount} cleared {day}, account {suffix}. More with this number: {others}.',
  ],
  'check.none': [
    'Check {number} has not cleared on any of your accounts. #checks lists the ones that have.',
  ],
  holds: [
    '{share}: {total}: {list}. {when}.',
    '{suffix}: {total}: {list}. {when}.',
    '{suffix}: {total}. {when}.',
  ],
  'holds.all': ['{total}: {list}. {when}.', '{total}. {when}. One account: #holds 7.'],
  'holds.none': [
    '{share}: no holds {when}. Your full balance is available.',
    '{suffix}: no holds {when}.',
  ],
  'holds.none_all': ['No holds on your accounts {when}.'],
  accounts: [
    'Your accounts: {shares}. Use the number, as in #bal {example}. For all of them: #bal.',
    'Your accounts: {shares}. For one: #bal {example}.',
    '{shares}.',
  ],
  details: [
    '{share}: {available} available {when}. Balance {ledger}, holds {held}, {overdraft}. Opened {opened}, {activity}.',
    '{share}: {available} available {when}. Balance {ledger}, holds {held}, {overdraft}. Opened {opened}.',
    '{suffix}: {available} available {when}. Balance {ledger}, holds {held}, {overdraft}.',
  ],
  'details.loan': [
    '{share}: {owed} owed {when}. Opened {opened}, {activity}.',
    '{suffix}: {owed} owed {when}.',
  ],
  limits: [
    'From {address} you can move up to {per_transfer} at a time and {per_day} a day. Left today: {left}.',
    'Up to {per_transfer} at a time, {per_day} a day. Left today: {left}.',
  ],
  'limits.confirm': [
    'From {address} you can move up to {per_transfer} at a time and {per_day} a day. Left today: {left}. Above {confirm_above} we ask you to confirm.',
    'Up to {per_transfer} at a time, {per_day} a day. Left today: {left}. Above {confirm_above} we ask you to confirm.',
  ],
  'limits.always': [
    'From {address} you can move up to {per_transfer} at a time and {per_day} a day. Left today: {left}. We ask you to confirm each transfer.',
    'Up to {per_transfer} at a time, {per_day} a day. Left today: {left}. We ask you to confirm each transfer.',
  ],
  'limits.read_only': [
    "{address} can check your accounts but can't move money. To allow transfers, sign in to {portal} and open Messages.",
    "{address} can't move money. To allow transfers, sign in to {portal} first.",
  ],
  'limits.locked': [
    'Transfers from {address} are locked. To unlock them, sign in to {portal} and open Messages.',
    'Transfers are locked here. To unlock them, sign in to {portal} first.',
  ],
  confirm_transfer: [
    'Nothing moved yet. Move {amount} from {from} to {to}? Reply OK {confirmation} by {until}, or NO.',
    'Nothing moved yet. Move {amount} from {from_suffix} to {to_suffix}? Reply OK {confirmation} by {until}, or NO.',
  ],
  'confirm_transfer.repeat': [
    'You just made this transfer. Nothing more moved yet. Move {amount} from {from} to {to} again? Reply OK {confirmation} by {until}, or NO.',
    'You just made this transfer. Again {amount} from {from} to {to}? Nothing more moved yet. Reply OK {confirmation} by {until}, or NO.',
    'You just made this transfer. Nothing more moved yet. Again {amount}, {from_suffix} to {to_suffix}? Reply OK {confirmation} by {until}, or NO.',
  ],
  'confirm_transfer.unclear': [
    'Nothing moved yet. Did you mean: move {amount} from {from} to {to}? Reply OK {confirmation} by {until}, or NO.',
    'Nothing moved yet. Did you mean: {amount} from {from_suffix} to {to_suffix}? Reply OK {confirmation} by {until}, or NO.',
  ],
  'confirm_transfer.overdraft': [
    'Nothing moved yet. {amount} from {from} to {to} would use your overdraft limit. Go ahead? Reply OK {confirmation} by {until}, or NO.',
    'Nothing moved yet. {amount}, {from_suffix} to {to_suffix}, would overdraw {from_suffix}. Go ahead? Reply OK {confirmation} by {until}, or NO.',
  ],
  transferred: [
    'Moved {amount}, {from} to {to}. Now available: {from_suffix}: {from_available}; {to_suffix}: {to_available}. Receipt {receipt}, {time}.',
    'Moved {amount}, {from_suffix} to {to_suffix}. Now available: {from_suffix}: {from_available}; {to_suffix}: {to_available}. Receipt {receipt}, {time}.',
  ],
  'transferred.found': [
    'Confirmed: {amount} was moved, {from} to {to}. Receipt {receipt}, {time}.',
    'Confirmed: {amount} was moved, {from_suffix} to {to_suffix}. Receipt {receipt}, {time}.',
  ],
  transfer_pending: [
    'Your transfer of {amount}, {from} to {to}, is being processed. We will message you when it is done. Please do not send it again.',
    'Your transfer of {amount}, {from_suffix} to {to_suffix}, is being processed. We will message you when it is done. Please do not send it again.',
  ],
  transfer_unconfirmed: [
    'Your transfer of {amount}, {from} to {to}, is not confirmed yet. Do not send it again. Reference {reference}: we are checking.',
    'Your transfer of {amount}, {from_suffix} to {to_suffix}, is not confirmed yet. Do not send it again. Reference {reference}: we are checking.',
  ],
  transfer_not_made: [
    'Your transfer of {amount}, {from} to {to}, was refused, so nothing moved. Questions? Call {phone}.',
    'Your transfer of {amount}, {from_suffix} to {to_suffix}, was refused, so nothing moved. Questions? Call {phone}.',
  ],
  'transfer_not_made.funds': [
    'Your transfer of {amount}, {from} to {to}, was refused for lack of funds, so nothing moved. #bal shows what is available.',
    'Your transfer of {amount}, {from_suffix} to {to_suffix}, was refused for lack of funds, so nothing moved. #bal shows what is available.',
  ],
  'transfer_not_made.away': [
    'Your transfer of {amount}, {from} to {to}, did not go through, so nothing moved. If you still want it, send it again.',
    'Your transfer of {amount}, {from_suffix} to {to_suffix}, did not go through, so nothing moved. If you still want it, send it again.',
  ],
  affirm_hint: [
    'Not done yet: YES alone does nothing. To go ahead, reply OK {confirmation} by {until}. To cancel, reply NO.',
  ],
  'affirm_hint.ok': [
    'Almost: to go ahead, reply OK and the four digits, OK {confirmation}, by {until}. To cancel, reply NO. Nothing has been done yet.',
  ],
  language_changed: [
    'From now on, we will write to you in English. To change, just send ESPAÑOL or FRANÇAIS.',
  ],
  declined: ['All right, canceled: nothing was done.'],
  'declined.still': [
    'All right, that one is canceled: nothing was done. Your earlier request is still waiting: reply OK {confirmation} by {until}, or NO.',
  ],
  nothing_pending: [
    'Nothing is waiting for your OK or NO, so nothing was done. #bal shows your balances, HELP lists what you can do.',
  ],
  confirmation_wrong: [
    "That's not the number we sent, so nothing was done. Check it and reply OK and the number. {tries} left before transfers are locked here.",
    'Not the number we sent; nothing was done. Check it and try again: {tries} left before transfers are locked here.',
  ],
  confirmation_replaced: [
    'That number is from an earlier request, now canceled, so nothing was done. For the current one, reply OK {confirmation} by {until}, or NO.',
  ],
  confirmation_expired: [
    'Too late: that request has expired, so nothing was done. If you still want it, send the command again.',
  ],
  money_locked_now: [
    'Five wrong numbers: transfers from {address} are now locked. Nothing moved. To unlock, sign in to {portal} or call {phone}.',
    'Five wrong numbers: transfers are now locked here. Nothing moved. To unlock, sign in to {portal} or call {phone}.',
  ],
  choose: ['Which account? {options}. Reply {one_of}.'],
  'choose.transfer_from': ['Nothing moved yet. From which account? {options}. Reply {one_of}.'],
  'choose.transfer_to': ['Nothing moved yet. To which account? {options}. Reply {one_of}.'],
  'choose.which_transfer': ['Nothing moved yet. Which one? {options}. Reply {one_of}, or NO.'],
  ...enGuessed.texts,
  choice_range: [
    'The list goes from 1 to {count}. Reply with one of those numbers, or NO. Nothing has been done yet.',
  ],
  edit_ignored: ["Edits aren't acted on. Send it again as a new message."],
  group_ignored: [
    "We don't read group chats, where others would see your accounts. Write to us here, in our own chat.",
  ],
  choice_gone: ['That list is no longer active, so nothing was done. Please ask again.'],
  no_more: ['That is the whole list. To start over: #hist 7, #dep 7, #wd 7 or #checks 7.'],
  confirm_lock: [
    'Not locked yet. Stop all messages and all transfers, in {portal} too? Reply OK {confirmation} by {until}, or NO.',
  ],
  locked: [
    'Locked at {time}: messages show nothing and no money moves, even in {portal}, until you unlock there. No one is signed out. Urgent? Call {phone}.',
    'Locked at {time}: no money moves, even in {portal}, until you unlock there. No one is signed out. Urgent? Call {phone}.',
  ],
  already_locked: [
    'The service is already locked, and no money moves, even in {portal}. To unlock, sign in there. Urgent? Call {phone}.',
  ],
  unlock_where: [
    "For your safety, you can't unlock by message. Sign in to {portal} at {site} and unlock there, or call {phone}.",
    "For your safety, you can't unlock by message. Sign in to {portal}, or call {phone}.",
  ],
  code_where: [
    'For your safety, you can change your code only in {portal}, not by message. Sign in at {site} and open Messages. We never ask for it.',
    'You can change your code only in {portal}, not by message. We never ask for it.',
  ],
  confirm_dispute: [
    "Is there an error, or wasn't it you? To open a case, reply OK {confirmation} by {until}, or NO. Or call {phone}. LOCK stops the service.",
    "Is there an error, or wasn't it you? To open a case, reply OK {confirmation} by {until}, or NO. Or call {phone}.",
  ],
  'confirm_dispute.loss': [
    'Lost or stolen: call {call} now. To open a case for the error too, reply OK {confirmation} by {until}, or NO. LOCK stops this service.',
    'Lost or stolen: call {call} now. To open a case for the error too, reply OK {confirmation} by {until}, or NO.',
  ],
  dispute_opened: [
    'Case {reference} is open, received {day}, {time}. You will hear from us by {due}. To stop the service now, send LOCK. Questions? Call {phone}.',
    'Case {reference} is open, received {day}, {time}. You will hear from us by {due}. To stop the service: LOCK.',
  ],
  agent: [
    'A person will get back to you. Your reference: {reference}. Hours: {hours}. Urgent? Call {phone}.',
    'A person will get back to you. Your reference: {reference}. Urgent? Call {phone}.',
  ],
  not_stopped: [
    "Not stopped yet. Call {call} now. Your reference is {reference}: a person will see your message too, but don't wait for that.",
    'Not stopped yet. Call {call} now. Reference {reference}: a person will see it too.',
  ],
  'not_stopped.closed': [
    'Not stopped yet. Call {phone} as soon as we open: {hours}. Your reference is {reference}: a person will see your message too.',
    'Not stopped yet. Call {phone} as soon as we open. Reference {reference}: a person will see it too.',
  ],
  'not_stopped.card': [
    "This can't block your card yet. Call {call} now to block it. Your reference is {reference}: a person will see it too, but don't wait for that.",
    "This can't block your card yet. Call {call} now to block it. Reference {reference}: a person will see it too.",
  ],
  'not_stopped.card.closed': [
    "This can't block your card yet. Call {phone} as soon as we open: {hours}. Your reference is {reference}: a person will see your message too.",
    "This can't block your card yet. Call {phone} as soon as we open. Reference {reference}: a person will see it too.",
  ],
  stopped: [
    "You won't get any more messages from {service} here, and you can't move money from here. To come back, send START. Help: {phone}.",
    "You won't get any more {service} messages here. To come back, send START. Help: {phone}.",
  ],
  started: [
    'Messages from {service} are on. HELP lists what you can do, STOP ends them. To talk to a person, call {phone}.',
    'Messages from {service} are on. HELP lists what you can do, STOP ends them.',
    'Messages are on. HELP lists what you can do, STOP ends them.',
  ],
  'started.sms': [
    'Messages from {service} are on. Msg frequency varies. Msg & data rates may apply. HELP for help, STOP to end.',
    'Messages are on. Msg & data rates may apply. HELP for help, STOP to end.',
  ],
  'started.locked': [
    'Welcome back to {service}. To move money from here again, sign in to {portal} first. HELP lists what you can do, STOP ends messages.',
    'Welcome back. To move money from here again, sign in to {portal} first. HELP lists what you can do, STOP ends messages.',
  ],
  'started.sms.locked': [
    'Welcome back to {service}. To move money from here again, sign in to {portal} first. Msg & data rates may apply. HELP for help, STOP to end.',
    'Welcome back. To move money from here, sign in to {portal} first. Msg & data rates may apply. HELP for help, STOP to end.',
  ],
  unknown: [
    "We didn't understand that, so nothing was done. Try #bal or #hist 7. AGENT gets you a person, HELP lists what you can do.",
  ],
  'unknown.suggestion': [
    'We did not understand that, so nothing was done. Did you mean "{suggestion}"? If so, send it. HELP lists what you can do.',
    'Nothing was done. Did you mean "{suggestion}"? If so, send it. HELP lists what you can do.',
  ],
  amount_missing: [
    'Nothing moved: tell us how much, in numbers, as in #trans 50 7 0. #bal shows what is available in each account.',
  ],
  stranger: [
    'This is {service} from {institution}. To use it, sign in to {portal} at {site} and add {address} there. Never send a PIN or account number. {phone}.',
    'This is {service}. To use it, sign in to {portal} at {site} and add {address} there. Questions: {phone}.',
    'To use {service}, sign in to {portal} and add {address} there. Questions: {phone}.',
  ],
  public_warning: [
    'You posted a command where anyone can read it. We did nothing with it. Please delete the post and send commands here, in a direct message.',
  ],
  'public_warning.notice': [
    'You reported an error where anyone can read it. Our staff have it. Please delete the post and write here, in a direct message, or call {phone}.',
  ],
  welcome: [
    'Welcome to {service}. Try #bal {example}, #hist {example} or #holds {example}; HELP lists the rest. A message without your code at the end is not from us.',
    'Welcome to {service}. Try #bal {example}, #hist {example}, #holds {example}, HELP. A message without your code at the end is not ours.',
    'Welcome. Try #bal {example}, #hist {example}, #holds {example}, HELP. A message without your code at the end is not ours.',
  ],
  'welcome.sms': [
    '{service}: try #bal {example}, #hist {example}, #holds {example}. No code at the end = not from us. Msg frequency varies, msg & data rates may apply. HELP, STOP to end.',
    '{service}: #bal {example}, #hist {example}, #holds {example}. No code at the end: not us. Msg frequency varies. Msg & data rates may apply. HELP. STOP to end.',
    'Try #bal {example}, #hist {example}, #holds {example}. No code at the end: not us. Msg frequency varies. Msg & data rates may apply. HELP. STOP to end.',
  ],
  failed: [
    'Something went wrong on our end, and nothing was done. Please try again in a few minutes. If it happens again, give reference {reference} when you call {phone}.',
    'Something went wrong on our end; nothing was done. Please try again. If it happens again: reference {reference}, phone {phone}.',
  ],
};

/** American English. */
export const en: Locale = {
  language: 'en',
  commands: enCommands,
  texts: {
    ...plain,
    ...approvalTexts,
    ...affordTexts,
    ...alertTexts,
    ...foundTexts,
    ...loanTexts,
    ...textsOfCommands(enCommands),
    ...enRefusals,
    ...enAnswers,
    ...enHelp,
    ...enNotices,
  },
  amounts: () => ({ group: ',', point: '.', isSignFirst: true }),
  clock: ({ hour, minute }) =>
    `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`,
  isMonthFirst: true,
  // `A person here` does not mean a channel.
  here: { word: 'here', notAfter: 'person ' },
  kinds: { checking: 'Checking', savings: 'Savings', certificate: 'Certificate', loan: 'Loan' },
  channels,
  dropped: 'The pending transfer is canceled.',
  readAs: enGuessed.readAs,
  notMeant: enGuessed.notMeant,
  separator: '; ',
  colon: ': ',
  latest: {
    history: (count) => `last ${count}`,
    deposits: (count) => (count === 1 ? 'last deposit' : `last ${count} deposits`),
    withdrawals: (count) => (count === 1 ? 'last withdrawal' : `last ${count} withdrawals`),
    checks: (count) => (count === 1 ? 'last check' : `last ${count} checks`),
  },
  older: 'older',
  atMost: (count) => `${count} at most`,
  none: {
    history: 'no transactions',
    deposits: 'no deposits',
    withdrawals: 'no withdrawals',
    checks: 'no cleared checks',
  },
  found,
  check: (number) => `check ${number}`,
  checkShort: (number) => `#${number}`,
  posted,
  toShare: (share) => `To ${share}`,
  fromShare: (share) => `From ${share}`,
  holdWord: (count) => (count === 1 ? 'hold' : 'holds'),
  holdsTotal: (count, amount) => `${count} ${count === 1 ? 'hold' : 'holds'}, ${amount}`,
  knownPayments: (count, amount) =>
    `${count} known ${count === 1 ? 'payment' : 'payments'}, ${amount}`,
  aCheck: 'a check',
  comingIn: (amount) => `, and ${amount} coming in`,
  payday: (day) => `${day}, payday`,
  till: (day) => `till ${day}`,
  andMore: (count) => `and ${count} more`,
  owed: (amount) => `${amount} owed`,
  loan: loanWords,
  alerts: alertSayings,
  defaultWord: 'default',
  move: (amount, from, to) => `${amount} from ${from} to ${to}`,
  oneOf: (count) => (count < 3 ? (count < 2 ? '1' : '1 or 2') : `1 to ${count}`),
  tries: (count) => (count === 1 ? '1 try' : `${count} tries`),
  activity: (day) => (day === undefined ? 'no activity yet' : `last activity ${day}`),
  overdraft: (amount) => (amount === undefined ? 'no overdraft' : `overdraft limit ${amount}`),
  when: (time, { day, isNow, isAsOf }) => {
    if (isNow && !isAsOf) return `now, ${time}`;
    const moment = day === undefined ? time : `${time} on ${day}`;
    return `${isAsOf ? 'as of' : 'at'} ${moment}`;
  },
  until: (time, { day }) => (day === undefined ? time : `${time} on ${day}`),
};
