import type { HelpTexts } from '../../wording/locale.ts';

/** `help.sms` contains what carriers require of HELP: program, help, frequency, rates, STOP (CTIA Messaging Principles). */
export const enHelp: HelpTexts = {
  help: [
    '#bal 7 balance, #hist 7 latest, #dep, #wd, #check 1042, #holds, #trans 50 7 0 move $50. Also accounts, limits, LOCK, DISPUTE, AGENT. HELP ALL: more.',
  ],
  'help.sms': [
    '{service}, {institution}. Help: {phone} or HELP ALL. Try #bal. Msg frequency varies. Msg & data rates may apply. Reply STOP to opt out.',
    '{service}. Help: {phone} or HELP ALL. Try #bal. Msg frequency varies. Msg & data rates may apply. Reply STOP to opt out.',
    '{service}. Help: {phone}. Msg frequency varies. Msg & data rates may apply. Reply STOP to opt out.',
  ],
  'care.secrets': [
    'Please never send card, account or Social Security numbers, PINs or passwords: delete that message. We never ask for them. Worried? {phone}.',
    'Please never send card numbers, PINs or passwords: delete that message. We never ask for them. Worried? Call {phone}.',
  ],
  'care.emergency': [
    'Lost, stolen or hacked? Call {phone} now: only a call blocks a card. LOCK stops this service on all channels. AGENT: a person gets back to you.',
    'Lost, stolen or hacked? Call {phone} now: only a call blocks a card. LOCK stops this service.',
  ],
  'care.crisis': [
    'You are not alone. In the US, call or text 988 at any hour; in danger, call 911. A person here gets back to you too: {phone}, or send AGENT.',
    'You are not alone. In the US, call or text 988 at any hour; in danger, 911. A person here: {phone}, or send AGENT.',
  ],
  'care.hello': [
    'Hello! This is {service}, our automated service: #bal shows your balances, HELP lists what you can do, AGENT gets a person to help.',
    'Hello! This is an automated service: #bal shows your balances, HELP lists what you can do, AGENT gets a person to help.',
  ],
  'care.thanks': [
    "You're welcome! Whenever you need us: #bal shows your balances, HELP lists what you can do.",
  ],
};
