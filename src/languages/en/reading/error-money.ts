import type { ErrorWords } from '../../../reading/lexicon/error-words.ts';

/** Events on an account, and what was done to it, in English. `lexicon/error-words.ts` explains the notation. */
export const errorMoney = {
  charge:
    'charge, charges, debit, debits, purchase, purchases, transaction*, txn, txns, withdrawal*, withdraws, ach, auto draft, autopay, zelle, zelles, cash app, cashapp, venmo, pos, tip, a withdraw, the withdraw, cash withdraw, withdrawl, withdrawls, spending, electronic debit',
  payment: 'payment, payments, pymt, pmt, bill pay',
  transfer: 'transfer, transfers, xfer, xfers, wire',
  fee: 'fee, fees',
  activity: 'activity, activities',
  deposit:
    'deposit, deposits, direct deposit, paycheck*, pay check, payroll, salary, wages, social security, unemployment, tax refund, child support',
  refund: 'refund, refunds, refunded, refunding, reimbursement*, reimburse*',
  money: 'money, monies, cash, funds, dollars, bucks',
  account: 'account, accounts, acct, accts, acc, accnt, checking, chequing, savings, share draft',
  statement: 'statement*',
  balance: 'balance, balances, bal',
  amount: 'amount, amounts, total',
  card: 'card, cards, debit card, debit cards, atm card, card number',
  belongings: 'wallet, purse, bag, backpack, checkbook',
  atm: 'atm, atms, cash machine, machine, teller machine',
  shop: 'store, stores, shop, shops, station, stations, place, restaurant, hotel, merchant, website, company',
  steal:
    'stole, stolen, steal, steals, stealing, theft, thief, thieves, robbed, robbing, ripped off, ripped me off, drained, emptied, cleaned out, skimmed, embezzled, pocketed, swiped my',
  lost: 'lost, misplaced',
  hack: 'hacked, hack, hacking, compromised, hacker, hackers, breached, taken over, cloned, broke into',
  scam: 'scam, scammed, scamming, conned, tricked, phished, swindled, defrauded, frauded',
  fraud: 'fraud, fraudulent*',
  unauthorized:
    'unauthorized, unauthorised, not authorized, not authorised, unapproved, wasnt authorized, isnt authorized, illegal, wrongful',
  odd: 'suspicious, weird, strange, odd, unknown, unfamiliar, unrecognized, unrecognised, bogus, fake, sketchy, fishy, shady, mystery, mysterious, random, unexpected, unexplained, questionable, phantom, unusual, confusing, false',
  take: 'charged, chargd, took, taken, taking, withdrew, withdrawn, withdrawed, debited, deducted, pulled, took out, takes out, taken out, billed, charging, billing, withdrawing, debiting, deducting, siphoned, came out of, come out of, coming out of, went out of, came out, comes out, went out, goes out, money go out',
  takes: 'take, takes, charge me, bill me, pull',
  use: 'used, using, spent, spending, use',
  spend: 'spend, pay, paid',
  overcharge:
    'overcharge*, over charged, double charged, double billed, double dipped, shorted me, shorted us, repeat charge, repeated charge, repeat payment, repeated payment, repeat transaction, repeated transaction',
  twice:
    'twice, two times, 2 times, 2x, x2, 2ce, double, doubled, duplicate, duplicated, duplicates, dupe, multiple times, three times, 3 times, thrice, more than once, several times, many times, over and over, again and again, a second time, second time',
  same: 'same, identical, repeat, repeated, repeating, second',
  many: 'two, three, multiple, several, multiples, many, couple of, more than one',
  once: 'once, only one, just one, one purchase, one transaction, one item, one time, one charge, one payment',
  listed:
    'on here, on there, showing, shows, shows up, showing up, show up, appears, appearing, listed',
  tooMuch:
    'too much, to much, too many, more than, extra, excess, short by, too little, less than, additional, more cash than, more money than',
  wrong:
    'wrong, wrongly, incorrect*, inaccurate, not right, isnt right, aint right, not correct, isnt correct, off by, messed up, screwed up, doesnt add up, dont add up, doesnt match, dont match, not match, erroneous*, not the right, wrongfully',
  error: 'error, errors, mistake, mistakes, discrepancy, discrepancies, mixup, mix up',
  missing: 'missing, gone, disappeared, vanished, went missing',
  arrive:
    'arrive*, post, posted, posting, showed, shown, showing, show up, came, come in, come through, received, receive, got, get, gotten, credited, hit, go through, went through, gone through, land, landed, here, there, see, seeing, find, appear*, show, shows, visible, reflect*, reach*, gone in',
  putIn:
    'deposited, credited, put in, withdrew, took out, i pulled, we pulled, ive taken out, ive pulled, ive withdrawn, have i taken out, have i taken, have i pulled, have i withdrawn, i have taken out, i have pulled, i have withdrawn',
  gave: 'gave, dispensed, spit out, handed me, didnt give, not give, never gave, didnt dispense, not dispense, shorted, give, gives, giving, given',
  asked:
    'asked for, asked, requested, entered, selected, specified, tried to withdraw, tried to take out, tried to get, trying to withdraw, trying to get, attempted to withdraw, wanted, needed, punched in, keyed in, chose, went to',
  less: 'less, less than, lesser, partial, part of, some of the, rest of my, rest of the, short',
  fullAmount:
    'right amount, correct amount, full amount, entire amount, whole amount, exact amount, amount i, amount of cash, amount of money, all the cash, all the money, all my money, all my cash, all of the money, all of the cash, all of my money, all of my cash, all of cash, full withdrawal',
  different: 'different, differs, doesnt correspond, not correspond, doesnt match, not match',
  ate: 'ate, swallowed, eaten, kept',
} as const satisfies Partial<ErrorWords>;
