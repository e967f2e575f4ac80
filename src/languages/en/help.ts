import type { HelpTexts } from '../../wording/locale.ts';

/** `help.sms` says what carriers require of HELP: programme, help, frequency, rates, STOP (CTIA Messaging Principles). */
export const enHelp: HelpTexts = {
  help: [
    '#bal 7 balance, #hist 7 latest, #dep, #wd, #check 1042, #holds, #trans 50 7 0 move $50. Also accounts, limits, LOCK, DISPUTE, AGENT. HELP ALL: more.',
  ],
  'help.sms': [
    '{service}, {institution}. Help: {phone} or HELP ALL. Try #bal. Msg frequency varies. Msg & data rates may apply. Reply STOP to opt out.',
    '{service}. Help: {phone} or HELP ALL. Try #bal. Msg frequency varies. Msg & data rates may apply. Reply STOP to opt out.',
    '{service}. Help: {phone}. Msg frequency varies. Msg & data rates may apply. Reply STOP to opt out.',
  ],
  'help.all': [
    'Ask: #bal 7, #hist 7, #dep, #wd, #checks, #check 1042, #holds, more, accounts, details 7, limits. Move: #trans 50 7 0, then OK and our number, or NO. Safety: LOCK, DISPUTE, code. People: AGENT, contact. Messages: STOP, START. HELP and a word tells more.',
  ],
  'help.balance': [
    '#bal: all your accounts. #bal 7: account 7, with the holds that lower what is available. Also b, bal7, balance.',
  ],
  'help.history': [
    '#hist 7: the latest transactions of account 7, newest first. MORE shows older ones.',
  ],
  'help.deposits': [
    '#dep 7: the latest deposits of account 7, newest first. MORE shows older ones.',
  ],
  'help.withdrawals': [
    '#wd 7: the latest withdrawals of account 7, newest first. MORE shows older ones.',
  ],
  'help.checks': [
    '#check 1042: whether check 1042 has cleared. #checks 7: the latest that cleared; MORE shows older ones.',
  ],
  'help.holds': [
    '#holds 7: what is held back from account 7, for what and till when. #holds: the same for all.',
  ],
  'help.transfer': [
    '#trans 50 7 0 moves $50.00 from account 7 to account 0; so does "move 50 from 7 to 0". Where we ask first, reply OK and our number, or NO.',
  ],
  'help.pay': [
    'Paying other people by message is not offered. Between your own accounts: #trans 50 7 0. Questions: {phone}.',
  ],
  'help.more': ['MORE: what comes after the list you just got, from #checks, #hist, #dep or #wd.'],
  'help.accounts': [
    'accounts: the list of your accounts and their numbers, which you use in commands, as in #bal 7.',
  ],
  'help.details': [
    'details 7: available, balance, holds and overdraft of account 7, when it was opened and last used.',
  ],
  'help.limits': [
    'limits: what may be moved from {address} at a time and in a day, and what is left for today.',
  ],
  'help.confirm': [
    'Where we ask first, reply OK and the four digits we sent to go ahead, or NO to drop it. YES alone does nothing.',
  ],
  'help.lock': [
    'LOCK: messages show nothing and no money moves, in {portal} either. It signs nobody out. To unlock, sign in to {portal} or call {phone}.',
  ],
  'help.code': [
    'Your code ends every message from us. Missing or wrong: not us. Right: probably us; to be sure, look in {portal}. You change it there as you like.',
    'Your code ends every message from us. Missing or wrong: not us. To be sure, look in {portal}; change it there.',
  ],
  'help.dispute': [
    'DISPUTE tells us of something that was not you. We ask once, then open a case with a reference and dates. Urgent? Call {phone}.',
  ],
  'help.agent': [
    'AGENT: a person gets back to you, and you get a reference. Hours: {hours}. Urgent? Call {phone}.',
    'AGENT: a person gets back to you, and you get a reference. Urgent? Call {phone}.',
  ],
  'help.contact': [
    'contact: our phone, our hours and where to find us. AGENT: a person gets back to you.',
  ],
  'care.secrets': [
    'Please never send card, account or Social Security numbers, PINs or passwords: delete that message. We never ask for them. Worried? {phone}.',
    'Please never send card numbers, PINs or passwords: delete that message. We never ask for them. Worried? Call {phone}.',
  ],
  'care.emergency': [
    'Lost, stolen or hacked? Call {phone} now: only that blocks a card. LOCK stops this service on all channels. AGENT: a person gets back to you.',
    'Lost, stolen or hacked? Call {phone} now: only that blocks a card. LOCK stops this service.',
  ],
  'care.crisis': [
    'You are not alone. In the US, call or text 988 at any hour; in danger, call 911. A person here gets back to you too: {phone}, or send AGENT.',
    'You are not alone. In the US, call or text 988 at any hour; in danger, 911. A person here: {phone}, or send AGENT.',
  ],
  'care.hello': [
    'Hello! This is {service}, which answers by itself: #bal shows your balances, HELP lists what you can ask, AGENT is for talking to us.',
    'Hello! This service answers by itself: #bal shows your balances, HELP lists what you can ask, AGENT is for talking to us.',
  ],
  'care.thanks': [
    'You are welcome! Whenever you need us: #bal shows your balances, HELP lists what you can ask.',
  ],
  'help.stop': [
    'STOP: no more messages from us here. START: they come again. LOCK stops the whole service on all channels.',
  ],
};
