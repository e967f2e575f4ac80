import { phrasesOf, wordsOf } from '../../../reading/lexicon/tables.ts';
import type { QuestionWords, Topic } from '../../../reading/lexicon/question-words.ts';

/** What members ask about, in English. */
export const topics: readonly Topic[] = [
  {
    intent: 'balance',
    phrases: phrasesOf('balance, balances, balence, balanse, bal, account total'),
    also: wordsOf('left remaining over'),
  },
  {
    intent: 'balance',
    phrases: phrasesOf(
      `how much, how much money, how much cash, what amount, hw much, money, funds, owe, cash, have i got, have i got left, is left, s left,
       whats left, left in, left on, remaining in, what do i have in, what is in my, what s in my, whats in my, total of, total in, what do i have left, what have i got in, how much can i spend`,
    ),
    also: wordsOf('left remaining over spend any enough no altogether combined together various'),
    isWeak: true,
    isBare: true,
  },
  {
    intent: 'history',
    phrases: phrasesOf(
      `transactions, transaction, activity, history, transaction history, account history, account activity,
       purchases, purchase, charges, statement, mini statement, spending, txns, txn, transfers`,
    ),
    also: wordsOf('were made posted gone through happened went new recently lately where when'),
  },
  {
    intent: 'history',
    phrases: phrasesOf('spend, spent, spent my money, money go, money gone'),
    also: wordsOf('where recently lately today yesterday week month money'),
    isWeak: true,
    isBare: true,
  },
  {
    intent: 'deposits',
    phrases: phrasesOf(
      `deposits, my deposit, my last deposit, last deposit, latest deposit, recent deposit, most recent deposit,
       direct deposit, direct deposits, what came in, any deposit, the deposit, new deposit, new deposits, last credits, recent credits`,
    ),
    also: wordsOf(
      `direct new come came hit gone go went through posted post cleared clear arrived arrive show showed landed land made make
       were been yet already when received receive payroll paycheck in`,
    ),
  },
  {
    intent: 'deposits',
    phrases: phrasesOf(
      `paycheck, pay check, payroll, my pay, my salary, my wages, get paid, got paid, been paid, was paid, am i paid, paid yet`,
    ),
    also: wordsOf(
      `come came hit gone go went through posted post cleared clear arrived arrive landed deposited yet already
       in when been direct deposit`,
    ),
  },
  {
    intent: 'withdrawals',
    phrases: phrasesOf(
      'withdrawals, withdrawal, withdraws, withdrawls, debits, atm withdrawals, cash withdrawals, what went out',
    ),
    also: wordsOf('were made posted gone through been atm cash taken'),
  },
  {
    intent: 'checks',
    phrases:
      phrasesOf(`checks, cheques, cleared checks, checks cleared, checks posted, my check clear, my check cleared, my last check,
       last check, latest check`),
    also: wordsOf(
      'cleared clear wrote written posted cashed paid gone through went been already yet which when',
    ),
  },
  {
    intent: 'checks',
    phrases: phrasesOf('check, cheque, chk, ck, clear, cleared'),
    also: wordsOf(
      `number no num nr clear cleared cash cashed paid posted post go gone went through come came processed process status been
       yet already if whether when outstanding uncleared still bounce bounced hit deposited was has wrote`,
    ),
    needsNumber: true,
  },
  {
    intent: 'holds',
    phrases: phrasesOf(
      `holds, a hold, any hold, the hold, on hold, being held, pending, pending transactions, pending transaction,
       pending charges, pending charge, pending payments, pending items, pending holds, pending deposits, pending debits, held`,
    ),
    also: wordsOf('still anything something why money funds placed place put open being has been'),
  },
  {
    intent: 'accounts',
    phrases: phrasesOf(
      'accounts, my accounts, shares, suffixes, account list, list of accounts, nicknames, how many accounts do i have',
    ),
  },
  {
    intent: 'limits',
    phrases: phrasesOf(
      `limits, limit, transfer limit, transfer limits, daily limit, daily limits, spending limit,
       how much can i transfer, how much can i move, how much may i transfer, how much am i allowed to transfer,
       how much money can i transfer, how much money can i move, how much money may i transfer`,
    ),
    also: wordsOf('daily transfer transaction per day maximum max a'),
  },
  {
    intent: 'code',
    phrases: phrasesOf(
      `new code, my code, change code, change my code, reset my code, another code, different code, authentication code,
       security code, my security code, the code, which code, what code, a code`,
    ),
    also: wordsOf(
      `change reset new get security authentication how forgot forget lost message messages resend again another different use put
       type because cause they know knows one ones mine remind remember dont don't didnt didn't not own old where other cant can't
       switch texts text replace`,
    ),
  },
  { intent: 'details', phrases: phrasesOf('details, account details') },
  { intent: 'more', phrases: phrasesOf('more') },
];

/** Words that frame questions, requests to be told, and wishes. */
export const frame = {
  framing: `what wat whats wats which is are was were be s the my me i im m of on in inside for at from to into with do does did
    have has had ve got get gotten we our us there here it its this that
    right now currently today current available present latest recent newest last past most account accounts acct accts share
    bank banking credit union total up date so and ok okay hey hi hello yo thanks thank you u good morning afternoon evening
    just all any some still quick quickly moment please pls plz kindly number as a`,
  telling: `show shows tell give see view display check look lookup list know say find text read report inform
    information info regarding retrieve bring access`,
  wishing:
    'let send need needs want wants wanna would like d love can could will may able pull out about lets if how anything',
} as const satisfies QuestionWords;
