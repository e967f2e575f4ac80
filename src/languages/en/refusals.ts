import type { RefusalTexts } from '../../wording/locale.ts';

/** Each says what happened (nothing), why, and what to do next. */
export const enRefusals: RefusalTexts = {
  'refused.member_locked': [
    'The service is locked on all channels, so nothing was done. To unlock, sign in to {portal}. Urgent? Call {phone}.',
  ],
  'refused.address_suspended': [
    'Nothing was done: {address} must be verified again before we answer here. Sign in to {portal}, or call {phone}.',
  ],
  'refused.address_paused': [
    'Nothing was done: you have paused {address}. To resume, sign in to {portal} and open Messages there.',
    'Nothing was done: you have paused {address}. To resume, sign in to {portal} first.',
  ],
  'refused.money_locked': [
    'Nothing moved: moving money from {address} is locked. To unlock, sign in to {portal} or call {phone}. Asking still works, as in #bal.',
    'Nothing moved: moving money is locked here. To unlock, sign in to {portal} or call {phone}.',
  ],
  'refused.too_late': [
    'Nothing moved: your message reached us too late to act on it. If you still want it, send the command again.',
  ],
  'refused.too_late.again': [
    'Nothing moved: your message reached us too late to act on it. If you still want it, send "{again}" again.',
    'Nothing moved: your message came too late. To do it now, send "{again}" again.',
  ],
  'refused.amount_malformed': [
    'Nothing moved: we could not read that amount. Write it like 50 or 1,250.00, as in #trans 50 7 0.',
  ],
  'refused.amount_foreign': [
    'Nothing moved: your accounts are not in that currency, and nothing is converted. Write the amount alone, as in #trans 50 7 0.',
    'Nothing moved: your accounts are not in that currency. Write the amount alone, as in #trans 50 7 0.',
  ],
  'refused.amount_not_positive': [
    'Nothing moved: the amount must be more than zero. Write it like #trans 50 7 0.',
  ],
  'refused.amount_too_large': [
    'Nothing moved: that amount is more than can be moved at all. Check the figure and send the command again.',
  ],
  'refused.same_account': [
    'Nothing moved: that names the same account twice. Name two of yours, as in #trans 50 7 0; accounts lists them.',
  ],
  'refused.share_not_found': [
    'You have no such account, so nothing was done. Send accounts for the list of yours.',
  ],
  'refused.share_not_found.shares': [
    'You have no such account, so nothing was done. Yours: {shares}.',
  ],
  'refused.share_not_found.named': [
    'You have no account "{named}", so nothing was done. Yours: {shares}.',
    'No account "{named}"; nothing was done. Yours: {shares}.',
    'No such account; nothing was done. Yours: {shares}.',
  ],
  'refused.share_not_found.none': [
    'No account of yours is open to {service} yet, so nothing was done. Sign in to {portal}, or call {phone}.',
  ],
  'refused.share_unclear': [
    'Nothing was done: more than one account fits. Name yours by number, as in #bal 7; accounts lists them.',
  ],
  'refused.share_unclear.shares': [
    'Nothing was done: we cannot tell which accounts you mean. Use their numbers, as in #trans 50 7 0. Yours: {shares}.',
    'Nothing was done: we cannot tell which accounts you mean. Yours: {shares}.',
  ],
  'refused.no_default_share': [
    'Nothing was done: you have no default account. Name the account, as in #bal 7, or choose one in {portal} first.',
  ],
  'refused.no_default_share.shares': [
    'Nothing moved: you have no default account. Name both, as in #trans 50 7 0, or choose one in {portal}. Yours: {shares}.',
    'Nothing moved: you have no default account. Name both, as in #trans 50 7 0. Yours: {shares}.',
  ],
  'refused.no_transfer_source': [
    'Nothing moved: say from which account to which, as in #trans 50 7 0.',
  ],
  'refused.no_transfer_source.shares': [
    'Nothing moved: say from which account to which, as in #trans 50 7 0. Yours: {shares}.',
  ],
  'refused.pay_not_offered': [
    'Nothing moved: paying other people by message is not offered. Between your own accounts: #trans 50 7 0. Questions: {phone}.',
  ],
  'refused.disclosures_missing': [
    'Nothing moved: before your first transfer please read and accept the terms. Sign in to {portal} and open Messages there.',
    'Nothing moved: before your first transfer please read and accept the terms in {portal} first.',
  ],
  'refused.read_only': [
    'Nothing moved: {address} may ask about your accounts but not move money. To allow it, sign in to {portal} and open Messages there.',
    'Nothing moved: {address} may ask but not move money. To allow it, sign in to {portal} first.',
  ],
  'refused.share_not_movable': [
    'Nothing moved: one of these accounts does not allow transfers by message. Sign in to {portal}, or call {phone}.',
  ],
  'refused.share_not_movable.share': [
    'Nothing moved: {share} does not allow this transfer by message. Sign in to {portal}, or call {phone}.',
    'Nothing moved: {suffix} does not allow this by message. Sign in to {portal}, or call {phone}.',
  ],
  'refused.books_away': [
    'Nothing was done: we cannot reach your accounts right now. Please try again in a few minutes, or call {phone}.',
    'Nothing was done: we cannot reach your accounts right now. Please try again in a few minutes.',
  ],
  'refused.already_pending': [
    'Nothing more moved: you already asked for this transfer and it is not confirmed yet. Please wait for our message, or call {phone}.',
    'Nothing more moved: this transfer is already under way and not confirmed. Please wait for our message.',
  ],
  'refused.key_reused': [
    'Nothing more moved: this message reached us twice, with different contents. Please send the command again.',
  ],
  'refused.account_not_found': [
    'Our books do not have that account, so nothing was done. Send accounts for your list, or call {phone}.',
  ],
  'refused.account_closed': [
    'Nothing moved: one of these accounts is closed. Send accounts for your list, or call {phone}.',
  ],
  'refused.account_closed.share': [
    'Nothing moved: {share} is closed. Send accounts for your list, or call {phone}.',
  ],
  'refused.currency_mismatch': [
    'Nothing moved: one of these accounts is in another currency. Please call {phone}; we do it for you.',
  ],
  'refused.limit_exceeded': [
    'Nothing moved: that is more than may be moved at a time from {address}. Send limits for yours, or sign in to {portal} first.',
  ],
  'refused.limit_exceeded.limit': [
    'Nothing moved: from {address} at most {limit} may be moved at a time. Send less, or use {portal} instead.',
    'Nothing moved: at most {limit} at a time from {address}. Send less, or sign in to {portal} first.',
  ],
  'refused.daily_limit_exceeded': [
    'Nothing moved: that is more than may be moved in a day from {address}. Send limits for yours, or sign in to {portal} first.',
  ],
  'refused.daily_limit_exceeded.limit': [
    'Nothing moved: today {limit} more may be moved from {address}. Send less, or use {portal} instead.',
    'Nothing moved: today {limit} more may be moved from {address}. Send less, or wait for tomorrow.',
  ],
  'refused.daily_limit_exceeded.used': [
    'Nothing moved: the limit for today from {address} is used up. Try again tomorrow, or use {portal} instead.',
    'Nothing moved: the limit for today from {address} is used up. Please try again tomorrow.',
  ],
  'refused.exceeds_owed': [
    'Nothing moved: that is more than is owed there. #bal shows what is owed; then send less.',
  ],
  'refused.exceeds_owed.share': [
    'Nothing moved: only {owed} is owed on {share}. Send that or less.',
  ],
  'refused.insufficient_funds': [
    'Nothing moved: that account has not enough available. #bal shows what there is; then send less.',
  ],
  'refused.insufficient_funds.share': [
    'Nothing moved: {share} has {available} available now. Send a smaller amount, or ask #bal {suffix} to see what is on hold.',
    'Nothing moved: {share} has {available} available now. Please send less.',
  ],
  'refused.nothing_pending': [
    'Nothing is waiting for your OK, so nothing was done. To move money, send for example #trans 50 7 0.',
  ],
  'refused.confirmation_wrong': [
    'That is not the number we sent, so nothing was done. Look again: reply OK and the digits in it.',
  ],
  'refused.confirmation_expired': [
    'That came too late: the request had expired, and nothing was done. If you still want it, send the command again.',
  ],
};
