import type { CommandEntries } from '../command-entries.ts';

/** Each command: the words that start it, its name, what it does, its help text, and its answer if one text answers it. */
export const enCommands: CommandEntries = {
  balance: {
    begins: 'balance balances money',
    suggestion: '#bal',
    name: 'Balance',
    what: 'What you have now: your available balance, your balance, and any holds.',
    help: [
      '#bal: all your accounts. #bal 7: account 7, with the holds that lower what is available. Also b, bal7, balance.',
    ],
  },
  history: {
    begins: 'his history last activity statement statements transactions transaction',
    suggestion: '#hist',
    name: 'History',
    what: 'An account’s latest transactions. Add a number to see more.',
    help: ['#hist 7: the latest transactions of account 7, newest first. MORE shows older ones.'],
  },
  deposits: {
    begins: 'deposit deposits credit credits',
    suggestion: '#dep',
    name: 'Deposits',
    what: 'The latest money that came in.',
    help: ['#dep 7: the latest deposits of account 7, newest first. MORE shows older ones.'],
  },
  withdrawals: {
    begins: 'withdrawal withdrawals debit debits',
    suggestion: '#wd',
    name: 'Withdrawals',
    what: 'The latest money that went out.',
    help: ['#wd 7: the latest withdrawals of account 7, newest first. MORE shows older ones.'],
  },
  checks: {
    begins: 'check checks',
    suggestion: '#checks',
    name: 'Checks',
    word: 'checks',
    what: 'The latest checks that cleared, or whether a certain check has cleared.',
    help: [
      '#check 1042: whether check 1042 has cleared. #checks 7: the latest that cleared; MORE shows older ones.',
    ],
  },
  holds: {
    begins: 'hold holds pending',
    suggestion: '#holds',
    name: 'Holds',
    word: 'holds',
    what: 'Money on hold, what for and until when.',
    help: [
      '#holds 7: the holds on account 7, what for and until when. #holds: the same for all accounts.',
    ],
  },
  accounts: {
    begins: 'accounts account',
    suggestion: 'accounts',
    name: 'Accounts',
    word: 'accounts',
    what: 'Your accounts and the short names to use in messages.',
    help: ['accounts: lists your accounts and the numbers to use in commands, as in #bal 7.'],
  },
  details: {
    begins: 'details detail',
    suggestion: 'details 7',
    name: 'Details',
    what: 'Everything about one account: balance, holds, overdraft limit, and when you opened it.',
    help: [
      'details 7: available, balance, holds and overdraft of account 7, when it was opened and last used.',
    ],
  },
  more: {
    begins: 'more next',
    suggestion: 'more',
    name: 'More',
    what: 'The rest of the list you just got.',
    help: ['MORE: the rest of the list you just got from #checks, #hist, #dep or #wd.'],
  },
  transfer: {
    begins: 'transfer move send put',
    suggestion: 'help transfer',
    name: 'Transfer',
    word: 'trans',
    what: 'Moves money between your own accounts: amount, from, to.',
    help: [
      '#trans 50 7 0 moves $50.00 from account 7 to account 0; so does "move 50 from 7 to 0". If we ask first, reply OK and our number, or NO.',
    ],
  },
  pay: {
    begins: 'pay',
    suggestion: 'help pay',
    help: [
      "You can't pay other people by message. Between your own accounts: #trans 50 7 0. Questions? Call {phone}.",
    ],
  },
  confirm: {
    begins: 'confirm',
    suggestion: 'help confirm',
    name: 'Confirm',
    what: 'When we ask first: OK and the four digits we sent you.',
    help: [
      'If we ask first, reply OK and the four digits we sent to go ahead, or NO to cancel. YES alone does nothing.',
    ],
  },
  decline: {
    begins: 'nope nah',
    name: 'Decline',
    what: 'Cancels what is waiting for your OK.',
  },
  affirm: {
    begins: 'y yes yep yeah yup',
  },
  limits: {
    begins: 'limits limit',
    suggestion: 'limits',
    name: 'Limits',
    word: 'limits',
    what: 'How much you can move from here, and how much is left today.',
    help: [
      'limits: how much you can move from {address} at a time and per day, and what is left today.',
    ],
  },
  afford: {
    begins: 'can afford',
    name: 'Can I afford it',
    what: 'What you can spend, by what we know of your bills and your pay.',
    help: [
      '#can 60: whether $60.00 is still there after the payments we know of. Also "how much can I spend until friday" and the like.',
    ],
  },
  alert: {
    begins: 'alert weekly',
    suggestion: 'help alert',
    name: 'Alert',
    word: 'alert',
    what: 'Messages you when something happens: a low balance, a deposit, a withdrawal, a check, a hold, a payment due.',
    help: [
      '#alert low 7 100, dep 7 500, out 7 200, pay, check 7, hold, due 3; #weekly fri. #alerts lists yours, #alert off 2 ends one. #quiet 9pm 7am: none then.',
    ],
  },
  alerts: {
    begins: 'alerts',
    suggestion: 'alerts',
    name: 'Alerts',
    what: 'Your alerts, with the numbers that end them.',
  },
  quiet: {
    begins: 'quiet',
    suggestion: 'help alert',
    name: 'Quiet hours',
    what: 'The hours when no alerts come.',
  },
  lock: {
    begins: 'lock freeze suspend',
    suggestion: '#lock',
    name: 'Lock',
    what: 'Stops the whole service right away, on every channel.',
    help: [
      'LOCK: messages show nothing and no money moves, even in {portal}. No one is signed out. To unlock, sign in to {portal} or call {phone}.',
    ],
  },
  unlock: {
    begins: 'unlock unfreeze',
    suggestion: '#unlock',
    name: 'Unlock',
    what: 'Tells you how. You can only unlock in online banking.',
  },
  code: {
    suggestion: '#code',
    name: 'Code',
    what: 'Tells you where to change your code. You can’t change it by message.',
    help: [
      'Every message from us ends with your code. Missing or wrong: not us. Right: probably us; to be sure, check {portal}. Change it there anytime.',
      'Every message from us ends with your code. Missing or wrong: not us. To be sure, check {portal}. Change it there anytime.',
    ],
  },
  dispute: {
    begins: 'dispute',
    suggestion: '#dispute',
    name: 'Dispute',
    word: 'dispute',
    what: 'Tells us about something that wasn’t you. We ask once, then open a case.',
    help: [
      "DISPUTE reports something that wasn't you. We ask once, then open a case with a reference and dates. Urgent? Call {phone}.",
    ],
  },
  agent: {
    begins: 'operator person human representative rep',
    suggestion: '#agent',
    name: 'A person',
    what: 'Has a person get back to you.',
    help: [
      'AGENT: a person gets back to you, and you get a reference. Hours: {hours}. Urgent? Call {phone}.',
      'AGENT: a person gets back to you, and you get a reference. Urgent? Call {phone}.',
    ],
  },
  contact: {
    begins: 'hours branch',
    suggestion: 'contact',
    name: 'Contact',
    what: 'Our phone number, our hours and where to find us.',
    help: ['contact: our phone, our hours and where to find us. AGENT: a person gets back to you.'],
    answer: [
      '{institution}: {phone}, {hours}. {portal}: {site}. To hear from a person: AGENT.',
      '{institution}: {phone}, {hours}. To hear from a person: AGENT.',
      'Call {phone}. To hear from a person: AGENT.',
    ],
  },
  help: {
    begins: 'help commands list menu',
    suggestion: 'help',
    name: 'Help',
    word: 'help',
    what: 'All commands in one message. Add a command’s name to learn more about it.',
    all: [
      'Ask: #bal 7, #hist 7, #dep, #wd, #checks, #check 1042, #holds, more, accounts, details 7, limits. Move: #trans 50 7 0, then OK and our number, or NO. Safety: LOCK, DISPUTE, code. People: AGENT, contact. Messages: STOP, START. For more on a command, send HELP and its name.',
    ],
  },
  stop: {
    begins: 'end cancel quit',
    name: 'Stop',
    what: 'No more messages from us.',
    help: [
      'STOP: no more messages from us here. START: turns them back on. LOCK stops the whole service on all channels.',
    ],
  },
  start: {
    begins: 'resume subscribe',
    name: 'Start',
    what: 'Turns our messages back on.',
  },
};
