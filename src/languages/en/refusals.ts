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
    'Nothing was done: you paused {address}. To resume, sign in to {portal} and open Messages.',
    'Nothing was done: you paused {address}. To resume, sign in to {portal} first.',
  ],
  'refused.money_locked': [
    'Nothing moved: transfers from {address} are locked. To unlock, sign in to {portal} or call {phone}. You can still check #bal.',
    'Nothing moved: transfers are locked here. To unlock, sign in to {portal} or call {phone}.',
  ],
  'refused.too_late': [
    'Nothing moved: your message reached us too late to act on. If you still want it, send the command again.',
  ],
  'refused.too_late.again': [
    'Nothing moved: your message reached us too late to act on. If you still want it, send "{again}" again.',
    'Nothing moved: your message came too late. To do it now, send "{again}" again.',
  ],
  'refused.amount_malformed': [
    'Nothing moved: we could not read that amount. Write it like 50 or 1,250.00, as in #trans 50 7 0.',
  ],
  'refused.amount_foreign': [
    'Nothing moved: your accounts are not in that currency, and we do not convert. Write just the amount, as in #trans 50 7 0.',
    'Nothing moved: your accounts are not in that currency. Write just the amount, as in #trans 50 7 0.',
  ],
  'refused.amount_not_positive': [
    'Nothing moved: the amount must be more than zero. Write it like #trans 50 7 0.',
  ],
  'refused.amount_too_large': [
    'Nothing moved: that amount is more than any transfer can be. Check it and send the command again.',
  ],
  'refused.same_account': [
    'Nothing moved: you named the same account twice. Name two, as in #trans 50 7 0. To list yours, send accounts.',
  ],
  'refused.share_not_found': [
    "You don't have that account, so nothing was done. To list yours, send accounts.",
  ],
  'refused.share_not_found.shares': [
    "You don't have that account, so nothing was done. Yours: {shares}.",
  ],
  'refused.share_not_found.named': [
    'You have no account "{named}", so nothing was done. Yours: {shares}.',
    'No account "{named}"; nothing was done. Yours: {shares}.',
    'No such account; nothing was done. Yours: {shares}.',
  ],
  'refused.share_not_found.none': [
    'None of your accounts can be used with {service} yet, so nothing was done. Sign in to {portal}, or call {phone}.',
  ],
  'refused.share_unclear': [
    'Nothing was done: more than one account matches. Use a number, as in #bal 7. To list yours, send accounts.',
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
    'Nothing moved: tell us from which account to which, as in #trans 50 7 0.',
  ],
  'refused.no_transfer_source.shares': [
    'Nothing moved: tell us from which account to which, as in #trans 50 7 0. Yours: {shares}.',
  ],
  'refused.pay_not_offered': [
    "Nothing moved: you can't pay other people by message. Between your own accounts: #trans 50 7 0. Questions? Call {phone}.",
  ],
  'refused.disclosures_missing': [
    'Nothing moved: before your first transfer, please read and accept the terms. Sign in to {portal} and open Messages.',
    'Nothing moved: before your first transfer, please read and accept the terms in {portal}, under Messages.',
  ],
  'refused.read_only': [
    "Nothing moved: {address} can check your accounts but can't move money. To allow it, sign in to {portal} and open Messages.",
    "Nothing moved: {address} can't move money. To allow it, sign in to {portal} first.",
  ],
  'refused.share_not_movable': [
    'Nothing moved: one of these accounts does not allow transfers by message. Sign in to {portal}, or call {phone}.',
  ],
  'refused.share_not_movable.share': [
    'Nothing moved: {share} does not allow this transfer by message. Sign in to {portal}, or call {phone}.',
    'Nothing moved: {suffix} does not allow this by message. Sign in to {portal}, or call {phone}.',
  ],
  'refused.alerts_full': [
    'You have 20 alerts, the most there can be, so nothing was set. #alerts lists them, #alert off 2 ends one.',
  ],
  'refused.alerts_no_due': [
    "Nothing was set: we don't know the due dates of your loans. Your statement has them, or call {phone}.",
  ],
  'refused.alerts_away': [
    'There are no such alerts for your accounts yet, so nothing was set. #bal shows what you have.',
  ],
  'refused.books_away': [
    'Nothing was done: we cannot reach your accounts right now. Please try again in a few minutes, or call {phone}.',
    'Nothing was done: we cannot reach your accounts right now. Please try again in a few minutes.',
  ],
  'refused.search_too_long': [
    "We can't add up that much at once, so we did not. Ask about a shorter time, such as one month.",
  ],
  'refused.already_pending': [
    'Nothing more moved: you already asked for this transfer and it is not confirmed yet. Please wait for our message, or call {phone}.',
    'Nothing more moved: this transfer is already under way and not confirmed. Please wait for our message.',
  ],
  'refused.past_balance_away': [
    'We can only show your balance now, not on a past day. #bal shows it; {portal} has your statements.',
  ],
  'refused.key_reused': [
    'Nothing more moved: this message reached us twice, with different contents. Please send the command again.',
  ],
  'refused.account_not_found': [
    'We have no such account on our books, so nothing was done. To list yours, send accounts, or call {phone}.',
  ],
  'refused.account_closed': [
    'Nothing moved: one of these accounts is closed. To list yours, send accounts, or call {phone}.',
  ],
  'refused.account_closed.share': [
    'Nothing moved: {share} is closed. To list yours, send accounts, or call {phone}.',
  ],
  'refused.currency_mismatch': [
    "Nothing moved: one of these accounts is in another currency. Please call {phone} and we'll do it for you.",
  ],
  'refused.limit_exceeded': [
    'Nothing moved: that is over the limit for one transfer from {address}. To see yours, send limits, or use {portal} instead.',
  ],
  'refused.limit_exceeded.limit': [
    'Nothing moved: from {address} you can move up to {limit} at a time. Move less, or use {portal} instead.',
    'Nothing moved: at most {limit} at a time from {address}. Move less, or use {portal} instead.',
  ],
  'refused.daily_limit_exceeded': [
    'Nothing moved: that is over the daily limit from {address}. To see yours, send limits, or use {portal} instead.',
  ],
  'refused.daily_limit_exceeded.limit': [
    'Nothing moved: today you can move {limit} more from {address}. Move less, or use {portal} instead.',
    'Nothing moved: today you can move {limit} more from {address}. Move less, or wait until tomorrow.',
  ],
  'refused.daily_limit_exceeded.used': [
    "Nothing moved: today's limit from {address} is used up. Try again tomorrow, or use {portal} instead.",
    "Nothing moved: today's limit from {address} is used up. Please try again tomorrow.",
  ],
  'refused.exceeds_owed': [
    'Nothing moved: that is more than you owe there. #bal shows what you owe; then move less.',
  ],
  'refused.exceeds_owed.share': [
    'Nothing moved: only {owed} is owed on {share}. Move that much or less.',
  ],
  'refused.insufficient_funds': [
    "Nothing moved: that account doesn't have enough available. #bal shows how much there is; then move less.",
  ],
  'refused.insufficient_funds.share': [
    'Nothing moved: {share} has {available} available now. Move less, or send #bal {suffix} to see what is on hold.',
    'Nothing moved: {share} has {available} available now. Please move less.',
  ],
  'refused.approvals_full': [
    'Nothing moved: three transfers already wait for your approval in {portal}. Decide on those first, or reply NO.',
  ],
  'refused.nothing_pending': [
    'Nothing is waiting for your OK, so nothing was done. To move money, send for example #trans 50 7 0.',
  ],
  'refused.confirmation_wrong': [
    "That's not the number we sent, so nothing was done. Check it: reply OK and the four digits in it.",
  ],
  'refused.confirmation_expired': [
    'Too late: that request has expired, so nothing was done. If you still want it, send the command again.',
  ],
};
