import type { AnswerTexts } from '../../wording/locale.ts';

/** What we answer where an institution says nothing of its own. Each fits one text message with the code. */
export const enAnswers: AnswerTexts = {
  'answer.fees': [
    'Our fees are in the fee schedule; moving money between your own accounts is free. Call {phone}, {hours}, about a certain fee.',
    'Our fees are in the fee schedule; moving money between your own accounts is free. Call {phone} about a certain fee.',
  ],
  'answer.rates': [
    "We don't quote rates by message, since they change. Call {phone}, {hours}, for today's savings and loan rates.",
    "We don't quote rates by message, since they change. Call {phone} for today's savings and loan rates.",
  ],
  'answer.loans': [
    'To apply for a loan, or to see what you qualify for, call {phone}, {hours}. Already have one? Send LOAN PAYMENT.',
    'To apply for a loan, or to see what you qualify for, call {phone}. Already have one? Send LOAN PAYMENT.',
  ],
  'answer.card_replacement': [
    'For a new or replacement card, call {phone}, {hours}. If it is lost or stolen, call right away. Please never send the card number here.',
    'For a new or replacement card, call {phone}. If it is lost or stolen, call right away. Please never send the card number here.',
  ],
  'answer.card_declined': [
    'Card declined? #bal shows what is available and #holds what is on hold. To find out why, call {phone}. Please never send the card number here.',
  ],
  'answer.pin': [
    "For your security, we never send or ask for a PIN. To set, change or unlock your card's PIN, call {phone}.",
  ],
  'answer.direct_deposit': [
    'Routing number: {routing}. Your account number is the second number at the bottom of your checks, or call {phone}. Never send it here.',
  ],
  'answer.direct_deposit.unset': [
    'Your checks show both at the bottom: first our routing number, then your account number. No checks? Call {phone}. Never send them here.',
  ],
  'answer.order_checks': [
    'To order checks, call {phone}, {hours}. Please never send an account number. #checks shows the checks that cleared.',
    'To order checks, call {phone}. Please never send an account number. #checks shows the checks that cleared.',
  ],
  'answer.branches': [
    'Look at {site} or call {phone}, {hours}, for the nearest branch or ATM.',
    'Look at {site} or call {phone} for the nearest branch or ATM.',
    'Call {phone} for the nearest branch or ATM.',
  ],
  'answer.app_trouble': [
    "Can't get into {portal} or the app? Check your connection, update, and sign in again. Still stuck? Call {phone}. Never send us a password.",
    "Can't sign in? Check your connection, update, and try again. Still stuck? Call {phone}. Never send us a password.",
  ],
  'answer.is_it_you': [
    'Each message from us ends with your code. Missing or wrong: not us. To be sure, check the message in {portal}, or call {phone}. We never ask for a PIN.',
    'Each message from us ends with your code. Missing or wrong: not us. To be sure, check it in {portal}, or call {phone}.',
  ],
};
