import type { AlertSayings } from '../../wording/alert-words.ts';
import type { AlertTexts } from '../../wording/locale.ts';

/** How rules and alerts are said, in English. */
export const alertSayings: AlertSayings = {
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  rules: {
    low: (share, amount) => `${share} below ${amount}`,
    deposit: (share, amount) => `deposits of ${amount} or more${share ? ` to ${share}` : ''}`,
    withdrawal: (share, amount) =>
      `withdrawals of ${amount} or more${share ? ` from ${share}` : ''}`,
    pay: (share) => `pay that comes in${share ? ` to ${share}` : ''}`,
    check: (share) => `checks that clear${share ? ` from ${share}` : ''}`,
    hold: (share) => `new holds${share ? ` on ${share}` : ''}`,
    due: (share, days) =>
      `${share ?? 'loan'} payments, ${days === 0 ? 'on the day' : days === 1 ? '1 day before' : `${days} days before`}`,
    weekly: (weekday) => `summary each ${weekday}`,
  },
  news: {
    low: (share, available) => `${share} is low, ${available} available`,
    deposit: (share, amount, what) => `${amount} came in to ${share}${what ? ` (${what})` : ''}`,
    withdrawal: (share, amount, what) => `${amount} left ${share}${what ? ` (${what})` : ''}`,
    pay: (share, amount, what) => `pay of ${amount} came in to ${share}${what ? ` (${what})` : ''}`,
    hold: (share, amount, what) => `hold of ${amount} on ${share}${what ? ` (${what})` : ''}`,
    check: (share, amount, number) =>
      `check${number === undefined ? '' : ` ${number}`} for ${amount} cleared from ${share}`,
    due: (share, amount, day) => `${share}: payment${amount ? ` of ${amount}` : ''} due ${day}`,
    weekly: (shares) => `your week: ${shares}`,
  },
  week: (cameIn, wentOut) => `in ${cameIn}, out ${wentOut}`,
};

export const alertTexts: AlertTexts = {
  alert: ['Alert: {news}.'],
  alert_set: [
    'Alert {number} is on: {what}. We message you each time, until you send #alert off {number}. #alerts lists all of yours.',
    'Alert {number} is on: {what}. #alert off {number} ends it, #alerts lists all.',
  ],
  'alert_set.sms': [
    'Alert {number} is on: {what}. Msg frequency varies. Msg & data rates may apply. #alert off {number} ends it, STOP ends all texts.',
    'Alert {number}: {what}. Msg frequency varies. Msg & data rates may apply. #alert off {number} ends it, STOP all texts.',
  ],
  'alert_set.changed': [
    'Alert {number} now says: {what}. #alert off {number} ends it, #alerts lists all.',
  ],
  'alert_set.same': [
    'Alert {number} was on already: {what}. #alert off {number} ends it, #alerts lists all.',
  ],
  alerts: [
    'Your alerts: {rules}. To end one, send #alert off with its number, such as #alert off 2.',
    '{rules}.',
  ],
  'alerts.quiet': [
    'Your alerts: {rules}. None from {from} to {to}. To end one, send #alert off with its number, such as #alert off 2.',
    '{rules}. Quiet {from} to {to}.',
  ],
  'alerts.none': [
    'You have no alerts. Send #alert low 7 100 (account 7 below 100), #alert dep 500, #alert check, #alert hold, #weekly fri. More: HELP alert.',
  ],
  alert_off: ['Alert {number} is off: {what}. #alerts lists the ones that are on.'],
  'alert_off.several': ['These alerts are off: {rules}. #alerts lists the ones that are on.'],
  'alert_off.all': [
    'All your alerts are off. Security notices still come, and replies too. To have alerts again: HELP alert.',
  ],
  'alert_off.none': ['You have no such alert, so nothing was changed. #alerts lists yours.'],
  'alert_how.low': [
    'No alert was set yet. To hear when an account is below an amount, send #alert low, the account and the amount: #alert low {example} 100.',
  ],
  'alert_how.deposit': [
    'No alert was set yet. To hear of deposits, send #alert dep, the account and the least amount: #alert dep {example} 500.',
  ],
  'alert_how.withdrawal': [
    'No alert was set yet. To hear of money that leaves, send #alert out, the account and the least amount: #alert out {example} 200.',
  ],
  'alert_how.pay': [
    'No alert was set yet. To hear when your pay comes in, send #alert pay {example}; for all accounts, #alert pay.',
  ],
  'alert_how.check': [
    'No alert was set yet. To hear when a check clears, send #alert check {example}; for all accounts, #alert check.',
  ],
  'alert_how.hold': [
    'No alert was set yet. To hear of holds, send #alert hold {example}; for all accounts, #alert hold.',
  ],
  'alert_how.due': [
    'No alert was set yet. To hear before a loan payment is due, send #alert due and the days, 0 to 7: #alert due 3.',
  ],
  'alert_how.weekly': [
    'No summary was set yet. To get one each week, send #weekly and the day: #weekly fri.',
  ],
  'alert_how.none': [
    'You have no account for such an alert, so nothing was set. Send accounts to list yours, HELP alert for what there is.',
  ],
  quiet: [
    'No alerts from {from} to {to}, your time. What happens then comes right after, in one message. #quiet off ends this.',
  ],
  'quiet.set': [
    'From now on, no alerts from {from} to {to}, your time. What happens then comes right after, in one message. #quiet off ends this.',
  ],
  'quiet.off': ['Quiet hours are off: alerts come at any time. To set them again: #quiet 9pm 7am.'],
  'quiet.how': [
    'No quiet hours were set. To keep alerts from waking you, send #quiet and two times: #quiet 9pm 7am. #quiet off ends them.',
  ],
};
